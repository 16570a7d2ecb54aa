import { dataMonthOf } from "../domain/data-month.js";
import type { ControlTotal, Project, Unit } from "../domain/project.js";
import type { Repositories } from "../store/store.js";
import { seedFile } from "./seed-file.js";

/** The same with amounts in 亿 (`totalYi`), as the document gives them, instead of in 元 (`totalYuan`). */
type InYi<T> = { [Key in keyof T as Key extends `${infer Amount}Yuan` ? `${Amount}Yi` : Key]: T[Key] };

interface SeedFile {
  planYear: number;
  controlTotals: InYi<ControlTotal>[];
  units: Unit[];
  projects: Omit<Project, "unit" | "firstMonth">[];
}

const YI = 100_000_000;

/**
 * Writes projects, units and control totals of the office's document, nothing else. May be repeated: what
 * the office has changed since (responsible unit, stage) stays.
 */
export async function seedProjects(
  tx: Repositories,
  now: number,
): Promise<{ projects: number; units: number }> {
  const seed = seedFile<SeedFile>("projects.json");
  // A report is due from the running data month on: what was before the ledger began is not missing.
  const firstMonth = dataMonthOf(now);
  await tx.projects.keepUnits(seed.units);
  await tx.projects.keepProjects(seed.projects.map((project) => ({ ...project, unit: null, firstMonth })));
  await tx.projects.keepControlTotals(seed.planYear, seed.controlTotals.map(toYuan));
  return { projects: seed.projects.length, units: seed.units.length };
}

function toYuan(total: InYi<ControlTotal>): ControlTotal {
  const fields = Object.entries(total).map(([key, value]) =>
    key.endsWith("Yi") ? [key.replace(/Yi$/, "Yuan"), Math.round(Number(value) * YI)] : [key, value],
  );
  return Object.fromEntries(fields) as ControlTotal;
}
