import { formatPeriod } from "../domain/period.js";
import type { Silence } from "../domain/silence.js";
import { hideAmounts } from "./hide-money.js";
import { typed } from "./typed.js";

const LONGEST = 40;

const quoted = (words: string, hasMoney: boolean): string =>
  `“${typed(hasMoney ? words : hideAmounts(words), LONGEST)}”`;

/** `已连续3个月是同样的话：“管线搬迁推进中”`, `已连续3个月报无变化` */
export function silenceWords({ months, words }: Silence, hasMoney: boolean): string {
  return words === null
    ? `已连续${months}个月报无变化`
    : `已连续${months}个月是同样的话：${quoted(words, hasMoney)}`;
}

/** Said beside the report that made it so. */
export const silenceHint = (silence: Silence, hasMoney: boolean): string =>
  `${silenceWords(silence, hasMoney)}，有新进展请补一句`;

/** `6月至8月，连续3个月：“管线搬迁推进中”` */
export function silenceSpan(silence: Silence, hasMoney: boolean): string {
  const { from, to, months, words } = silence;
  const said = words === null ? "都报无变化" : `同样的话：${quoted(words, hasMoney)}`;
  return `${formatPeriod(from)}至${formatPeriod(to)}，连续${months}个月${said}`;
}
