import type { Day } from "./day.js";

/** 四类标准: what makes a project one of the district's major ones. */
export const CRITERIA = ["政府投资", "社会投资", "重点民生", "重大产业"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** 建设性质 */
export const NATURES = ["结转", "新增", "预备"] as const;
export type Nature = (typeof NATURES)[number];

/** 类别, as the office's document has them. */
export const CLASSES = ["市属重大", "区属重大", "区属重点预备", "土地出让", "土地收储"] as const;

/** What a project carries beside its name; only what has been registered is there. */
export interface ProjectDetails {
  /** 标准 */
  criterion?: Criterion;
  nature?: Nature;
  /** 总投资 in 元 */
  totalYuan?: number;
  /** 至去年底累计 in 元 */
  spentYuan?: number;
  /** the year at whose end it stood; what later years have added comes on top */
  spentTo?: number;
  /** 建设内容 */
  content?: string;
  /** 建设单位 */
  builder?: string;
  /** 牵头部门 */
  lead?: string;
  /** 配合部门 */
  support?: string;
  /** 分管领导 */
  leader?: string;
}

/** 关闭（竣工销项） or 退出. */
export interface Ended {
  as: "closed" | "withdrawn";
  on: Day;
  /** the year it counts for, where it is not the day's: done in the old year, closed in January */
  year?: number;
  /** as typed; empty for a project that was closed without one */
  reason: string;
}

/** 已关闭（竣工销项）, 已退出 */
export const endedWord = ({ as }: Ended): string => (as === "closed" ? "已关闭（竣工销项）" : "已退出");

export const endedYear = ({ on, year }: Ended): number => year ?? Number(on.slice(0, 4));

/**
 * Whether a project counts in the sums of a year: what is in progress, and what was finished (竣工销项) in that
 * year or ended after it. What was given up (退出) in the year counts no more.
 */
export function countsIn({ ended }: { ended?: Ended }, year: number): boolean {
  if (!ended) return true;
  const endYear = endedYear(ended);
  return endYear > year || (endYear === year && ended.as === "closed");
}

/** 竣工销项 by that day. */
export const isFinishedOn = ({ ended }: { ended?: Ended }, day: Day): boolean =>
  ended?.as === "closed" && ended.on <= day;

/** 预备: judged apart from what is formally planned. */
export const isReserve = (projectClass: string | null): boolean => projectClass?.endsWith("预备") ?? false;
