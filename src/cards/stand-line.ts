import { type LampResult, lampSign } from "../domain/lamp.js";
import type { LampPart } from "../domain/lamp-part.js";
import { formatMoney } from "../domain/money.js";
import { formatPeriod, type Period } from "../domain/period.js";
import { sharesOnly } from "./hide-money.js";
import { typed } from "./typed.js";

/** Where a project stands after a report, and where it stood before. */
export interface Stand {
  was: LampResult;
  is: LampResult;
  /** 按期须月均, in 元; given where money may be shown */
  neededPerMonth?: number | undefined;
  /** the lamp at the close of the month that is over, where it will be another one */
  atClose?: { month: Period; lamp: LampResult };
}

/** `现在 🔴→🟡　完成55% 时序66.7% 差11.7点，按期须月均3600万`; null when there is nothing worth a line. */
export function standLine({ was, is, neededPerMonth, atClose }: Stand): string | null {
  const pace = sharesOnly(is.parts.investment.text);
  if (pace === "" && was.lamp === is.lamp && !atClose) return null;
  const lamp = was.lamp === is.lamp ? lampSign(is.lamp) : `${lampSign(was.lamp)}→${lampSign(is.lamp)}`;
  const next =
    isBehind(is.parts.investment) && neededPerMonth
      ? `，按期须月均${formatMoney(neededPerMonth, "short")}`
      : "";
  const late = isBehind(is.parts.milestone) ? typed(is.parts.milestone.text) : "";
  const now = [`现在 ${lamp}`, `${pace}${next}`, late].filter(Boolean).join("　");
  return atClose ? `${now}\n${closeLine(atClose)}` : now;
}

/** `按4月底看 🔴　完成20.3% 时序33.3% 差13点，连续2月（4月关账后就是这个灯）` */
function closeLine({ month, lamp }: NonNullable<Stand["atClose"]>): string {
  const pace = sharesOnly(lamp.parts.investment.text);
  const running = lamp.running > 1 ? `连续${lamp.running}月` : "";
  const why = [pace, running].filter(Boolean).join("，");
  const name = formatPeriod(month);
  return `按${name}底看 ${[lampSign(lamp.lamp), why].filter(Boolean).join("　")}（${name}关账后就是这个灯）`;
}

const isBehind = ({ colour }: LampPart): boolean => colour === "red" || colour === "yellow";
