import type { Day } from "../../domain/day.js";
import type { Project, TeamMember } from "../../domain/project.js";
import { type Asked, askedNow, awayOn, type UnitContact } from "../../domain/team-contacts.js";
import type { Repositories } from "../../store/store.js";

/** Whom a nudge about a project goes to; the head is told when the contact has not moved. */
export interface AskedFor {
  /** open_id; null when nobody there has an account */
  contact: string | null;
  head: string | null;
}

/**
 * Who is asked for each of many projects, by code: as `contactsOfProject` does for one, with a few
 * statements for all of them.
 */
export async function askedForEach(
  tx: Pick<Repositories, "teams">,
  projects: readonly Pick<Project, "code" | "unit">[],
  day: Day,
): Promise<Map<string, AskedFor>> {
  const teams = new Map<string, TeamMember[]>();
  for (const place of await tx.teams.places())
    teams.set(place.code, [...(teams.get(place.code) ?? []), place]);
  const contacts = await tx.teams.unitContacts();
  const absences = await tx.teams.absences(day);
  const byUnit = new Map<string, Asked[]>();
  for (const unit of new Set(projects.flatMap((project) => project.unit ?? [])))
    byUnit.set(unit, await tx.teams.contactsOf(unit, day));

  return new Map(
    projects.map(({ code, unit }) => {
      const own = (teams.get(code) ?? []).flatMap(({ part, name, openId }): UnitContact[] =>
        part === "联络员" || part === "负责人" ? [{ unit: unit ?? "", part, name, openId }] : [],
      );
      const ofUnit = contacts.filter((one) => one.unit === unit);
      const deputies = ofUnit.filter(({ part }) => part === "副手");
      const asked = [...askedNow([...own, ...deputies], absences, day), ...(byUnit.get(unit ?? "") ?? [])];
      // Looked up by itself: who is contact and head at once stands among those asked as the contact only.
      const heads = [...own, ...ofUnit].filter((one) => one.part === "负责人" && !awayOn(absences, one, day));
      return [code, { contact: firstWith(asked), head: firstWith(heads) }];
    }),
  );
}

const firstWith = (asked: readonly { openId: string | null }[]): string | null =>
  asked.find(({ openId }) => openId !== null)?.openId ?? null;
