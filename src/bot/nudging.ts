import type { Logger } from "pino";
import { closedMonthBy } from "../domain/data-month.js";
import { at, type Day, dayOf } from "../domain/day.js";
import type { RunKey } from "../store/schedule.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { Notice, Nudge, NudgeTurn } from "./nudge.js";
import { jitter } from "./posting-time.js";
import { type Part, partOf, sendCard } from "./send.js";

/** by this time of a workday all nudges of the day have begun to leave */
const BEGINS = "09:05";
/** The day's round as a whole; each notice in it has a run of its own. */
const ROUND = "每日提醒";

interface NudgingParts {
  bot: Pick<BotParts, "nudges" | "isDemo">;
  store: Store;
  log: Logger;
}

interface Due {
  nudge: Nudge;
  notice: Notice;
}

/**
 * One round a workday: what is due for each person, as one message in private. Every notice is a run of its
 * own, so that a round that was cut off, or a second process, tells nobody anything twice; what fell due
 * while the bot was down is told in the next round, in the stage it has reached by then.
 *
 * @returns whether anything is to be sent
 */
export async function nudge({ bot, store, log }: NudgingParts, now: number): Promise<boolean> {
  const today = dayOf(now);
  const round: RunKey = { job: ROUND, chatId: "-", subject: "-", period: today };
  const begins = at(today, BEGINS) - jitter(`${ROUND} ${today}`);
  if (now < begins || (await store.read.schedule.hasRun(round))) return false;
  let isPosted = false;
  for (const [to, due] of await dueByPerson(bot.nudges, store, log, now)) {
    const told = await store.transaction((tx) => tellOne(bot, tx, to, due, now));
    if (told > 0) log.info({ code: "nudged", to, told }, "a person was told what is due");
    isPosted ||= told > 0;
  }
  await store.transaction((tx) => tx.schedule.claim(round, begins, now));
  return isPosted;
}

async function dueByPerson(
  nudges: readonly Nudge[],
  store: Store,
  log: Logger,
  now: number,
): Promise<Map<string, Due[]>> {
  const turn = await turnOf(store.read, now);
  const found = new Map<string, Due[]>();
  for (const each of nudges)
    for (const notice of await dueOf(each, turn, log)) {
      const known = found.get(notice.to);
      if (known) known.push({ nudge: each, notice });
      else found.set(notice.to, [{ nudge: each, notice }]);
    }
  return found;
}

/** A fault in one of them does not cost people the others. */
const dueOf = (each: Nudge, turn: NudgeTurn, log: Logger): Promise<readonly Notice[]> =>
  each.due(turn).catch((error: unknown) => {
    log.error({ code: "nudge-due", nudge: each.name, err: error }, "what is due could not be found out");
    return [];
  });

const turnOf = async (tx: Repositories, now: number): Promise<NudgeTurn> => ({
  tx,
  now,
  today: dayOf(now),
  closedMonth: closedMonthBy(now, await tx.months.earlyCloses()),
});

/** How many notices the person was told; those told before, or turned off, are left out. */
async function tellOne(
  bot: Pick<BotParts, "isDemo">,
  tx: Repositories,
  to: string,
  due: readonly Due[],
  now: number,
): Promise<number> {
  const turn = await turnOf(tx, now);
  const off = await turnedOff(tx, to, turn.today);
  const byNudge = new Map<Nudge, Notice[]>();
  for (const { nudge: each, notice } of due) {
    if (off(each.name)) continue;
    const key = { job: each.name, chatId: to, subject: notice.subject, period: notice.stage };
    if ((await tx.schedule.claim(key, now, now)) === null) continue;
    const known = byNudge.get(each);
    if (known) known.push(notice);
    else byNudge.set(each, [notice]);
  }
  if (byNudge.size === 0) return 0;
  const parts: Part[] = [];
  for (const [each, notices] of byNudge) parts.push(partOf(each.name, await each.tell(turn, notices)));
  await sendCard(tx, parts, { lane: to, owner: to, cause: `nudge:${turn.today}`, label: labelOf(bot) }, now);
  return [...byNudge.values()].flat().length;
}

/** 退订 and 静音, as the person has set them in private. */
async function turnedOff(
  tx: Pick<Repositories, "schedule">,
  to: string,
  today: Day,
): Promise<(name: string) => boolean> {
  const chosen = await tx.schedule.ofChat(to);
  const mutedUntil = await tx.schedule.mutedUntil(to);
  return (name) =>
    (mutedUntil !== null && today <= mutedUntil) || chosen.some(({ job, active }) => job === name && !active);
}
