import type { Knex } from "knex";
import type { Day } from "../domain/day.js";
import type { TeamMember } from "../domain/project.js";
import { type Absence, type Asked, askedNow, type UnitContact } from "../domain/team-contacts.js";
import type { Memory } from "./rarely-changed.js";

/** Somebody's place on the team of a project. */
export interface TeamPlace extends TeamMember {
  code: string;
}

export interface Teams {
  /** The team of a project, in the order it was kept in. */
  team(code: string): Promise<TeamMember[]>;
  /** All places on all teams. */
  places(): Promise<TeamPlace[]>;
  isOnTeam(code: string, openId: string): Promise<boolean>;
  /** Codes of the projects on whose team the person is. */
  teamsOf(openId: string): Promise<ReadonlySet<string>>;
  /** Takes the place of the team that was there; whoever changes a part of one holds the project first. */
  keepTeam(code: string, members: readonly TeamMember[]): Promise<void>;
  /** 联络员, 副手, 负责人 of all units. */
  unitContacts(): Promise<UnitContact[]>;
  /** Sets one of a unit's contacts; `null` leaves the place empty. */
  keepContact(
    place: Pick<UnitContact, "unit" | "part">,
    who: Pick<UnitContact, "name" | "openId"> | null,
  ): Promise<void>;
  /** Who of a unit is asked on a day, in order; without contacts whoever reports for it. */
  contactsOf(unit: string, day: Day): Promise<Asked[]>;
  /** Absences that are not over on a day. */
  absences(day: Day): Promise<Absence[]>;
  keepAbsence(absence: Omit<Absence, "id">): Promise<void>;
  dropAbsence(id: number): Promise<void>;
}

interface Columns {
  code: string;
  name: string;
  part: string;
  unit: string | null;
  open_id: string | null;
}

const toMember = ({ name, part, unit, open_id: openId }: Columns): TeamMember => ({
  name,
  part,
  unit,
  openId,
});

export function teams(db: Knex, memory: Memory): Teams {
  const unitContacts = () =>
    memory.recall("unit contacts", async () =>
      (await db("unit_contacts").orderBy(["unit", "part"])).map(
        (row): UnitContact => ({ unit: row.unit, part: row.part, name: row.name, openId: row.open_id }),
      ),
    );
  const allAbsences = () =>
    memory.recall("absences", async () => (await db("absences").orderBy("id")).map(toAbsence));
  const absences = async (day: Day) => (await allAbsences()).filter(({ until }) => until >= day);
  return {
    async team(code) {
      return (await db("team").where({ code }).orderBy("id")).map(toMember);
    },
    async places() {
      const rows: Columns[] = await db("team").orderBy("id");
      return rows.map((row) => ({ ...toMember(row), code: row.code }));
    },
    async isOnTeam(code, openId) {
      return (await db("team").where({ code, open_id: openId }).first()) !== undefined;
    },
    async teamsOf(openId) {
      return new Set<string>(await db("team").where({ open_id: openId }).pluck("code"));
    },
    async keepTeam(code, members) {
      await db("team").where({ code }).delete();
      if (members.length > 0)
        await db("team").insert(
          members.map(({ name, part, unit, openId }) => ({ code, name, part, unit, open_id: openId })),
        );
    },
    unitContacts,
    async keepContact({ unit, part }, who) {
      if (who)
        await db("unit_contacts")
          .insert({ unit, part, name: who.name, open_id: who.openId })
          .onConflict(["unit", "part"])
          .merge();
      else await db("unit_contacts").where({ unit, part }).delete();
      await memory.changed();
    },
    async contactsOf(unit, day) {
      const contacts = (await unitContacts()).filter((one) => one.unit === unit);
      if (contacts.length > 0) return askedNow(contacts, await absences(day), day);
      const rows = await db("people").where({ unit, role: "reporter" }).orderBy("open_id");
      return rows.map((row) => ({ name: row.name, openId: row.open_id, part: "填报人" as const }));
    },
    absences,
    async keepAbsence({ name, openId, from, until, deputy }) {
      await db("absences").insert({
        name,
        open_id: openId,
        from_day: from,
        until_day: until,
        deputy_name: deputy?.name ?? null,
        deputy_open_id: deputy?.openId ?? null,
      });
      await memory.changed();
    },
    async dropAbsence(id) {
      await db("absences").where({ id }).delete();
      await memory.changed();
    },
  };
}

interface AbsenceColumns {
  id: number;
  name: string;
  open_id: string | null;
  from_day: Day;
  until_day: Day;
  deputy_name: string | null;
  deputy_open_id: string | null;
}

const toAbsence = (row: AbsenceColumns): Absence => ({
  id: row.id,
  name: row.name,
  openId: row.open_id,
  from: row.from_day,
  until: row.until_day,
  deputy: row.deputy_name === null ? null : { name: row.deputy_name, openId: row.deputy_open_id },
});
