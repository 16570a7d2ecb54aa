import type { Move } from "./wish.js";

const HOUR = 3_600_000;
const UNITS: Record<string, number> = {
  小时: HOUR,
  钟头: HOUR,
  天: 24 * HOUR,
  周: 168 * HOUR,
  星期: 168 * HOUR,
};
const DIGITS = "零一二三四五六七八九十";

/** By how many ms 推迟一周, 往后推一天, 提前两小时 moves; null when it is no distance. */
export function distanceOf({ verb, after }: Move): number | null {
  const match = /^([一二两三四五六七八九十半]|\d{1,2})个?(小时|钟头|天|周|星期)$/.exec(after);
  if (!match || !/提前|推|延|往[前后]/.test(verb)) return null;
  const [, count = "", unit = ""] = match;
  const many = count === "半" ? 0.5 : DIGITS.indexOf(count.replace("两", "二"));
  const by = (many >= 0 ? many : Number(count)) * (UNITS[unit] ?? 0);
  return /提前|往前/.test(verb) ? -by : by;
}
