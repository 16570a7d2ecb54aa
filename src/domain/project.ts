import type { Frozen } from "./baseline.js";
import type { Figures } from "./ledger-figures.js";
import type { Period } from "./period.js";
import type { Ended, ProjectDetails } from "./project-details.js";
import type { Gap } from "./report-gap.js";

export interface Project extends ProjectDetails {
  code: string;
  name: string;
  aliases: string[];
  /** 类别; null where the document names none */
  class: string | null;
  /** inferred = 待核 */
  classBasis: "stated" | "inferred" | null;
  kind: string;
  stage: string;
  facts: string;
  /** 责任单位 */
  unit: string | null;
  /** the first data month a report is due for */
  firstMonth: Period;
  /** months in which it was out and owed no report, where it was restored */
  gaps?: readonly Gap[];
  /** set where it is closed or withdrawn: it then stands in no list, and is still found by its name */
  ended?: Ended;
}

export interface Unit {
  name: string;
  aliases: string[];
}

/** How a project's year is paced, where month/12 does not fit. */
export interface YearPace {
  /** cumulative per cent of the plan at the end of each month, January first */
  curve: number[] | null;
  /** 1–12 */
  startMonth: number | null;
  /** 年度目标 as signed; absent where nothing was signed */
  frozen?: Frozen;
}

/** A project with where it stands. */
export interface Standing {
  project: Project;
  figures: Figures;
  pace: YearPace;
  /** the last data month of which something was reported */
  reportedMonth: Period | null;
  /** epoch ms of the last report */
  lastSaidAt: number | null;
}

export interface TeamMember {
  name: string;
  /** 负责人, 联络员 */
  part: string;
  unit: string | null;
  openId: string | null;
}

/** 年度控制数 of a class, as the document gives it: counts, 元, 亩, 口径 and 待核. */
export interface ControlTotal {
  class: string;
  projects?: number;
  formal?: number;
  reserve?: number;
  carriedOver?: number;
  new?: number;
  totalYuan?: number;
  yearYuan?: number;
  amountYuan?: number;
  mu?: number;
  fundsYuan?: number;
  approx?: boolean;
  scope?: string;
  check?: string;
}

export interface StandingFilter {
  codes?: ReadonlySet<string> | null;
  class?: string;
  unit?: string;
  /** closed and withdrawn projects too; without it those in progress alone */
  withEnded?: boolean;
  /** those that were finished (竣工销项) in the year too: what sums, snapshots and scores of a year count */
  withFinished?: boolean;
}
