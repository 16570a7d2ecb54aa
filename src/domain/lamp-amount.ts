import { type LampPart, off } from "./lamp-part.js";
import type { LampRule } from "./lamp-rule.js";
import { formatMoney } from "./money.js";

/** An amount due by now: 亩, 出让金 … `done` absent when nothing was reported. */
export interface LampAmount {
  name: string;
  unit: string;
  done?: number;
  due: number;
}

/** 数量灯: 亩 and amounts against what is due by now, by ratio alone: they come in lots, not month by month. */
export function amountLamp(amounts: readonly LampAmount[], { ratio }: LampRule): LampPart {
  const due = amounts.filter((each) => each.due > 0);
  if (due.length === 0 || ratio === undefined) return off("无到期数量");
  const behind = (percent: number) => due.some((each) => isBehind(each, percent));
  const unknown = due.some((each) => each.done === undefined);
  const colour = behind(ratio.red) ? "red" : behind(ratio.yellow) ? "yellow" : unknown ? "grey" : "green";
  const text = due.map(describe).join(" ");
  return { colour, text, detail: text };
}

function isBehind({ done, due }: LampAmount, percent: number): boolean {
  // hundredths of a 亩 as integers: 35.1 × 100 is not 3510 in binary
  return done !== undefined && Math.round(done * 100) * 100 < percent * Math.round(due * 100);
}

function describe({ name, unit, done, due }: LampAmount): string {
  const write = (amount: number) => (unit === "元" ? formatMoney(amount, "short") : `${amount}${unit}`);
  return `${name}${done === undefined ? "未报" : write(done)} 应${write(due)}`;
}
