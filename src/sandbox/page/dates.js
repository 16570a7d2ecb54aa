/** Everything is said in Shanghai's time, wherever the browser stands; Shanghai has no summer time. */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

const local = (ms) => new Date(ms + ZONE_MS);
const two = (number) => String(number).padStart(2, "0");

export const timeOf = (ms) => `${two(local(ms).getUTCHours())}:${two(local(ms).getUTCMinutes())}`;
export const dayOf = (ms) => `${local(ms).getUTCMonth() + 1}月${local(ms).getUTCDate()}日`;
export const weekdayOf = (ms) => WEEKDAYS[local(ms).getUTCDay()];
export const yearOf = (ms) => `${local(ms).getUTCFullYear()}年`;
export const fullDate = (ms) => `${yearOf(ms)}${dayOf(ms)} ${weekdayOf(ms)}`;

export const sameDay = (a, b) => Math.floor((a + ZONE_MS) / DAY_MS) === Math.floor((b + ZONE_MS) / DAY_MS);

/** "10:05" today, "9月20日" on another day. */
export const briefly = (ms, now) => (sameDay(ms, now) ? timeOf(ms) : dayOf(ms));

const atClock = (dayMs, hour, minute) =>
  Math.floor((dayMs + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS + (hour * 60 + minute) * 60_000;

export const tomorrowAt = (now, hour, minute) => atClock(now + DAY_MS, hour, minute);

export function nextMondayAt(now, hour, minute) {
  const ahead = (8 - local(now).getUTCDay()) % 7 || 7;
  return atClock(now + ahead * DAY_MS, hour, minute);
}

/** For an `<input type="datetime-local">`, and back. */
export const toInput = (ms) => local(ms).toISOString().slice(0, 16);
export const fromInput = (text) => Date.parse(`${text}:00+08:00`);
