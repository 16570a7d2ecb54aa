import { editCard } from "../../cards/bulletin/draft-card.js";
import { hideLandPrices } from "../../cards/land-price.js";
import { clip } from "../../cards/typed.js";
import { demandsOf } from "../../domain/bulletin-matters.js";
import { monthOf, yearOf } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import type { Click, ClickAnswer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import { composedAnew } from "./draft.js";
import { drawDraft, modelOf } from "./draw.js";
import { bulletinFacts } from "./facts-of.js";
import { issuedBefore } from "./next-number.js";
import { settleHanded } from "./settle-handed.js";
import { onDraft, recordStep } from "./steps.js";

/** characters that a field of a card takes back when it is edited again */
const MOST = 480;
const NUMBER = /^\d{1,3}$/;

/** 编辑: opens the fields; what the bot wrote by itself stands in them. */
export const edit = onDraft("bulletin.draft", async (turn, draft) => {
  const { tx, now } = turn;
  const facts = draft.corrects === null ? await bulletinFacts(tx, draft.month, now) : null;
  const demands = draft.words.demands ?? (facts ? demandsOf(facts).join("\n") : "");
  const card = editCard(draft, {
    demands: demands.length > MOST ? "" : demands,
    remark: draft.words.remark ?? "",
    issued: await issuedSoFar(turn),
  });
  return { toast: "好的", card, model: modelOf(draft) };
});

/** Asked only as long as the bot has given no number of the year. */
async function issuedSoFar({ tx, now }: Turn): Promise<number | null> {
  const year = yearOf(monthOf(now));
  return (await tx.bulletins.lastNumber(year)) > 0 ? null : issuedBefore(tx, year);
}

export const back = onDraft("bulletin.draft", async (turn, draft) => ({
  toast: "好的，没有改",
  tone: "info",
  ...(await drawDraft(turn, draft)),
}));

export const save = onDraft("bulletin.draft", async (turn, draft, click) => {
  const demands = fieldOf(click, "demands");
  const remark = fieldOf(click, "remark").replace(/\s*\n\s*/g, "");
  const issued = fieldOf(click, "issued").normalize("NFKC");
  const wrong = refusedWords([demands, remark], issued);
  if (wrong) return { toast: wrong, tone: "error" };
  if (issued !== "") await keepIssued(turn, Number(issued));
  const facts = await bulletinFacts(turn.tx, draft.month, turn.now);
  const isOwn = demands !== "" && demands !== (facts ? demandsOf(facts).join("\n") : "");
  const words = { demands: isOwn ? demands : null, remark: remark === "" ? null : remark };
  // Who saves what was there has not edited it, and may review it.
  if (draft.words.demands === words.demands && draft.words.remark === words.remark)
    return { toast: "好的，内容没有改动", tone: "info", ...(await drawDraft(turn, draft)) };
  const body = await composedAnew(turn, draft, words);
  if (!body) return { toast: "这个月没有快照，没有改", tone: "error" };
  const { openId, name } = turn.speaker;
  const next = await turn.tx.bulletins.change(
    draft,
    {
      state: "drafted",
      words,
      content: { ...draft.content, ...body },
      editedBy: { openId, name },
      reviewedBy: null,
    },
    turn.now,
  );
  if (!next) return { toast: "这份草稿刚被别人改过，请发“通报”看现在的", tone: "info" };
  await recordStep(turn, next, "编辑", [wordsOf(draft), wordsOf(next)]);
  await settleHanded(turn, next, `${name}改过草稿，改好会再送审。`, click.cardId);
  const said = draft.state === "drafted" ? "已保存。" : "已保存；改过的要重新送审。";
  return { toast: "已保存", ...(await drawDraft(turn, next, said)) } satisfies ClickAnswer;
});

/** The number that the year had come to before; the change is kept like any other. */
async function keepIssued(turn: Turn, issued: number): Promise<void> {
  const known = await issuedSoFar(turn);
  if (known === null || known === issued) return;
  const year = yearOf(monthOf(turn.now));
  await turn.tx.settings.set(`bulletins ${year}`, String(issued));
  await recordChanges(turn, {
    subject: "bulletin",
    subjectId: String(year),
    what: "此前已发到",
    from: `${known}号`,
    to: `${issued}号`,
  });
}

const fieldOf = ({ form }: Click, name: string): string => String(form[name] ?? "").trim();

function refusedWords(texts: readonly string[], issued: string): string | null {
  if (issued !== "" && !NUMBER.test(issued)) return "已发到第几号，请填一个数，比如7；没发过填0";
  for (const text of texts) {
    if (text.length > MOST) return `太长了，一栏最多${MOST}个字，现在${text.length}个，没有保存`;
    if (hideLandPrices(text) !== text) return "里面有土地成交价，通报会发到项目群，不能写，没有保存";
  }
  return null;
}

function wordsOf({ words: { demands, remark } }: BulletinRecord): string | null {
  const said = [demands ? `要求：${demands}` : "", remark ? `补充：${remark}` : ""].filter(Boolean);
  return said.length > 0 ? clip(said.join("；").replaceAll("\n", " "), 300) : null;
}
