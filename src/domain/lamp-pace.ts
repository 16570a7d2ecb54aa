import { comparePointsBehind, type Fraction, isBelow, toPercent } from "./fraction.js";
import type { LampRule } from "./lamp-rule.js";
import { formatPercent, formatPoints } from "./money.js";

export interface PaceVerdict {
  colour: "red" | "yellow" | "green";
  done: string;
  due: string;
  gap: string;
  /** the thresholds that were crossed, `差超过30点，为应完成的47.8%，不足60%`; empty for green */
  because: string;
}

/**
 * What is done against what is due: two exact shares of the same plan, by ratio and by points; the worse
 * of both decides. `due` must be above 0. The figures come as they are printed: with as many decimals as
 * it takes that the printed figure stands on the same side of each threshold as the exact one.
 */
export function judgePace(done: Fraction, due: Fraction, { ratio, gap }: LampRule): PaceVerdict {
  const red: string[] = [];
  const yellow: string[] = [];
  if (gap && comparePointsBehind(done, due, gap.red) > 0) red.push(`差超过${gap.red}点`);
  else if (gap && comparePointsBehind(done, due, gap.yellow) >= 0) yellow.push(`差达到${gap.yellow}点`);
  if (ratio && isBelow(done, due, ratio.red)) red.push(lowRatio(done, due, ratio.red));
  else if (ratio && isBelow(done, due, ratio.yellow)) yellow.push(lowRatio(done, due, ratio.yellow));

  const points = toPercent(done) - toPercent(due);
  const thresholds = gap ? [-gap.yellow, -gap.red, 0] : [0];
  return {
    colour: red.length > 0 ? "red" : yellow.length > 0 ? "yellow" : "green",
    done: formatPercent(toPercent(done)),
    due: formatPercent(toPercent(due)),
    gap: formatPoints(points, decimalsFor(points, thresholds)),
    because: (red.length > 0 ? red : yellow).join("，"),
  };
}

function lowRatio(done: Fraction, due: Fraction, threshold: number): string {
  const percent = (toPercent(done) / toPercent(due)) * 100;
  return `为应完成的${formatPercent(percent, decimalsFor(percent, [threshold]))}，不足${threshold}%`;
}

const MOST_DECIMALS = 6;

/** One decimal, or as many more as keep the rounded value on its side of every threshold. */
function decimalsFor(value: number, thresholds: readonly number[]): number {
  const exact = Number(value.toFixed(9));
  const faithful = (decimals: number) =>
    thresholds.every(
      (threshold) => Math.sign(Number(exact.toFixed(decimals)) - threshold) === Math.sign(exact - threshold),
    );
  let decimals = 1;
  while (decimals < MOST_DECIMALS && !faithful(decimals)) decimals++;
  return decimals;
}
