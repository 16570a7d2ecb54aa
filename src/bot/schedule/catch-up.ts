import { dayOf } from "../../domain/day.js";
import { endOfPosting } from "../posting-time.js";

const MINUTE = 60_000;

/**
 * 补发: what becomes of a slot that fell due while the bot was down. `latest`: of each subject the last one
 * missed is made up, unless it is older than `within` (ms), after which it helps nobody. `skip`: it is left
 * out, since what it would have said is past; a restart of some minutes is no downtime. A slot about the
 * subject `standsFor` says what earlier ones about other subjects would have said.
 */
export type CatchUp = { is: "latest"; within: number; standsFor?: string } | { is: "skip" };

/** ms that a slot may be late although it is not made up: a restart, a busy queue */
const RESTART = 60 * MINUTE;

/** How far back, in ms, a look at what is due reaches. */
export const reachBack = (catchUp: CatchUp): number => (catchUp.is === "latest" ? catchUp.within : RESTART);

/** Until when (epoch ms) a post that was made at `now` makes sense, where the platform does not take it at once. */
export function makesSenseUntil(catchUp: CatchUp, slot: { at: number; until?: number }, now: number): number {
  const today = endOfPosting(dayOf(now));
  return slot.until ?? (catchUp.is === "latest" ? Math.max(slot.at + catchUp.within, today) : today);
}

interface Missed {
  at: number;
  subject: string;
}

/** Of the slots that are due, those that are to be run now: of each subject the latest. Pure. */
export function dueNow<Slot extends Missed>(catchUp: CatchUp, slots: readonly Slot[]): Slot[] {
  const latest = new Map<string, Slot>();
  for (const slot of slots) {
    const known = latest.get(slot.subject);
    if (!known || known.at < slot.at) latest.set(slot.subject, slot);
  }
  const above = catchUp.is === "latest" && catchUp.standsFor ? latest.get(catchUp.standsFor) : undefined;
  return [...latest.values()].filter((slot) => !above || slot.at >= above.at);
}
