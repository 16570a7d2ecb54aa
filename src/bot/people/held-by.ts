import type { TeamMember } from "../../domain/project.js";
import type { UnitContact } from "../../domain/team-contacts.js";
import type { Turn } from "../turn.js";

/** Somebody, by account where there is one. */
export interface Holder {
  name: string;
  openId: string | null;
}

/** All that is open in somebody's name, and has to go to another when they leave. */
export interface Held {
  places: (TeamMember & { code: string; project: string })[];
  contacts: UnitContact[];
  /** open problems that name them as 责任人 */
  problems: number[];
  /** open 议定事项 that name them */
  actions: number[];
  /** absences of others for whom they stand in */
  standsIn: { id: number; name: string }[];
}

/**
 * Problems and 议定事项 name people by name alone. Where several registered people share it, those are not
 * taken to be this person's.
 */
export async function heldBy({ tx }: Pick<Turn, "tx">, who: Holder, today: string): Promise<Held> {
  const isTheirs = (one: Holder) =>
    who.openId !== null && one.openId !== null ? one.openId === who.openId : one.name === who.name;
  const namesakes = (await tx.people.all()).filter(({ name }) => name === who.name);
  const isOnly = namesakes.every(({ openId }) => openId === who.openId);
  const projects = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
  const problems = isOnly ? await tx.problems.list({ codes: null }) : [];
  const actions = isOnly ? await tx.actions.list() : [];
  return {
    places: (await tx.teams.places())
      .filter((place) => place.part !== "科室" && isTheirs(place))
      .map((place) => ({ ...place, project: projects.get(place.code) ?? place.code })),
    contacts: (await tx.teams.unitContacts()).filter(isTheirs),
    problems: problems.filter(({ person }) => person === who.name).map(({ number }) => number),
    actions: actions.filter(({ person }) => person === who.name).map(({ number }) => number),
    standsIn: (await tx.teams.absences(today)).flatMap(({ id, name, deputy }) =>
      deputy && isTheirs(deputy) ? [{ id, name }] : [],
    ),
  };
}

export const holdsNothing = ({ places, contacts, problems, actions }: Held): boolean =>
  places.length + contacts.length + problems.length + actions.length === 0;
