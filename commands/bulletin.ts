import { brief } from "../src/bot/brief.js";
import { bulletinClicks } from "../src/bot/bulletin/clicks.js";
import { draftOf, refreshed } from "../src/bot/bulletin/draft.js";
import { drawDraft, drawSigned } from "../src/bot/bulletin/draw.js";
import { asksHowFar, howFar } from "../src/bot/bulletin/how-far.js";
import { BULLETIN } from "../src/bot/bulletin/name.js";
import { settleHanded } from "../src/bot/bulletin/settle-handed.js";
import { REDRAWN, recordStep, redrawn } from "../src/bot/bulletin/steps.js";
import type { Answer, Command } from "../src/bot/command.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { bulletinListCard } from "../src/cards/bulletin/bulletin-list-card.js";
import { noSnapshot } from "../src/cards/months/snapshot-words.js";
import { formatPeriod, monthOf, type Period, yearOf } from "../src/domain/period.js";
import { monthAsked } from "../src/language/month-asked.js";

const LIST = /^(?:列表|清单|目录|记录|有哪些)$/;

/**
 * 通报: the month's bulletin. The office drafts, edits and reviews it, a leader or the office signs it; what
 * was signed everybody inside may look up.
 */
export const bulletin: Command = {
  name: BULLETIN,
  aliases: ["月度通报", "月通报"],
  topic: "会议与提醒",
  summary: "月度通报：起草、审核、签发，签发后发到各群；更正另出一份",
  examples: ["通报", "通报 8月", "通报 列表"],
  act: "look",
  insideOnly: "通报只在内部看。",
  async run(turn, { rest }) {
    if (LIST.test(rest)) return listed(turn);
    // 起草8月通报: by plain words the whole message comes.
    const isWish = rest === "" || rest.includes(BULLETIN);
    const month = monthAsked({}, rest, monthOf(turn.now)) ?? (isWish ? turn.closedMonth : null);
    if (!month)
      return brief("没有办", "看通报请发“通报”“通报 8月”或“通报 列表”。要报进度，请去掉“通报”两个字再发。");
    return (await asksHowFar(turn, rest)) ? howFar(turn, month) : ofMonth(turn, month);
  },
  clicks: bulletinClicks,
};

async function ofMonth(turn: Turn, month: Period): Promise<Answer> {
  const { tx, closedMonth } = turn;
  const name = formatPeriod(month, monthOf(turn.now));
  const signed = await tx.bulletins.signed(month);
  const refusal = await refusedAct(turn, "bulletin.sign");
  // Where drafts may not be seen, what was signed is there for everybody.
  if (refusal) return signed ? drawSigned(turn, signed) : refused(turn, refusal, "通报");
  if (month > closedMonth)
    return brief(`${name}还没有关账`, `关账以后再出通报；现在可以看“通报 ${formatPeriod(closedMonth)}”。`);
  const known = await tx.bulletins.draft(month);
  const mayDraft = (await refusedAct(turn, "bulletin.draft")) === null;
  const draft = known ?? (mayDraft && !signed ? await draftOf(turn, month) : null);
  if (!draft) {
    if (signed) return drawSigned(turn, signed);
    return mayDraft
      ? brief(`${name}出不了通报`, noSnapshot(month, closedMonth))
      : brief(`${name}通报还没有起草`, "推进办起草、审核以后，会私下请您签发。");
  }
  if (!known) await recordStep(turn, draft, "起草");
  const { draft: fresh, changed } = await refreshed(turn, draft);
  if (changed.length > 0) await settleHanded(turn, fresh, REDRAWN, null);
  return drawDraft(turn, fresh, ...(changed.length > 0 ? [redrawn(changed)] : []));
}

async function listed(turn: Turn): Promise<Answer> {
  const year = yearOf(turn.closedMonth);
  const all = await turn.tx.bulletins.ofYear(year);
  const showsDrafts = (await refusedAct(turn, "bulletin.sign")) === null;
  const shown = all.filter(({ state }) => showsDrafts || state === "signed");
  return { card: bulletinListCard(shown, year, turn.now) };
}
