import { text } from "../../cards/card.js";
import { type Action, actionName } from "../../domain/action.js";
import type { Answer } from "../command.js";
import { refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { byOf, sourceOf } from "./take-step.js";

/** Takes an action back that nothing has happened to yet; a sentence where it is not taken back. */
export async function withdrawAction(
  turn: Turn,
  number: number,
): Promise<{ taken: Action } | { sentence: string }> {
  const { tx } = turn;
  const refusal = await refusedAct(turn, "meeting.decide");
  if (refusal) {
    await logRefusal(turn, refusal, `撤销议${number}`);
    return { sentence: refusal.sentence };
  }
  const action = await tx.actions.find(number);
  if (!action) return { sentence: `议${number}已经撤销了` };
  const events = await tx.actions.events(number);
  if (events.length > 1)
    return { sentence: `${actionName(action)}已经有人接着办了，不能撤销；不办了的话，请办结并写明原因` };
  await tx.actions.withdraw(number, byOf(turn), sourceOf(turn), turn.now);
  await recordChanges(turn, {
    subject: "action",
    subjectId: actionName(action),
    what: "撤销",
    from: action.words,
    to: null,
  });
  return { taken: action };
}

/** ms after which 撤销 alone no longer means what was decided */
const SOON = 24 * 3_600_000;

/** 撤销, said after 议定: what the speaker has just written down here; null where something came after it. */
export async function withdrawLastDecided(turn: Turn): Promise<Answer | null> {
  const { tx, chat, speaker, repliedTo, now } = turn;
  if (repliedTo !== undefined || speaker.role !== "office") return null;
  const last = await tx.actions.lastOpened(chat.chatId, speaker.openId);
  if (!last || last.at < now - SOON) return null;
  const report = await tx.ledger.lastWrite(chat.chatId, speaker.openId);
  const problem = await tx.problems.lastWrite(chat.chatId, speaker.openId);
  const later = Math.max(problem?.saidAt ?? 0, ...(report?.records.map(({ saidAt }) => saidAt) ?? []));
  if (later > last.at) return null;
  for (const number of last.numbers) await withdrawAction(turn, number);
  const names = last.numbers.map((number) => `议${number}`).join("、");
  return {
    card: {
      title: `已撤销 ${names}`,
      tone: "green",
      blocks: [text("不再算议定事项；要记请再说一遍。")],
    },
  };
}
