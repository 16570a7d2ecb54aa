import type { Day } from "./day.js";
import type { LampColour } from "./lamp-part.js";
import type { Node } from "./nodes.js";
import type { Period } from "./period.js";
import type { ReportState } from "./report-counts.js";

/** A project as a bulletin sees it at the month's close; of land that is sold no sum is in it. Money in 元. */
export interface BulletinProject {
  code: string;
  name: string;
  class: string | null;
  unit: string | null;
  planYuan: number | null;
  /** 本年累计 at the month's end, or the last known one before it */
  ytdYuan: number | null;
  /** 形象进度, per cent */
  percent: number | null;
  /** its money is held against 时序, and the figure is of this very month */
  isJudged: boolean;
  /** its money counts in the sum: it has a plan and is judged by the pace of money */
  isCounted: boolean;
  /** 按时序应完成 */
  dueYuan: number;
  /** the month of the last figure of the year where it is an earlier one, and what was due by then */
  earlier: { month: Period; dueYuan: number } | null;
  lamp: LampColour;
  /** at the close of the month before; null where it was not in the ledger */
  before: LampColour | null;
  /** months running yellow or red */
  running: number;
  /** what there is to say beside the sum of this month: `9月未报`, `节点逾期12天（开工）` */
  lags: readonly string[];
  /** the lamp's reason with its arithmetic */
  reason: string;
  reported: ReportState;
  /** no report was owed of the month, whether one came or not */
  isNotOwed: boolean;
  /** 竣工销项 when the month closed: in the sums, but in no count of lamps or reports */
  isFinished: boolean;
  /** a figure of the month was put right after its close */
  isCorrected: boolean;
  nodes: readonly Node[];
}

export interface BulletinProblem {
  project: string;
  code: string;
  words: string;
  /** 牵头 */
  lead: string | null;
  due: Day | null;
  openedOn: Day;
  /** null while it is open */
  closedOn: Day | null;
}

/** All that a month's bulletin is composed from; projects in the order of the ledger. */
export interface BulletinFacts {
  month: Period;
  /** the day on which the month closed */
  asOf: Day;
  /** 2022-08-1 */
  snapshot: string;
  ruleVersion: string;
  /** the month before was kept, so that lamps can be held against it */
  hasBefore: boolean;
  projects: readonly BulletinProject[];
  problems: readonly BulletinProblem[];
}

/** What the office writes itself; null where it left it to the bot. */
export interface BulletinWords {
  /** 七、要求, a line each */
  demands: string | null;
  /** a paragraph of its own at the end of 一、总体情况 */
  remark: string | null;
}
