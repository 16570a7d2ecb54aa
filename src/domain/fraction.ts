/**
 * Shares of a plan as exact fractions: whether a project is at exactly 80 % of its plan decides its lamp,
 * and 0.1 + 0.2 must not. Both numbers are integers, `of` is above 0.
 */
export interface Fraction {
  part: number;
  of: number;
}

/** A percentage with two decimals at most: 31.88 → 3188 / 10000. */
export function fromPercent(percent: number): Fraction {
  return { part: Math.round(percent * 100), of: 10_000 };
}

export function toPercent({ part, of }: Fraction): number {
  return (part / of) * 100;
}

/** a ÷ b < percent, exactly */
export function isBelow(a: Fraction, b: Fraction, percent: number): boolean {
  return product(a.part, b.of, 100) < product(percent, b.part, a.of);
}

/** −1, 0 or 1 as b − a is less than, exactly or more than `points` percentage points */
export function comparePointsBehind(a: Fraction, b: Fraction, points: number): -1 | 0 | 1 {
  const allowed = product(100 * b.part - points * b.of, a.of);
  const actual = product(100, a.part, b.of);
  return allowed < actual ? -1 : allowed > actual ? 1 : 0;
}

/** Beyond 2^53 a number loses its last digits; bigint does not, but costs ten times as much. */
function product(...factors: number[]): number | bigint {
  const fast = factors.reduce((result, factor) => result * factor, 1);
  if (Number.isSafeInteger(fast)) return fast;
  return factors.reduce((result, factor) => result * BigInt(factor), 1n);
}
