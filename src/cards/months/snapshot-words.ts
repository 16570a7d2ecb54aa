import { formatInstant } from "../../domain/day.js";
import type { Period } from "../../domain/period.js";
import type { Snapshot } from "../../store/months.js";
import { typed } from "../typed.js";

/** `2022-08-1`: what a snapshot is called by */
export const snapshotNumber = ({ month, number }: Pick<Snapshot, "month" | "number">): string =>
  `${month}-${number}`;

/** `9月5日 23:59 到期关账`, `10月2日 09:00 李敏提前关账` */
export function closedWords({ early, countedTo, byName }: Snapshot, now: number): string {
  return `${formatInstant(countedTo, now)} ${early ? `${typed(byName, 20)}提前关账` : "到期关账"}`;
}

/** Why there is none: the month is open, or closed before the bot kept them. */
export const noSnapshot = (month: Period, closed: Period): string =>
  month > closed ? "这个月还没有关账，没有快照。" : "这个月没有留快照：那时还没有用起来。";
