import type { Logger } from "pino";
import { closedMonthBy } from "../domain/data-month.js";
import { at, dayOf } from "../domain/day.js";
import type { RunKey } from "../store/schedule.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { Notice, Nudge, NudgeTurn } from "./nudge.js";
import { jitter } from "./posting-time.js";
import { isOn } from "./schedule/chosen.js";
import { type Part, partOf, sendCard } from "./send.js";

/** by this time of a workday all nudges of the day have begun to leave */
export const BEGINS = "09:05";
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
    const told = await store
      .transaction((tx) => tellOne(bot, tx, to, due, now))
      .catch((error: unknown) => {
        // Nothing of it is claimed: this person is told in the next round, the others are told now.
        log.error({ code: "nudge-tell", to, err: error }, "a person could not be told what is due");
        return 0;
      });
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
  const turn = await nudgeTurn(store.read, now);
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

export const nudgeTurn = async (tx: Repositories, now: number): Promise<NudgeTurn> => ({
  tx,
  now,
  today: dayOf(now),
  closedMonth: closedMonthBy(now, await tx.months.closes()),
  hasMoney: true,
});

/** How many notices the person was told; those told before, or turned off, are left out. */
async function tellOne(
  bot: Pick<BotParts, "isDemo">,
  tx: Repositories,
  to: string,
  due: readonly Due[],
  now: number,
): Promise<number> {
  const turn = { ...(await nudgeTurn(tx, now)), hasMoney: !(await tx.outsiders.has(to)) };
  const chosen = await tx.schedule.ofChat(to);
  const mutedUntil = await tx.schedule.mutedUntil(to);
  const isMuted = mutedUntil !== null && turn.today <= mutedUntil;
  const byNudge = new Map<Nudge, Notice[]>();
  for (const { nudge: each, notice } of due) {
    if (!isOn(each, chosen)) continue;
    const key = { job: each.name, chatId: to, subject: notice.subject, period: notice.stage };
    const runId = await tx.schedule.claim(key, now, now);
    if (runId === null) continue;
    if (isMuted) {
      // What falls into a silence is left out for good; the matter's next stage is told again.
      await tx.schedule.outcome(runId, "skipped");
      continue;
    }
    const known = byNudge.get(each);
    if (known) known.push(notice);
    else byNudge.set(each, [notice]);
  }
  if (byNudge.size === 0) return 0;
  const parts: Part[] = [];
  for (const [each, notices] of byNudge) parts.push(partOf(each.name, await each.tell(turn, notices)));
  await sendCard(
    tx,
    parts,
    {
      lane: to,
      owner: to,
      cause: `nudge:${turn.today}`,
      label: labelOf(bot),
      hidesPrices: await hidesPricesFrom(tx, to),
    },
    now,
  );
  return [...byNudge.values()].flat().length;
}

/** Unasked, prices of land go to the office and to leaders alone. */
export async function hidesPricesFrom(tx: Pick<Repositories, "people">, to: string): Promise<boolean> {
  const role = (await tx.people.find(to))?.role;
  return role !== "office" && role !== "leader";
}
