import { addMonths, type Period } from "./period.js";
import type { Assessed } from "./portfolio.js";

/**
 * The first of the months running at whose closes a project was late, up to the closed one: what was solved from
 * its first day on may have brought it back.
 */
export function lateSince({ earlier }: Pick<Assessed, "earlier">, closed: Period): Period {
  let since = closed;
  for (;;) {
    const before = addMonths(since, -1);
    if (earlier[before] !== "red" && earlier[before] !== "yellow") return since;
    since = before;
  }
}
