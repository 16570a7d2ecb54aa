import type { Knex } from "knex";
import { type Figures, noFigures } from "../domain/ledger-figures.js";
import type { Period } from "../domain/period.js";
import type {
  ControlTotal,
  Project,
  Standing,
  StandingFilter,
  TeamMember,
  Unit,
  YearPace,
} from "../domain/project.js";
import { decode, decodeOrNull, encode } from "./codec.js";
import { type LampMarks, lampMarks } from "./lamp-marks.js";
import type { Memory } from "./rarely-changed.js";
import type { UnitOfWork } from "./unit-of-work.js";

export { monthMark } from "./lamp-marks.js";

export interface Projects extends LampMarks {
  all(): Promise<Project[]>;
  units(): Promise<Unit[]>;
  byCode(code: string): Promise<Project | null>;
  byName(name: string): Promise<Project | null>;
  standing(code: string, year: number): Promise<Standing | null>;
  standings(year: number, filter?: StandingFilter): Promise<Standing[]>;
  team(code: string): Promise<TeamMember[]>;
  controlTotals(year: number): Promise<ControlTotal[]>;
  isOnTeam(code: string, openId: string): Promise<boolean>;
  /** Codes of the projects on whose team the person is. */
  teamsOf(openId: string): Promise<ReadonlySet<string>>;
  // The following write; what is there already is brought up to date, so they may be repeated.
  keepUnits(units: Unit[]): Promise<void>;
  keepProjects(projects: Project[]): Promise<void>;
  /** 责任单位 and the first month a report is due for. */
  assign(projects: Pick<Project, "code" | "unit" | "firstMonth">[]): Promise<void>;
  keepControlTotals(year: number, totals: ControlTotal[]): Promise<void>;
  keepPace(code: string, year: number, pace: YearPace): Promise<void>;
  keepTeam(code: string, members: TeamMember[]): Promise<void>;
}

interface Columns {
  code: string;
  name: string;
  aliases: string;
  class: string | null;
  class_basis: Project["classBasis"];
  kind: string;
  stage: string;
  facts: string;
  unit: string | null;
  first_month: Period;
}

interface StandingColumns extends Columns {
  figures: string | null;
  curve: string | null;
  start_month: number | null;
  reported_month: Period | null;
  last_said_at: number | null;
}

const toProject = (row: Columns): Project => ({
  code: row.code,
  name: row.name,
  aliases: decode(row.aliases),
  class: row.class,
  classBasis: row.class_basis,
  kind: row.kind,
  stage: row.stage,
  facts: row.facts,
  unit: row.unit,
  firstMonth: row.first_month,
});

const toStanding = (row: StandingColumns): Standing => ({
  project: toProject(row),
  figures: decodeOrNull<Figures>(row.figures) ?? noFigures,
  pace: { curve: decodeOrNull(row.curve), startMonth: row.start_month },
  reportedMonth: row.reported_month,
  lastSaidAt: row.last_said_at,
});

export function projects(db: Knex, memory: Memory, work: UnitOfWork): Projects {
  const standingQuery = (year: number) =>
    db("projects")
      .leftJoin("project_state", "project_state.code", "projects.code")
      .leftJoin("plans", (join) => {
        join.on("plans.code", "projects.code").andOnVal("plans.year", year);
      })
      .select("projects.*", "figures", "reported_month", "last_said_at", "curve", "start_month");

  const stateOf = (code: string) =>
    work.findState(code, () => db("project_state").select("figures").where({ code }).first());
  const paceOf = (code: string, year: number) =>
    memory.recall(`pace ${code} ${year}`, async () => {
      const row = await db("plans").where({ code, year }).first();
      return { curve: decodeOrNull<number[]>(row?.curve ?? null), startMonth: row?.start_month ?? null };
    });
  const known = () =>
    memory.recall("projects by name and code", async () => {
      const list = (await db("projects")).map(toProject);
      return {
        byCode: new Map(list.map((project) => [project.code, project])),
        byName: new Map(list.map((project) => [project.name, project])),
      };
    });

  return {
    ...lampMarks(db, memory),
    all: () =>
      memory.recall("projects", async () => (await db("projects").orderBy("position")).map(toProject)),
    async units() {
      const rows = await db("units").orderBy("position");
      return rows.map((row) => ({ name: row.name, aliases: decode<string[]>(row.aliases) }));
    },
    async byCode(code) {
      return (await known()).byCode.get(code) ?? null;
    },
    async byName(name) {
      return (await known()).byName.get(name) ?? null;
    },
    // Asked at every report, so all but the figures comes from memory.
    async standing(code, year) {
      const project = (await known()).byCode.get(code);
      if (!project) return null;
      const [row, pace] = [await stateOf(code), await paceOf(code, year)];
      const figures = row ? decode<Figures>(String(row.figures)) : noFigures;
      return {
        project,
        figures,
        pace,
        reportedMonth: figures.reported.at(-1) ?? null,
        lastSaidAt: figures.last?.saidAt ?? null,
      };
    },
    async standings(year, filter = {}) {
      await work.flush("project_state");
      const query = standingQuery(year).orderBy("position");
      if (filter.codes) query.whereIn("projects.code", [...filter.codes]);
      if (filter.class) query.where("projects.class", filter.class);
      if (filter.unit) query.where("projects.unit", filter.unit);
      return (await query).map(toStanding);
    },
    async team(code) {
      const rows = await db("team").where({ code }).orderBy("id");
      return rows.map((row) => ({ name: row.name, part: row.part, unit: row.unit, openId: row.open_id }));
    },
    async controlTotals(year) {
      const rows = await db("control_totals").where({ year }).orderBy("position");
      return rows.map((row) => decode<ControlTotal>(row.figures));
    },
    async isOnTeam(code, openId) {
      return (await db("team").where({ code, open_id: openId }).first()) !== undefined;
    },
    async teamsOf(openId) {
      return new Set<string>(await db("team").where({ open_id: openId }).pluck("code"));
    },
    async keepUnits(units) {
      if (units.length === 0) return;
      await db("units")
        .insert(units.map((unit, position) => ({ name: unit.name, aliases: encode(unit.aliases), position })))
        .onConflict("name")
        .merge();
      await memory.changed();
    },
    async keepProjects(list) {
      if (list.length === 0) return;
      await db("projects")
        .insert(
          list.map((project, position) => ({
            code: project.code,
            name: project.name,
            aliases: encode(project.aliases),
            class: project.class,
            class_basis: project.classBasis,
            kind: project.kind,
            stage: project.stage,
            facts: project.facts,
            unit: project.unit,
            position,
            first_month: project.firstMonth,
          })),
        )
        .onConflict("code")
        // What the office changes while it works (unit, stage, first month) a repeated seeding leaves alone.
        .merge(["name", "aliases", "class", "class_basis", "kind", "facts", "position"]);
      await memory.changed();
    },
    async assign(list) {
      for (const { code, unit, firstMonth } of list)
        await db("projects").where({ code }).update({ unit, first_month: firstMonth });
      await memory.changed();
    },
    async keepControlTotals(year, totals) {
      if (totals.length === 0) return;
      await db("control_totals")
        .insert(
          totals.map((total, position) => ({ year, class: total.class, position, figures: encode(total) })),
        )
        .onConflict(["year", "class"])
        .merge();
    },
    async keepPace(code, year, pace) {
      await db("plans")
        .insert({ code, year, curve: pace.curve ? encode(pace.curve) : null, start_month: pace.startMonth })
        .onConflict(["code", "year"])
        .merge();
      await memory.changed();
    },
    async keepTeam(code, members) {
      await db("team").where({ code }).delete();
      if (members.length > 0)
        await db("team").insert(
          members.map((member) => ({
            code,
            name: member.name,
            part: member.part,
            unit: member.unit,
            open_id: member.openId,
          })),
        );
    },
  };
}
