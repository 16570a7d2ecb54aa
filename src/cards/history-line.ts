import { dayOf, formatInstant } from "../domain/day.js";
import { saidBy } from "../domain/ledger-changes.js";
import type { LedgerRecord } from "../store/ledger.js";
import { changeLine } from "./change-line.js";
import { typed } from "./typed.js";

const MONEY = new Set(["investment", "funds", "plan"]);

/** One line of a project's history: `9月16日 09:20 张伟：形象进度 **65%**`, what was undone struck out. */
export function historyLine(record: LedgerRecord, now: number, hasMoney: boolean): string {
  const isHidden = !hasMoney && MONEY.has(record.measure);
  const said = isHidden ? "投资（本群不显示）" : changeLine(saidBy(record), dayOf(now));
  const line = `${formatInstant(record.saidAt, now)} ${typed(record.saidByName, 20)}：${said}`;
  return record.undone ? `~~${line.replaceAll("**", "")}~~（已撤销）` : line;
}
