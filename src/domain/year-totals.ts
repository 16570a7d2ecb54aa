import type { CarryChoice, ClassTotals, YearTotals } from "./year-close.js";

/** A project as far as its year's totals are concerned. */
export interface YearProject {
  class: string;
  /** absent until it is confirmed */
  choice?: CarryChoice;
  /** 元; null where there is none */
  planYuan: number | null;
  ytdYuan: number | null;
}

/** The year by class: how its projects divide, and its money. `planned`: how many the document gives a class. */
export function yearTotals(
  projects: readonly YearProject[],
  classes: readonly string[],
  planned: ReadonlyMap<string, number>,
): YearTotals {
  return {
    classes: classes.map((each): ClassTotals => {
      const own = projects.filter((project) => project.class === each);
      const chosen = (choice: CarryChoice) => own.filter((project) => project.choice === choice).length;
      const sum = (of: (project: YearProject) => number | null) =>
        own.reduce((all, project) => all + (of(project) ?? 0), 0);
      return {
        class: each,
        projects: own.length,
        planned: planned.get(each) ?? null,
        carry: chosen("carry"),
        finish: chosen("finish"),
        leave: chosen("leave"),
        planYuan: sum(({ planYuan }) => planYuan),
        ytdYuan: sum(({ ytdYuan }) => ytdYuan),
        reported: own.filter(({ ytdYuan }) => ytdYuan !== null).length,
      };
    }),
  };
}
