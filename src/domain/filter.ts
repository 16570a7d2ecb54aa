import { fitsKind } from "./filter-kind.js";
import { fitsStage } from "./filter-stage.js";
import type { LampColour } from "./lamp-part.js";
import type { Assessed } from "./portfolio.js";

/** Which projects a list is of; what is absent leaves nothing out. Plain JSON: cards keep it. */
export interface Filter {
  /** 类别 */
  class?: string;
  /** 责任单位 */
  unit?: string;
  /** 道路, 轨道交通, 地块 … */
  kind?: string;
  /** 前期, 在建, 收尾, 建成, or a stage as the ledger has it */
  stage?: string;
  /** 科室: the office's section behind the project */
  section?: string;
  lamps?: LampColour[];
  /** the speaker's own projects: 我的 */
  codes?: string[];
}

export type FilterKey = keyof Filter;

export const LAMP_NAMES: Record<LampColour, string> = {
  red: "红灯",
  yellow: "黄灯",
  green: "绿灯",
  grey: "未报",
};

/** Whether a project fits; behind which section it is, is not known of it: whoever looks it up gives codes. */
export function fits(filter: Filter, { project, figures, lamp }: Assessed): boolean {
  return (
    (filter.class === undefined || project.class === filter.class) &&
    (filter.unit === undefined || project.unit === filter.unit) &&
    (filter.codes?.includes(project.code) ?? true) &&
    (filter.lamps?.includes(lamp.lamp) ?? true) &&
    (filter.kind === undefined || fitsKind(filter.kind, project)) &&
    (filter.stage === undefined || fitsStage(filter.stage, project, figures))
  );
}

/** One condition of a filter as it is said. */
export interface Condition {
  key: FilterKey;
  say: string;
}

/** The conditions in the order in which people say them: 您名下的, 区建设管理委, 区属重大, 道路, 前期, 红灯. */
export function conditions(filter: Filter): Condition[] {
  const { unit, kind, stage, section, lamps, codes } = filter;
  const found: Condition[] = [];
  if (codes) found.push({ key: "codes", say: "您名下的" });
  if (filter.class) found.push({ key: "class", say: filter.class });
  if (unit) found.push({ key: "unit", say: unit });
  if (kind) found.push({ key: "kind", say: kind });
  if (stage) found.push({ key: "stage", say: stage });
  if (section) found.push({ key: "section", say: section });
  if (lamps) found.push({ key: "lamps", say: lamps.map((lamp) => LAMP_NAMES[lamp]).join(" ") });
  return found;
}

/** The same filter without one of its conditions. */
export function without<T extends Filter>(filter: T, key: FilterKey): T {
  const { [key]: _dropped, ...rest } = filter;
  return rest as T;
}

export const isFilterKey = (key: unknown): key is FilterKey =>
  typeof key === "string" && ["class", "unit", "kind", "stage", "section", "lamps", "codes"].includes(key);
