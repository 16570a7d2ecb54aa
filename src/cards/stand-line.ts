import { type LampResult, lampSign } from "../domain/lamp.js";
import type { LampPart } from "../domain/lamp-part.js";
import { formatMoney } from "../domain/money.js";
import { sharesOnly } from "./hide-money.js";
import { typed } from "./typed.js";

/** Where a project stands after a report, and where it stood before. */
export interface Stand {
  was: LampResult;
  is: LampResult;
  /** 按期须月均, in 元; given where money may be shown */
  neededPerMonth?: number | undefined;
}

/** `现在 🔴→🟡　完成55% 时序66.7% 差11.7点，按期须月均3600万`; null when there is nothing worth a line. */
export function standLine({ was, is, neededPerMonth }: Stand): string | null {
  const pace = sharesOnly(is.parts.investment.text);
  if (pace === "" && was.lamp === is.lamp) return null;
  const lamp = was.lamp === is.lamp ? lampSign(is.lamp) : `${lampSign(was.lamp)}→${lampSign(is.lamp)}`;
  const next =
    isBehind(is.parts.investment) && neededPerMonth
      ? `，按期须月均${formatMoney(neededPerMonth, "short")}`
      : "";
  const late = isBehind(is.parts.milestone) ? typed(is.parts.milestone.text) : "";
  return [`现在 ${lamp}`, `${pace}${next}`, late].filter(Boolean).join("　");
}

const isBehind = ({ colour }: LampPart): boolean => colour === "red" || colour === "yellow";
