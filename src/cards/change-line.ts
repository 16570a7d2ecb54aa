import { formatDay } from "../domain/day.js";
import type { Change, Field } from "../domain/ledger-changes.js";
import { obstacleIn } from "../domain/ledger-obstacle.js";
import { formatMoney, formatPercent } from "../domain/money.js";
import { formatPeriod, type Period } from "../domain/period.js";
import { hideAmounts } from "./hide-money.js";
import { typed } from "./typed.js";

const FIELDS: Record<Field, string> = {
  percent: "形象进度",
  ytd: "本年累计投资",
  month: "当月投资",
  increment: "新增投资",
  total: "开工以来累计",
  plan: "年度计划投资",
  completion: "年度完成率",
  area: "累计面积",
  funds: "累计资金",
  price: "成交价",
  buyer: "竞得人",
  "milestone-planned": "计划",
  "milestone-done": "完成",
  "milestone-waived": "容缺，补齐期限",
  note: "文字进展",
  unchanged: "无变化",
};

/** The name of a figure as people know it: 形象进度, 桩基形象进度, 8月投资, 结构封顶（计划） … */
function fieldName(change: Change, thisMonth: Period): string {
  const name = FIELDS[change.field];
  switch (change.field) {
    case "percent":
      return change.name ? `${typed(change.name, 20)}${name}` : name;
    case "month":
      return change.period ? `${formatPeriod(change.period, thisMonth)}投资` : name;
    case "milestone-planned":
    case "milestone-done":
    case "milestone-waived":
      return `${typed(change.name ?? "", 20)}（${name}）`;
    default:
      return name;
  }
}

/** A figure with its unit: `65%`, `1.02亿`, `35亩`, `9月30日`. Exact to what was said. */
function figure(change: Pick<Change, "field">, value: number | string, today: string): string {
  switch (change.field) {
    case "percent":
    case "completion":
      return formatPercent(Number(value), 2);
    case "area":
      return `${value}亩`;
    case "milestone-planned":
    case "milestone-done":
    case "milestone-waived":
      return formatDay(String(value), today);
    case "note":
    case "buyer":
      return typed(String(value));
    default:
      return formatMoney(Number(value));
  }
}

function before(change: Change, old: number | string, today: string): string {
  return `${change.oldApprox ? "约" : ""}${figure(change, old, today)}`;
}

const WORDY: ReadonlySet<Field> = new Set([
  "note",
  "unchanged",
  "milestone-planned",
  "milestone-done",
  "milestone-waived",
]);
const MONEY: ReadonlySet<Field> = new Set(["ytd", "month", "increment", "total", "plan", "funds"]);

/**
 * One line of a card: `形象进度 60% → **65%**`, with what there is to say about it. Where money is not
 * shown, a line says of which month it is, and no amount.
 */
export function changeLine(said: Change, today: string, hasMoney = true): string {
  const change = hasMoney || said.reason === undefined ? said : { ...said, reason: hideAmounts(said.reason) };
  const thisMonth = today.slice(0, 7);
  const obstacle = change.field === "note" ? obstacleIn(String(change.new ?? change.old ?? "")) : null;
  const name = obstacle === null ? fieldName(change, thisMonth) : "卡点";
  if (change.field === "unchanged")
    return `${change.period ? formatPeriod(change.period, thisMonth) : "本月"}无变化，各项照旧${remark(change, thisMonth)}`;
  if (!hasMoney && MONEY.has(change.field)) return `${name}${remark(change, thisMonth, "金额不在这里显示")}`;
  // Who may see it sees it on the plot's own card.
  if (change.field === "price")
    return `${name}${change.new === undefined ? " **没有数了**" : remark(change, thisMonth, "金额在内部看")}`;
  if (change.new === undefined)
    return `${name} ${change.old === undefined ? "" : `${before(change, change.old, today)} → `}**没有数了**`;
  const words = obstacle ?? change.new;
  const shown = !hasMoney && change.field === "note" ? hideAmounts(String(words)) : words;
  const now = `**${change.approx ? "约" : ""}${figure(change, shown, today)}**`;
  const isSame = change.old === change.new && change.oldApprox === change.approx;
  const old =
    change.old === undefined || change.field === "note" || isSame
      ? ""
      : `${before(change, change.old, today)} → `;
  return `${name} ${old}${now}${remark(change, thisMonth)}`;
}

function remark(change: Change, thisMonth: Period, first = ""): string {
  const words = first ? [first] : [];
  if (change.period && (change.field === "ytd" || change.field === "area" || change.field === "funds"))
    words.push(`截至${formatPeriod(change.period, thisMonth)}`);
  if (change.derived) words.push("推算");
  if (change.reason) words.push(`原因：${typed(change.reason, 60)}`);
  switch (change.note) {
    case "history":
      words.push("已有更新的数，这条只存为历史");
      break;
    case "same":
      words.push("与已记的一致");
      break;
    case "already":
      words.push(WORDY.has(change.field) ? "已经记过" : "已经是这个数");
      break;
    case "inside":
      words.push("已含在累计内，累计不变");
      break;
    case "gap":
      words.push(
        `缺${(change.lacks ?? []).map((month) => formatPeriod(month, thisMonth)).join("、")}，累计没有推算`,
      );
      break;
    case "no-base":
      words.push("还没有累计数，请再报一次本年累计");
      break;
  }
  return words.length > 0 ? `（${words.join("；")}）` : "";
}
