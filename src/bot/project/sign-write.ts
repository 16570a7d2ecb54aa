import { plainCard } from "../../cards/project/change-card.js";
import { curveLine } from "../../cards/project/sign-card.js";
import type { Frozen } from "../../domain/baseline.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { formatMoney } from "../../domain/money.js";
import type { Project } from "../../domain/project.js";
import { type Draft, enter } from "../book.js";
import type { Answer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import { readSign, type SignDraft, signingYear } from "./sign-draft.js";
import { NO_PACE } from "./sign-faces.js";

const FORMAL = "预备转正";

/** Freezes the year; null where it was frozen meanwhile or what was said no longer holds. */
export async function writeSign(turn: Turn, project: Project, draft: SignDraft): Promise<Answer | null> {
  const { tx, now, speaker } = turn;
  const { code } = project;
  const said: Turn = { ...turn, words: draft.said, messageId: draft.messageId };
  // Two who sign at the same moment come one after the other: the second finds the baseline of the first.
  await tx.ledger.hold([code]);
  const standing = await tx.projects.standing(code, signingYear(turn));
  const pace = standing?.pace ?? NO_PACE;
  const read = readSign(turn, draft, pace);
  if ("faults" in read) return null;
  const { frozen } = read;
  const [known] = await tx.plans.versions(code, frozen.year);
  if (known && !draft.toClass) return null;
  const figures = await tx.ledger.figuresToShow(code);
  // Where a 预备 had been signed for already, that stays the baseline, and this is the reason of the changes.
  const drafts = targets(frozen, figures, known ? FORMAL : undefined);
  if (drafts.length > 0) await enter(said, project, drafts);
  const { curve, startMonth } = frozen;
  await tx.projects.keepPace(code, frozen.year, { curve, startMonth });
  await tx.plans.add(code, {
    plan: frozen,
    reason: known ? FORMAL : null,
    at: now,
    by: speaker.openId,
    byName: speaker.name,
    messageId: turn.messageId,
  });
  if (draft.toClass) await makeFormal(turn, project, draft.toClass);
  await recordChanges(turn, {
    subject: "plan",
    subjectId: code,
    what: `${frozen.year}年目标`,
    from: null,
    to: wordsOf(frozen),
    ...(known ? { reason: FORMAL } : {}),
  });
  const formal = draft.toClass ? `类别 ${project.class ?? "未归类"} → ${draft.toClass}。` : "";
  const sentence = `${formal}${frozen.year}年目标已冻结：${wordsOf(frozen)}。要看发“基线 ${project.name}”；要改请写明原因，如“${project.name}年度计划调整为…，因为…”。`;
  return { card: plainCard(`${draft.toClass ? "已转正" : "已签约冻结"} ${project.name}`, sentence, "green") };
}

/** What the ledger does not know yet of the plan and its milestones. */
function targets(frozen: Frozen, figures: Figures, reason: string | undefined): Draft[] {
  const why = reason === undefined ? {} : { reason };
  const { year, yuan } = frozen;
  const plan: Draft[] =
    yuan === null || figures.years[year]?.plan?.yuan === yuan
      ? []
      : [{ measured: { measure: "plan", yuan, year, ...why }, isConfirmed: true }];
  const nodes = Object.entries(frozen.milestones)
    .filter(([name, day]) => figures.milestones[name]?.planned !== day)
    .map(
      ([milestone, date]): Draft => ({
        measured: { measure: "milestone", milestone, status: "planned", date, ...why },
        isConfirmed: true,
      }),
    );
  return [...plan, ...nodes];
}

async function makeFormal(turn: Turn, project: Project, toClass: string): Promise<void> {
  const held = (await turn.tx.projects.held(project.code)) ?? project;
  const next: Project = { ...held, class: toClass, classBasis: "stated", nature: "新增" };
  await turn.tx.projects.keepProject(next, turn.now);
  await recordChanges(turn, {
    subject: "project",
    subjectId: project.code,
    what: "转正",
    from: project.class,
    to: toClass,
  });
}

function wordsOf(frozen: Frozen): string {
  const nodes = Object.entries(frozen.milestones).map(([name, day]) => `${name} ${day}`);
  return [
    ...(frozen.yuan === null ? [] : [`年度计划${formatMoney(frozen.yuan)}`, curveLine(frozen)]),
    ...(nodes.length > 0 ? [`节点${nodes.length}个`] : []),
  ].join("，");
}
