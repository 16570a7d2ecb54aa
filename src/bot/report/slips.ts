import { formatMoney } from "../../domain/money.js";
import type { ReportItem } from "../../language/items.js";
import type { AskedSection } from "./sections.js";

/** 亿 for 万, a digit too many, 万 for 亿 */
const SLIPS: readonly ((yuan: number) => number)[] = [
  (yuan) => yuan / 10_000,
  (yuan) => yuan / 10,
  (yuan) => yuan * 10_000,
];
/** Times the plan: a year may well end above it, but what is offered should be the likely. */
const OVER_PLAN = 1.2;
/** Times the last cumulative, where there is no plan; beyond it would be asked again. */
const OVER_LAST = 10;

/** What the sum would be without a slip of unit or digit, as far as that fits what is known. */
export function slips(item: ReportItem, last: number, plan: number | undefined): AskedSection["options"] {
  if (!("yuan" in item)) return [];
  const most = plan === undefined ? OVER_LAST * last : OVER_PLAN * plan;
  return SLIPS.map((slip) => slip(item.yuan))
    .filter((yuan) => Number.isInteger(yuan) && fits(item, yuan, last, most))
    .map((yuan) => ({ label: `应为 ${formatMoney(yuan)}`, items: [{ ...item, yuan }] }));
}

function fits(item: ReportItem, yuan: number, last: number, most: number): boolean {
  // A year's plan is not below what is done, and seldom so far above it.
  if (item.measure === "plan") return yuan >= last && yuan <= OVER_LAST * last;
  if (item.measure !== "investment") return false;
  if (item.scope === "total") return yuan >= last;
  return item.scope === "ytd" ? yuan >= last && yuan <= most : last + yuan <= most;
}
