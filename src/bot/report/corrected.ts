import type { CorrectItem, ReportItem } from "../../language/items.js";
import type { LedgerRecord } from "../../store/ledger.js";

/** Whether a correction speaks of this record's kind of figure. */
export function fits(record: LedgerRecord, { measure }: CorrectItem): boolean {
  return measure === "unit" ? record.measure === "investment" : record.measure === measure;
}

/** The record as it should have been; null when the correction lacks its figure. */
export function corrected(record: LedgerRecord, asked: CorrectItem, project: string): ReportItem | null {
  const head = { intent: "report", project } as const;
  if (record.measure === "percent" && asked.value !== undefined)
    return { ...head, measure: "percent", value: asked.value, ...(record.part ? { part: record.part } : {}) };
  if (record.measure === "completion" && asked.value !== undefined)
    return { ...head, measure: "completion", value: asked.value };
  if (record.measure !== "investment") return null;
  const period = record.period ? { period: record.period } : {};
  if (asked.measure === "unit")
    return { ...head, measure: "investment", scope: record.scope, yuan: scaled(record, asked), ...period };
  if (asked.yuan === undefined) return null;
  const scope = asked.scope ?? record.scope;
  return { ...head, measure: "investment", scope, yuan: asked.yuan, ...period };
}

const WAN_PER_YI = 10_000;

/** 是万不是亿: the same figure in the other unit. */
function scaled(record: { yuan: number; words: string }, asked: CorrectItem): number {
  const saidInYi = asked.written ? asked.written === "亿" : /亿/.test(record.words);
  return saidInYi ? Math.round(record.yuan / WAN_PER_YI) : record.yuan * WAN_PER_YI;
}

/** The same figure for another project; a milestone stays what it is and is not moved. */
export function asReport(record: LedgerRecord, project: string): ReportItem | null {
  const approx = record.approx ? { approx: record.approx } : {};
  const head = { intent: "report", project, ...approx } as const;
  switch (record.measure) {
    case "percent": {
      const part = record.part ? { part: record.part } : {};
      return { ...head, measure: "percent", value: record.value, ...part };
    }
    case "investment": {
      const period = record.period ? { period: record.period } : {};
      return { ...head, measure: "investment", scope: record.scope, yuan: record.yuan, ...period };
    }
    case "completion":
      return { ...head, measure: "completion", value: record.value };
    case "area":
      return { ...head, measure: "area", mu: record.mu };
    case "funds":
    case "plan":
      return { ...head, measure: record.measure, yuan: record.yuan };
    case "note":
      return { ...head, measure: "note", note: record.note };
    case "unchanged":
      return { ...head, measure: "unchanged" };
    case "milestone":
      return null;
  }
}
