import { periodOfEntry } from "../../domain/ledger-entry.js";
import type { CorrectItem, ReportItem } from "../../language/items.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { isRough } from "./said-beside.js";

/** Whether a correction speaks of this record's kind of figure; of which sum, `isOfScope` says. */
export function fits(record: LedgerRecord, { measure }: CorrectItem): boolean {
  return measure === "unit" ? record.measure === "investment" : record.measure === measure;
}

/**
 * 累计 is corrected by 累计, a month's figure by one of a month, a part's by one of that part; without a word for
 * it, whatever was said.
 */
export function isOfScope(record: LedgerRecord, asked: CorrectItem): boolean {
  const { scope } = asked;
  if (record.measure === "percent") return isOfPart(record, asked);
  return record.measure !== "investment" || scope === undefined || scope === record.scope;
}

/** 形象进度更正为67%: of the whole, as no part is named. */
const WHOLE = /形象|[总整]体|总进度|工程进度/;

function isOfPart(record: { part?: string }, { part, text = "" }: CorrectItem): boolean {
  if (part === undefined) return record.part === undefined || !WHOLE.test(text);
  return record.part !== undefined && (record.part.includes(part) || part.includes(record.part));
}

/** Whether it is the month that the correction names, if it names one. */
export function isOfPeriod(record: LedgerRecord, { period }: CorrectItem): boolean {
  return record.measure !== "investment" || period === undefined || period === periodOfEntry(record);
}

/** 不是65%: whether the record holds the figure that is denied; any does when none is named. */
export function isDenied(record: LedgerRecord, { deniedValue, deniedYuan }: CorrectItem): boolean {
  if (deniedValue !== undefined) return "value" in record && record.value === deniedValue;
  if (deniedYuan !== undefined) return "yuan" in record && record.yuan === deniedYuan;
  return true;
}

/** The record as it should have been; null when the correction lacks its figure. */
export function corrected(record: LedgerRecord, asked: CorrectItem, project: string): ReportItem | null {
  const rough = isRough(asked) ? { approx: true as const } : {};
  const head = { intent: "report", project, ...rough } as const;
  if (record.measure === "percent" && asked.value !== undefined) {
    const part = isOfPart(record, asked) ? record.part : asked.part;
    return { ...head, measure: "percent", value: asked.value, ...(part ? { part } : {}) };
  }
  if (record.measure === "completion" && asked.value !== undefined)
    return { ...head, measure: "completion", value: asked.value };
  if (record.measure === "area" && asked.mu !== undefined) return { ...head, measure: "area", mu: asked.mu };
  if (record.measure === "funds" && asked.measure === "funds" && asked.yuan !== undefined)
    return { ...head, measure: "funds", yuan: asked.yuan };
  if (record.measure !== "investment") return null;
  const { scope, period } = { period: periodOfEntry(record), ...record };
  if (asked.measure === "unit") {
    // 约 was not what was wrong with it.
    const approx = record.approx ? { approx: record.approx } : {};
    const yuan = scaled(record, asked);
    return yuan === null ? null : { ...head, ...approx, measure: "investment", scope, yuan, period };
  }
  if (asked.yuan === undefined) return null;
  return {
    ...head,
    measure: "investment",
    scope: asked.scope ?? scope,
    yuan: asked.yuan,
    period: asked.period ?? period,
  };
}

const WAN_PER_YI = 10_000;

/** 元; a sum that comes to less in the other unit was not said in 亿 */
const LEAST = 10_000;

/** 是万不是亿: the same figure in the other unit; null where it was not said in the unit that is denied. */
function scaled({ yuan, words }: { yuan: number; words: string }, asked: CorrectItem): number | null {
  const denied = asked.written ?? (asked.meant === "亿" ? "万" : "亿");
  const isSaidSo = denied === "亿" ? /[亿億]/.test(words) : /[万萬w]/i.test(words);
  if (!isSaidSo) return null;
  if (denied !== "亿") return yuan * WAN_PER_YI;
  return yuan / WAN_PER_YI >= LEAST ? Math.round(yuan / WAN_PER_YI) : null;
}

/**
 * The same figure for another project, of the month it was said for however late it is moved; a milestone
 * stays what it is and is not moved.
 */
export function asReport(record: LedgerRecord, project: string): ReportItem | null {
  const approx = record.approx ? { approx: record.approx } : {};
  const head = { intent: "report", project, ...approx } as const;
  switch (record.measure) {
    case "percent": {
      const part = record.part ? { part: record.part } : {};
      return { ...head, measure: "percent", value: record.value, ...part };
    }
    case "investment": {
      const { scope, yuan } = record;
      return { ...head, measure: "investment", scope, yuan, period: periodOfEntry(record) };
    }
    case "completion":
      return { ...head, measure: "completion", value: record.value };
    case "area":
      return { ...head, measure: "area", mu: record.mu };
    case "funds":
    case "plan":
      return { ...head, measure: record.measure, yuan: record.yuan };
    case "price":
      return { ...head, measure: "price", yuan: record.yuan };
    case "buyer":
      return { ...head, measure: "buyer", buyer: record.buyer };
    case "note":
      return { ...head, measure: "note", note: record.note };
    case "unchanged":
      return { ...head, measure: "unchanged" };
    case "milestone":
      return null;
  }
}
