import { draftTitle } from "../../cards/bulletin/draft-card.js";
import type { Act } from "../../domain/acts.js";
import { type BulletinStep, mayReview, mayStep } from "../../domain/bulletin-step.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import { refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { refusedClick } from "../refuse.js";
import type { Turn } from "../turn.js";
import { refreshed } from "./draft.js";
import { type BulletinModel, bulletinOn, drawDraft, drawSigned } from "./draw.js";
import { askedToReview, notByYou, reviewersOf } from "./reviewers.js";
import { settleHanded } from "./settle-handed.js";
import { insiders, tellPrivately } from "./tell.js";

type Run = (turn: Turn, draft: BulletinRecord, click: Click) => Promise<ClickAnswer>;

/**
 * A button of a draft: by whom the table of acts lets, and on the draft that the card shows. One that was
 * changed or signed since is shown first, and nothing is done.
 */
export function onDraft(act: Act, run: Run): ClickHandler {
  return {
    async run(turn, click) {
      const refusal = await refusedAct(turn, act);
      if (refusal) return refusedClick(turn, refusal, "通报");
      const draft = await bulletinOn(turn, click.model);
      if (!draft) return GONE;
      if (draft.state === "signed")
        return {
          toast: `已经签发了：${draft.content.number}`,
          tone: "info",
          ...(await drawSigned(turn, draft)),
        };
      if (draft.revision !== (click.model as BulletinModel).revision)
        return {
          toast: "这份草稿后来改过，请看现在的",
          tone: "info",
          ...(await drawDraft(turn, draft, "这张卡片是旧的，下面是现在的草稿。")),
        };
      return run(turn, draft, click);
    },
  };
}

const GONE: ClickAnswer = { toast: "这份草稿已经作废，请发“通报”看现在的", tone: "info" };

const DONE: Record<Exclude<BulletinStep, "edit">, string> = {
  submit: "送审",
  return: "退回",
  review: "审核通过",
  sign: "签发",
};

/** A step of a draft whose figures still are those that the card shows; else it is drawn anew, and not done. */
export function onCurrent(step: Exclude<BulletinStep, "edit">, act: Act, run: Run): ClickHandler {
  return onDraft(act, async (turn, draft, click) => {
    if (!mayStep(step, draft.state))
      return { toast: `现在不能${DONE[step]}`, tone: "info", ...(await drawDraft(turn, draft)) };
    const { draft: fresh, changed } = await refreshed(turn, draft);
    if (changed.length > 0) {
      await settleHanded(turn, fresh, REDRAWN, click.cardId);
      return {
        toast: `数有变化，没有${DONE[step]}。草稿已按现在的数重拟，请看过再办`,
        tone: "info",
        ...(await drawDraft(turn, fresh, redrawn(changed))),
      };
    }
    return run(turn, fresh, click);
  });
}

/** to whom a draft was handed on before its figures changed */
export const REDRAWN = "起草后数有变化，草稿已按现在的数重拟，要重新送审。";

/** differences that are named */
const MOST = 5;

/** `起草后数有变化，已按现在的数重拟，要重新送审：…` */
export const redrawn = (changed: readonly string[]): string =>
  `起草后数有变化，已按现在的数重拟，要重新送审：${changed.slice(0, MOST).join("；")}${changed.length > MOST ? `等${changed.length}处` : ""}`;

/** Keeps a step of a draft, and what it was before. */
export const recordStep = (
  turn: Turn,
  draft: BulletinRecord,
  what: string,
  [from, to]: readonly [string | null, string | null] = [null, null],
): Promise<void> =>
  recordChanges(turn, {
    subject: "bulletin",
    subjectId: draft.month,
    what: `${what}${draftTitle(draft).replace("草稿", "")}`,
    from,
    to,
  });

export const submit = onCurrent("submit", "bulletin.draft", async (turn, draft, { cardId }) => {
  const { openId, name } = turn.speaker;
  const submittedBy = { openId, name };
  const next = await turn.tx.bulletins.change(draft, { state: "submitted", submittedBy }, turn.now);
  if (!next) return GONE;
  await recordStep(turn, next, "送审");
  await settleHanded(turn, next, `${name}改好送审了。`, cardId);
  return { toast: "已送审", ...(await drawDraft(turn, next, await askedToReview(turn, next))) };
});

/** 退回修改: by who is to review or to sign. */
export const sendBack = onDraft("bulletin.sign", async (turn, draft, { cardId }) => {
  if (!mayStep("return", draft.state))
    return { toast: "还没有送审，不用退回", tone: "info", ...(await drawDraft(turn, draft)) };
  const next = await turn.tx.bulletins.change(draft, { state: "drafted", reviewedBy: null }, turn.now);
  if (!next) return GONE;
  await recordStep(turn, next, "退回");
  const said = `${turn.speaker.name}退回修改，改好再送审。`;
  await settleHanded(turn, next, `${turn.speaker.name}已退回修改，改好会再送审。`, cardId);
  const told = await tellPrivately(turn, await insiders(turn, "office"), next, said);
  return {
    toast: told.length > 0 ? `已退回，私下告诉了${told.join("、")}` : "已退回修改",
    ...(await drawDraft(turn, next, said)),
  };
});

export const review = onCurrent("review", "bulletin.review", async (turn, draft, { cardId }) => {
  const { openId, name } = turn.speaker;
  const reviewers = await reviewersOf(turn.tx, draft);
  if (!mayReview(openId, reviewers.hands)) {
    const sentence = notByYou(openId, reviewers);
    return refusedClick(turn, { code: "not-your-button", sentence }, "审核通报");
  }
  const next = await turn.tx.bulletins.change(
    draft,
    { state: "reviewed", reviewedBy: { openId, name } },
    turn.now,
  );
  if (!next) return GONE;
  await recordStep(turn, next, "审核通过");
  await settleHanded(turn, next, `已由${name}审核通过。`, cardId);
  const told = await tellPrivately(turn, await insiders(turn, "leader"), next, `${name}已审核，请您签发。`);
  const said = told.length > 0 ? `审核通过，私下请了${told.join("、")}签发。` : "审核通过，可以签发了。";
  return { toast: "审核通过", ...(await drawDraft(turn, next, said)) };
});

export const drop = onDraft("bulletin.draft", async (turn, draft, { cardId }) => {
  if (draft.corrects === null) return { toast: "月度通报的草稿不作废，改好再签发", tone: "info" };
  await settleHanded(turn, draft, `${turn.speaker.name}已作废这份草稿。`, cardId);
  await turn.tx.bulletins.drop(draft);
  await recordStep(turn, draft, "作废");
  const old = await turn.tx.bulletins.find(draft.corrects);
  return { toast: "草稿已作废", ...(old ? await drawSigned(turn, old) : {}) };
});
