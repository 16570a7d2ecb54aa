/**
 * What a message means, item by item, in the order of the text. The shapes are the contract of
 * `tests/corpus/README.md`: pure data, no database ids, projects and units by their full names.
 */

/** `YYYY-MM` */
export type Period = string;
/** `YYYY-MM-DD`, a day in Asia/Shanghai */
export type Day = string;

export type InvestmentScope = "month" | "ytd" | "increment" | "total";

interface Said {
  /** the clause of the original message that this item was read from */
  text?: string;
}

export type ReportItem = Said & {
  intent: "report";
  project: string;
  approx?: true;
  /** the person has said yes to a question about it */
  confirmed?: true;
  /** the person has been asked for which time it counts, or whether it is so by now, and has said */
  settled?: true;
} & Measured;

export type Measured =
  /** 形象进度, in per cent (0–100, two decimals at most); `part` when only a part of the works is meant */
  | { measure: "percent"; value: number; part?: string }
  | { measure: "investment"; scope: InvestmentScope; yuan: number; period?: Period }
  /** 年度完成率, in per cent */
  | { measure: "completion"; value: number }
  | { measure: "area"; mu: number }
  | { measure: "funds"; yuan: number }
  /** 年度计划投资; `year` where it is another than the data month's */
  | { measure: "plan"; yuan: number; year?: number }
  /** 成交价 of a plot */
  | { measure: "price"; yuan: number }
  /** 竞得人 of a plot */
  | { measure: "buyer"; buyer: string }
  | { measure: "note"; note: string }
  /** 8月无变化: the month, where one was named */
  | { measure: "unchanged"; period?: Period };

export interface MilestoneItem extends Said {
  intent: "milestone";
  project: string;
  milestone: string;
  status: "planned" | "done";
  date: Day;
  precision: "day" | "ten-day" | "month" | "quarter" | "half-year" | "year";
  /** of a plot's sale: the person knows that a gate before it is open, and says why it goes ahead */
  despite?: true;
  /** the person has been asked whether it is so by now, and has said yes */
  settled?: true;
}

export interface ProblemItem extends Said {
  intent: "problem";
  action: "open" | "resolve" | "close" | "reopen" | "extend" | "escalate" | "update";
  project?: string;
  number?: number;
  lead?: string;
  due?: Day;
  /** what hinders, in the speaker's words */
  what?: string;
}

export interface CorrectItem extends Said {
  intent: "correct";
  measure: "percent" | "investment" | "completion" | "area" | "funds" | "project" | "unit";
  value?: number;
  /** of a percent, when only a part of the works is meant */
  part?: string;
  yuan?: number;
  mu?: number;
  scope?: InvestmentScope;
  period?: Period;
  /** for `project` the one that was meant; for a figure the one that was named beside it, if any */
  project?: string;
  /** for `project`: the full name of the project that was denied, when it was named: 不是603，是606 */
  denied?: string;
  /** the figure that was denied, when it was said, in per cent: 不是65%，是60% */
  deniedValue?: number;
  /** the same of a sum, in yuan: 不是3200万，是3500万 */
  deniedYuan?: number;
  /** for `unit`: the unit that was meant and the one that was written */
  meant?: string;
  written?: string;
}

export interface UndoItem extends Said {
  intent: "undo";
}

export type QueryAbout =
  | "status"
  | "lagging"
  | "unreported"
  | "totals"
  | "overview"
  | "compare"
  | "owner"
  | "milestones"
  | "as-of"
  | "why"
  | "shortfall"
  | "problems"
  | "ranking"
  | "history";

export type Lamp = "red" | "yellow" | "green" | "grey";

export interface QueryItem extends Said {
  intent: "query";
  about: QueryAbout;
  project?: string;
  unit?: string;
  class?: string;
  /** 道路, 轨道交通, 地块 …: of which sort of projects */
  kind?: string;
  /** 前期, 在建, 收尾, 建成, or a stage as the ledger has it */
  stage?: string;
  lamp?: Lamp;
  date?: Day;
  from?: Day;
  to?: Day;
  open?: boolean;
  /** of a problem: `#5 怎么样了` */
  number?: number;
}

export type AskReason =
  | "which-project"
  | "which-measure"
  | "which-scope"
  | "which-unit"
  | "which-date"
  | "which-problem"
  | "how-much";

/** One possible reading of an unclear clause: what a button says, and what it stands for. */
export interface Option {
  label: string;
  items: Item[];
}

export interface AskItem extends Said {
  intent: "ask";
  reason: AskReason;
  project?: string;
  candidates?: string[];
  /** why the figure in `text` cannot be written, where that is plain: 形象进度 above 100%, a figure below zero */
  why?: "over-100" | "negative";
  /** the readings to offer as buttons; may be empty when only the person can say it */
  options?: Option[];
}

export interface CommandItem extends Said {
  intent: "command";
  name: string;
  /** what stands behind the command's word, trimmed */
  rest?: string;
}

export interface NoneItem extends Said {
  intent: "none";
}

export type Item =
  | ReportItem
  | MilestoneItem
  | ProblemItem
  | CorrectItem
  | UndoItem
  | QueryItem
  | AskItem
  | CommandItem
  | NoneItem;
