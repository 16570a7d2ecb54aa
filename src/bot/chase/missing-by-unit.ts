import type { UnitMissing } from "../../cards/chase/units-card.js";
import { onceFor } from "../../domain/once-for.js";
import type { Assessed } from "../../domain/portfolio.js";

/** Units with the most missing reports first; projects that nobody answers for come last. */
export const missingByUnit = onceFor((missing: readonly Assessed[]): readonly UnitMissing[] => {
  const counts = new Map<string | null, number>();
  for (const { project } of missing) counts.set(project.unit, (counts.get(project.unit) ?? 0) + 1);
  return [...counts]
    .map(([unit, count]) => ({ unit, count }))
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || b.count - a.count);
});
