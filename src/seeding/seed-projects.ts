import { dataMonthOf } from "../domain/data-month.js";
import type { ControlTotal, Project, Unit } from "../domain/project.js";
import type { Repositories } from "../store/store.js";
import { seedFile } from "./seed-file.js";

interface SeedTotal {
  class: string;
  projects?: number;
  formal?: number;
  reserve?: number;
  carriedOver?: number;
  new?: number;
  totalYi?: number;
  yearYi?: number;
  amountYi?: number;
  mu?: number;
  fundsYi?: number;
  approx?: boolean;
  scope?: string;
  check?: string;
}

interface SeedFile {
  planYear: number;
  controlTotals: SeedTotal[];
  units: Unit[];
  projects: (Omit<Project, "unit" | "firstMonth" | "classBasis"> & { classBasis: Project["classBasis"] })[];
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

function toYuan({ totalYi, yearYi, amountYi, fundsYi, ...total }: SeedTotal): ControlTotal {
  const yuan = (yi: number) => Math.round(yi * YI);
  return {
    ...total,
    ...(totalYi === undefined ? {} : { totalYuan: yuan(totalYi) }),
    ...(yearYi === undefined ? {} : { yearYuan: yuan(yearYi) }),
    ...(amountYi === undefined ? {} : { amountYuan: yuan(amountYi) }),
    ...(fundsYi === undefined ? {} : { fundsYuan: yuan(fundsYi) }),
  };
}
