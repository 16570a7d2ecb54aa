import { formatMoney, formatPercent } from "../domain/money.js";
import { formatPeriod } from "../domain/period.js";
import type {
  AskReason,
  CorrectItem,
  InvestmentScope,
  Item,
  ProblemItem,
  QueryAbout,
  ReportItem,
} from "../language/items.js";

const SCOPES: Record<InvestmentScope, string> = {
  month: "当月投资",
  ytd: "本年累计投资",
  increment: "又完成投资",
  total: "开工以来累计投资",
};

const ACTIONS: Record<ProblemItem["action"], string> = {
  open: "新问题",
  resolve: "问题已解决",
  close: "销号",
  reopen: "问题退回",
  extend: "延期",
  escalate: "上报",
  update: "问题进展",
};

const ABOUT: Record<QueryAbout, string> = {
  status: "情况",
  lagging: "哪些滞后",
  unreported: "谁没报",
  totals: "总数",
  overview: "总览",
  compare: "与上月比",
  owner: "谁负责",
  milestones: "节点",
  "as-of": "某一天的数",
  why: "为什么",
  shortfall: "还差多少",
  problems: "问题",
  ranking: "排名",
  history: "历史",
};

const REASONS: Record<AskReason, string> = {
  "which-project": "哪个项目",
  "which-measure": "哪一项",
  "which-scope": "当月还是累计",
  "which-unit": "什么单位",
  "which-date": "哪一天",
  "which-problem": "哪个问题",
  "how-much": "多少",
};

const CORRECTED: Record<CorrectItem["measure"], string> = {
  percent: "形象进度",
  investment: "投资",
  completion: "年度完成率",
  area: "面积",
  funds: "收储资金",
  project: "项目",
  unit: "单位",
};

/** What an item means, in one line for a person: `记　武宁路快速化　形象进度 65%`. As typed: not escaped. */
export function itemWords(item: Item): string {
  switch (item.intent) {
    case "report":
      return joined("记", item.project, reportWords(item));
    case "milestone":
      return joined(
        "记",
        item.project,
        `节点 ${item.milestone} ${item.status === "done" ? "已完成" : "计划"} ${item.date}`,
      );
    case "problem":
      return joined(
        ACTIONS[item.action],
        item.number === undefined ? "" : `#${item.number}`,
        item.project,
        item.what,
        item.lead && `牵头 ${item.lead}`,
        item.due && `${item.due}前`,
      );
    case "correct":
      return joined("更正上一条", CORRECTED[item.measure], item.project, correctedTo(item));
    case "undo":
      return "撤销";
    case "query":
      return joined(
        "问",
        ABOUT[item.about],
        item.project,
        item.unit,
        item.class,
        item.kind,
        item.stage,
        item.date,
      );
    case "ask":
      return joined(
        "要问",
        REASONS[item.reason],
        item.project,
        item.options?.map(({ label }) => `【${label}】`).join(" "),
      );
    case "command":
      return joined("口令", item.name, item.rest);
    case "none":
      return "没有要办的";
  }
}

const joined = (...words: (string | undefined)[]): string => words.filter(Boolean).join("　");

function reportWords(item: ReportItem): string {
  const about = item.approx ? "约" : "";
  switch (item.measure) {
    case "percent":
      return `${item.part ?? "形象进度"} ${about}${formatPercent(item.value, 2)}`;
    case "investment":
      return joined(
        `${SCOPES[item.scope]} ${about}${formatMoney(item.yuan)}`,
        item.period && formatPeriod(item.period),
      );
    case "completion":
      return `年度完成率 ${about}${formatPercent(item.value, 2)}`;
    case "area":
      return `面积 ${about}${item.mu}亩`;
    case "funds":
      return `资金 ${about}${formatMoney(item.yuan)}`;
    case "plan":
      return `年度计划 ${about}${formatMoney(item.yuan)}`;
    case "price":
      return "成交价（金额在内部看）";
    case "buyer":
      return `竞得人 ${item.buyer}`;
    case "note":
      return `文字进展 ${item.note}`;
    case "unchanged":
      return "无变化";
  }
}

function correctedTo({ value, yuan, mu, meant }: CorrectItem): string {
  if (mu !== undefined) return `→ ${mu}亩`;
  if (value !== undefined) return `→ ${formatPercent(value, 2)}`;
  if (yuan !== undefined) return `→ ${formatMoney(yuan)}`;
  return meant ? `→ ${meant}` : "";
}
