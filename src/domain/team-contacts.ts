import type { Day } from "./day.js";

/** Who stands for a unit: 联络员 is asked, 副手 when that one is away, 负责人 when nobody else is there. */
export const CONTACT_PARTS = ["联络员", "副手", "负责人"] as const;
export type ContactPart = (typeof CONTACT_PARTS)[number];

export interface UnitContact {
  unit: string;
  part: ContactPart;
  name: string;
  /** null: no account in the chat, known by name only */
  openId: string | null;
}

/** 请假: somebody is away, first and last day included. */
export interface Absence {
  id: number;
  name: string;
  openId: string | null;
  from: Day;
  until: Day;
  /** who stands in; null: whoever is the unit's deputy */
  deputy: { name: string; openId: string | null } | null;
}

/** Somebody to ask now. */
export interface Asked {
  name: string;
  openId: string | null;
  part: ContactPart | "填报人";
  /** stands in for somebody who is away */
  insteadOf?: { name: string; until: Day };
}

type Known = Pick<Asked, "name" | "openId">;

const isSame = (a: Known, b: Known): boolean =>
  a.openId !== null && b.openId !== null ? a.openId === b.openId : a.name === b.name;

/** The absence that holds on a day, the one that lasts longest. */
export function awayOn(absences: readonly Absence[], person: Known, day: Day): Absence | undefined {
  return absences
    .filter((absence) => isSame(absence, person) && absence.from <= day && day <= absence.until)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}

/**
 * Who of a unit is asked on a day, in order: the contact; in an absence the one who stands in, else the
 * deputy; then the head. Who is away is not asked; when all are, the list is empty.
 */
export function askedNow(contacts: readonly UnitContact[], absences: readonly Absence[], day: Day): Asked[] {
  const of = (part: ContactPart) => contacts.find((one) => one.part === part);
  const [contact, deputy, head] = [of("联络员"), of("副手"), of("负责人")];
  const found: Asked[] = [];
  const add = (known: Known, part: Asked["part"], insteadOf?: Asked["insteadOf"]) => {
    if (awayOn(absences, known, day) || found.some((one) => isSame(one, known))) return;
    const { name, openId } = known;
    found.push({ name, openId, part, ...(insteadOf ? { insteadOf } : {}) });
  };
  const away = contact && awayOn(absences, contact, day);
  if (contact && !away) add(contact, "联络员");
  if (contact && away) {
    const insteadOf = { name: contact.name, until: away.until };
    if (away.deputy) add(away.deputy, "副手", insteadOf);
    if (deputy) add(deputy, "副手", insteadOf);
  }
  if (!contact && deputy) add(deputy, "副手");
  if (head) add(head, "负责人");
  return found;
}
