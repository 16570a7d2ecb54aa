import { closeDayOf } from "../../domain/data-month.js";
import { dayOf, formatDay, formatInstant } from "../../domain/day.js";
import { addMonths, formatPeriod, monthOf, type Period } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { refusedAct } from "../permissions.js";
import type { Turn } from "../turn.js";

const WHEN = /什么时候|啥时候|几号|哪天/;
const DONE = /(?:好|签发?|发|出来?|审核?)了?(?:吗|么|没有?)/;

/**
 * 什么时候发通报 asks how far it is; so does 通报写好了吗 of somebody who may not see the draft, which says it
 * better.
 */
export const asksHowFar = async (turn: Turn, rest: string): Promise<boolean> =>
  WHEN.test(rest) || (DONE.test(rest) && (await refusedAct(turn, "bulletin.sign")) !== null);

const STATES: Record<BulletinRecord["state"], string> = {
  drafted: "草稿拟好了，还没有送审",
  submitted: "草稿在审核",
  reviewed: "审核过了，等签发",
  signed: "",
};

/** How far a month's bulletin is, and when it comes. Who may not see drafts learns only whether it is signed. */
export async function howFar(turn: Turn, month: Period): Promise<Answer> {
  const { tx, now, closedMonth } = turn;
  const name = formatPeriod(month, monthOf(now));
  const closes = (of: Period) => formatDay(closeDayOf(of), dayOf(now));
  const signed = await tx.bulletins.signed(month);
  if (signed) {
    const when = signed.signedAt === null ? "" : `${formatInstant(signed.signedAt, now)}签发。`;
    return brief(`${name}通报已经签发`, `${when}要看请发“通报 ${name}”。`, "blue");
  }
  if (month > closedMonth)
    return brief(`${name}还没有关账`, `${closes(month)}关账，关账以后起草、审核，签发了发到各群。`, "blue");
  const draft = (await refusedAct(turn, "bulletin.sign")) ? null : await tx.bulletins.draft(month);
  const next = addMonths(closedMonth, 1);
  return brief(
    `${name}通报还没有发`,
    `${draft ? STATES[draft.state] : "还没有签发"}，签发了发到各群。${formatPeriod(next, monthOf(now))}的要等${closes(next)}关账以后。`,
    "blue",
  );
}
