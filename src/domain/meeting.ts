import { dayOf } from "./day.js";

/** 推进会 counts against twelve a year; 专题 (专题协调会) is called for one matter. */
export type MeetingKind = "推进会" | "专题";

/** How a kind is called in a sentence. */
export const kindName = (kind: MeetingKind): string => (kind === "专题" ? "专题协调会" : "推进会");

/** 推进会 that are due in a year: one a month */
const MONTHLY_IN_A_YEAR = 12;

const HOUR = 3_600_000;
/** somebody begins early */
export const EARLY = HOUR;
/** ms after its beginning in which what is decided belongs to a meeting */
export const DECIDES_FOR = 14 * 24 * HOUR;

/**
 * The meeting whose decisions are being written down: going on or the last one held, else one that begins
 * within the hour; null when the last one was long ago. Instants in epoch ms.
 */
export function meetingDeciding<T extends { startsAt: number }>(
  meetings: readonly T[],
  now: number,
): T | null {
  const near = meetings
    .filter(({ startsAt }) => startsAt <= now + EARLY && startsAt > now - DECIDES_FOR)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const held = near.findLast(({ startsAt }) => startsAt <= now);
  const early = near.find(({ startsAt }) => startsAt > now);
  const isOfToday = held !== undefined && dayOf(held.startsAt) === dayOf(now);
  return (isOfToday ? held : (early ?? held)) ?? null;
}

/** How many were held by now: begun and not called off; one that stands in two chats is one. */
export const heldBy = (startTimes: readonly number[], now: number): number =>
  new Set(startTimes.filter((startsAt) => startsAt <= now)).size;

/** `今年应开12次，已开7次` */
export const heldWords = (held: number, year: number, isThisYear: boolean): string =>
  isThisYear
    ? `今年应开${MONTHLY_IN_A_YEAR}次，已开${held}次`
    : `${year}年应开${MONTHLY_IN_A_YEAR}次，开了${held}次`;
