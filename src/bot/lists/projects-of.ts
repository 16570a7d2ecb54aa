import { type Filter, fits } from "../../domain/filter.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { StandingFilter } from "../../domain/project.js";
import type { Repositories } from "../../store/store.js";
import { assessed, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/** What the store is asked for: of the projects that may be seen here, those of the class, unit and codes. */
export async function standingFilter({ sight, tx }: Turn, filter: Filter): Promise<StandingFilter> {
  const ofSection = filter.section === undefined ? null : await codesOfSection(tx, filter.section);
  const codes = ofSection && filter.codes ? filter.codes.filter((code) => ofSection.has(code)) : filter.codes;
  const wanted = codes ?? (ofSection ? [...ofSection] : undefined);
  return {
    codes: wanted ? new Set(wanted.filter((code) => sight.codes?.has(code) ?? true)) : sight.codes,
    ...(filter.class ? { class: filter.class } : {}),
    ...(filter.unit ? { unit: filter.unit } : {}),
  };
}

/** The projects whose teams name the office's section. */
async function codesOfSection(tx: Repositories, section: string): Promise<ReadonlySet<string>> {
  const places = await tx.teams.places();
  return new Set(
    places.filter(({ part, name }) => part === "科室" && name === section).map(({ code }) => code),
  );
}

/** The sections that have projects, and those the office's people are in. */
export async function sectionsOf(tx: Repositories): Promise<string[]> {
  const places = await tx.teams.places();
  const office = await tx.people.office();
  return [
    ...new Set([
      ...places.filter(({ part }) => part === "科室").map(({ name }) => name),
      ...office.flatMap(({ section }) => section ?? []),
    ]),
  ];
}

/** The projects in progress of a filter that may be seen here, with their lamps at the closed month. */
export async function projectsOf(turn: Turn, filter: Filter): Promise<Assessed[]> {
  const all = await assessed(turn.tx, viewpointOf(turn), await standingFilter(turn, filter));
  return all.filter((one) => fits(filter, one));
}

/**
 * Those and, where the filter asks for no lamp, what was finished in the year: what a sum over them counts, for
 * what has been built does not leave the year's money.
 */
export async function countedOf(turn: Turn, filter: Filter): Promise<Assessed[]> {
  if (filter.lamps) return projectsOf(turn, filter);
  const wanted = { ...(await standingFilter(turn, filter)), withFinished: true };
  const all = await assessed(turn.tx, viewpointOf(turn), wanted);
  return all.filter((one) => fits(filter, one));
}
