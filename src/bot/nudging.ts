import type { Logger } from "pino";
import { closedMonthBy } from "../domain/data-month.js";
import { at, type Day, dayOf } from "../domain/day.js";
import type { RunKey } from "../store/schedule.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { Notice, Nudge, NudgeTurn } from "./nudge.js";
import { endOfPosting, jitter } from "./posting-time.js";
import { isOn } from "./schedule/chosen.js";
import { isToldNoMore } from "./schedule/told-no-more.js";
import { type Part, partOf, sendCard } from "./send.js";

/** by this time of a workday all nudges of the day have begun to leave */
export const BEGINS = "09:05";
/** The day's round as a whole; each notice in it has a run of its own. */
const ROUND = "每日提醒";

const MINUTE = 60_000;
/** ms before a round that had faults is tried again, twice as long each time */
const FIRST_PAUSE = MINUTE;
const LONGEST_PAUSE = 15 * MINUTE;

/** When a round that had faults is tried again; kept by whoever ticks. */
export interface Retry {
  day: Day | null;
  /** epoch ms */
  at: number;
  pause: number;
}

export const newRetry = (): Retry => ({ day: null, at: 0, pause: FIRST_PAUSE });

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
 * while the bot was down is told in the next round, in the stage it has reached by then. A round that had
 * faults is tried again, after longer and longer pauses, until it had none or the day is over.
 *
 * @returns whether anything is to be sent
 */
export async function nudge(
  { bot, store, log }: NudgingParts,
  now: number,
  again: Retry = newRetry(),
): Promise<boolean> {
  const today = dayOf(now);
  if (again.day !== today) Object.assign(again, newRetry());
  if (now < again.at) return false;
  const round: RunKey = { job: ROUND, chatId: "-", subject: "-", period: today };
  const begins = at(today, BEGINS) - jitter(`${ROUND} ${today}`);
  if (now < begins || (await store.read.schedule.hasRun(round))) return false;
  let isPosted = false;
  let hasFaults = false;
  const fault = () => {
    hasFaults = true;
  };
  for (const [to, due] of await dueByPerson(bot.nudges, store, log, now, fault)) {
    const told = await store
      .transaction((tx) => tellOne(bot, tx, to, due, now))
      .catch((error: unknown) => {
        // Nothing of it is claimed: this person is told when it is tried again, the others are told now.
        fault();
        log.error({ code: "nudge-tell", to, err: error }, "a person could not be told what is due");
        return 0;
      });
    if (told > 0) log.info({ code: "nudged", to, told }, "a person was told what is due");
    isPosted ||= told > 0;
  }
  if (hasFaults)
    Object.assign(again, {
      day: today,
      at: now + again.pause,
      pause: Math.min(again.pause * 2, LONGEST_PAUSE),
    });
  else await store.transaction((tx) => tx.schedule.claim(round, begins, now));
  return isPosted;
}

async function dueByPerson(
  nudges: readonly Nudge[],
  store: Store,
  log: Logger,
  now: number,
  fault: () => void,
): Promise<Map<string, Due[]>> {
  const turn = await nudgeTurn(store.read, now);
  const found = new Map<string, Due[]>();
  for (const each of nudges)
    for (const notice of await dueOf(each, turn, log, fault)) {
      const known = found.get(notice.to);
      if (known) known.push({ nudge: each, notice });
      else found.set(notice.to, [{ nudge: each, notice }]);
    }
  return found;
}

/** A fault in one of them does not cost people the others. */
const dueOf = (each: Nudge, turn: NudgeTurn, log: Logger, fault: () => void): Promise<readonly Notice[]> =>
  each.due(turn).catch((error: unknown) => {
    fault();
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
  const isLeftOut = isMuted || (await isToldNoMore(tx, to));
  const byNudge = new Map<Nudge, Notice[]>();
  for (const { nudge: each, notice } of due) {
    if (!isOn(each, chosen)) continue;
    const key = { job: each.name, chatId: to, subject: notice.subject, period: notice.stage };
    const runId = await tx.schedule.claim(key, now, now);
    if (runId === null) continue;
    if (isLeftOut) {
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
  for (const [each, notices] of byNudge) {
    parts.push(partOf(each.name, await each.tell(turn, notices)));
    await each.hasTold?.(turn, notices);
  }
  await sendCard(
    tx,
    parts,
    {
      lane: to,
      owner: to,
      cause: `nudge:${turn.today}`,
      label: labelOf(bot),
      // Words of a day are not for the next one.
      until: endOfPosting(turn.today),
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
