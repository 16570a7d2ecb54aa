import { dayOf, formatInstant } from "../domain/day.js";
import { saidBy } from "../domain/ledger-changes.js";
import type { LedgerRecord } from "../store/ledger.js";
import { changeLine } from "./change-line.js";
import { typed } from "./typed.js";

/**
 * One line of a project's history: `9月16日 09:20 张伟：形象进度 **65%**`; what was undone is struck out, and
 * so is what a later entry has put right.
 */
export function historyLine(
  record: LedgerRecord,
  now: number,
  hasMoney: boolean,
  isPutRight = false,
): string {
  const said = changeLine(saidBy(record), dayOf(now), hasMoney);
  const line = `${formatInstant(record.saidAt, now)} ${typed(record.saidByName, 20)}${record.corrects === undefined ? "" : "更正"}：${said}`;
  if (!record.undone && !isPutRight) return line;
  return `~~${line.replaceAll("**", "")}~~（${record.undone ? "已撤销" : "后来更正了"}）`;
}
