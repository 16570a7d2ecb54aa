/** Money is an integer number of 元 in a `number`: exact up to 9×10^15, the largest figure here is 10^13. */

const WAN = 10_000;
const YI = 100_000_000;

/**
 * `exact` loses no digit: 102345678 → `1.02345678亿`. `short` rounds to what a person compares: two
 * decimals of 亿 from one 亿 on, whole 万 below, 元 below one 万.
 */
export type MoneyStyle = "exact" | "short";

/** `1.02亿`, `3200万`, `1234.5万`, `800元`: as people write it. Throws on what is not whole 元. */
export function formatMoney(yuan: number, style: MoneyStyle = "exact"): string {
  if (!Number.isSafeInteger(yuan)) throw new RangeError(`not a whole number of 元: ${yuan}`);
  const sign = yuan < 0 ? "-" : "";
  const amount = Math.abs(yuan);
  return sign + (style === "exact" ? exact(amount) : short(amount));
}

function exact(amount: number): string {
  if (amount >= YI) return `${shift(amount, 8)}亿`;
  // 5000元 rather than 0.5万: below one 万 the 元 is the shorter word
  return amount >= WAN ? `${shift(amount, 4)}万` : `${amount}元`;
}

function short(amount: number): string {
  // 99,999,999 rounds to 10000万, which is written 1亿: look at the rounded figure, not at the raw one
  const wan = Math.round(amount / WAN);
  if (wan >= WAN) return `${shift(Math.round(amount / (YI / 100)), 2)}亿`;
  return amount >= WAN ? `${wan}万` : `${amount}元`;
}

/** An integer as a decimal with its point moved left; digits are moved, never divided, so none is lost. */
function shift(integer: number, places: number): string {
  const digits = String(integer).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places);
  return fraction ? `${whole}.${fraction}` : whole;
}

/** Per cent or points in the plain words of a bulletin: 65 → `65%`, 31.875 → `31.9%`. */
export function formatPercent(value: number, decimals = 1): string {
  return `${round(value, decimals)}%`;
}

/** The gap in short form: −34.79 → `差34.8点`, 15.22 → `快15.2点`, 0 → `持平`. */
export function formatPoints(points: number, decimals = 1): string {
  const size = round(Math.abs(points), decimals);
  if (size === "0") return "持平";
  return `${points < 0 ? "差" : "快"}${size}点`;
}

/** Half up on the decimal digits as written: 1.005 with two decimals is 1.01, not the binary 1.00. */
function round(value: number, decimals: number): string {
  const scaled = Number(`${Math.abs(value)}e${decimals}`);
  const rounded = Number.isNaN(scaled) ? 0 : Math.round(scaled);
  const text = decimals === 0 ? String(rounded) : shift(rounded, decimals);
  return value < 0 && text !== "0" ? `-${text}` : text;
}
