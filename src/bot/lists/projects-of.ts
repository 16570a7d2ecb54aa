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

/** The projects of a filter that may be seen here, with their lamps at the closed month. */
export async function projectsOf(turn: Turn, filter: Filter): Promise<Assessed[]> {
  const all = await assessed(turn.tx, viewpointOf(turn), await standingFilter(turn, filter));
  return all.filter((one) => fits(filter, one));
}
