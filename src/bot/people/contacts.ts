import type { Day } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { type Asked, askedNow, type UnitContact } from "../../domain/team-contacts.js";
import type { Repositories } from "../../store/store.js";

/**
 * Who is asked now, and in which order: the one place where posts and commands look it up. Whoever has no
 * account (`openId: null`) can be named, not written to.
 */
export const contactsOf = (tx: Pick<Repositories, "teams">, unit: string, day: Day): Promise<Asked[]> =>
  tx.teams.contactsOf(unit, day);

/** Of a project: its own contact and leader first, who stands in where they are away, then those of its unit. */
export async function contactsOfProject(
  tx: Pick<Repositories, "teams">,
  { code, unit }: Pick<Project, "code" | "unit">,
  day: Day,
): Promise<Asked[]> {
  const team = await tx.teams.team(code);
  const unitsOwn = (await tx.teams.unitContacts()).filter((one) => one.unit === unit);
  const own = team.flatMap(({ part, name, openId }): UnitContact[] =>
    part === "联络员" || part === "负责人" ? [{ unit: unit ?? "", part, name, openId }] : [],
  );
  const deputies = unitsOwn.filter(({ part }) => part === "副手");
  const asked = askedNow([...own, ...deputies], await tx.teams.absences(day), day);
  const behind = unit === null ? [] : await contactsOf(tx, unit, day);
  const isNew = ({ name, openId }: Asked) =>
    !asked.some((one) => (openId === null ? one.name === name : one.openId === openId));
  return [...asked, ...behind.filter(isNew)];
}
