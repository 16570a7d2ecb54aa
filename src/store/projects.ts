import type { Knex } from "knex";
import type { Frozen } from "../domain/baseline.js";
import { type Figures, noFigures } from "../domain/ledger-figures.js";
import type { Period } from "../domain/period.js";
import type { ControlTotal, Project, Standing, StandingFilter, Unit, YearPace } from "../domain/project.js";
import { decode, decodeOrNull, encode } from "./codec.js";
import { type LampMarks, lampMarks } from "./lamp-marks.js";
import { locks } from "./locks.js";
import { frozenIn } from "./plans.js";
import { type ProjectColumns, toColumns, toProject } from "./project-columns.js";
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
  /** What changes with every change of a project's state; null where nothing was reported. In the list's order. */
  stamps(): Promise<Map<string, number | null>>;
  /** Changes whenever a state does. */
  stampOfAll(): Promise<string>;
  controlTotals(year: number): Promise<ControlTotal[]>;
  // The following write; what is there already is brought up to date, so they may be repeated.
  keepUnits(units: Unit[]): Promise<void>;
  keepProjects(projects: Project[]): Promise<void>;
  /** A unit that nobody had named before. */
  addUnit(unit: Unit): Promise<void>;
  /** A project that the office adds, last in the list; its name and code are free. */
  addProject(project: Project, now: number): Promise<void>;
  /** As the table has it now; within a transaction nobody else changes it until that ends. */
  held(code: string): Promise<Project | null>;
  /** All of a project as the office has changed it, of one that is `held`; a repeated seeding leaves it alone from then on. */
  keepProject(project: Project, now: number): Promise<void>;
  /** 责任单位 and the first month a report is due for. */
  assign(projects: Pick<Project, "code" | "unit" | "firstMonth">[]): Promise<void>;
  keepControlTotals(year: number, totals: ControlTotal[]): Promise<void>;
  /** As the table has it now; within a transaction nobody else changes it until that ends. */
  heldControlTotal(year: number, ofClass: string): Promise<ControlTotal | null>;
  /** As the office has changed it, of one that is held; a repeated seeding leaves it alone from then on. */
  setControlTotal(year: number, total: ControlTotal, now: number): Promise<void>;
  keepPace(code: string, year: number, pace: YearPace): Promise<void>;
}

interface StandingColumns extends ProjectColumns {
  figures: string | null;
  curve: string | null;
  start_month: number | null;
  reported_month: Period | null;
  last_said_at: number | null;
}

interface StampColumns {
  code: string;
  stamp: number | null;
}

const toStanding = (row: StandingColumns, frozen: Frozen | undefined): Standing => ({
  project: toProject(row),
  figures: decodeOrNull<Figures>(row.figures) ?? noFigures,
  pace: { curve: decodeOrNull(row.curve), startMonth: row.start_month, ...(frozen ? { frozen } : {}) },
  reportedMonth: row.reported_month,
  lastSaidAt: row.last_said_at,
});

/** The projects of which `countsIn` is true. */
const counted = (query: Knex.QueryBuilder, year: number): Knex.QueryBuilder =>
  query.where((either) =>
    either
      .whereNull("ended_as")
      .orWhere("ended_year", ">", year)
      .orWhere({ ended_as: "closed", ended_year: year }),
  );

export function projects(db: Knex, memory: Memory, work: UnitOfWork): Projects {
  const standingQuery = (year: number) =>
    db("projects")
      .leftJoin("project_state", "project_state.code", "projects.code")
      .leftJoin("plans", (join) => {
        join.on("plans.code", "projects.code").andOnVal("plans.year", year);
      })
      .select("projects.*", "figures", "reported_month", "last_said_at", "curve", "start_month");

  const filtered = (query: Knex.QueryBuilder, filter: StandingFilter, year?: number) => {
    if (filter.codes) query.whereIn("projects.code", [...filter.codes]);
    if (filter.class) query.where("projects.class", filter.class);
    if (filter.unit) query.where("projects.unit", filter.unit);
    if (filter.withFinished && year !== undefined) counted(query, year);
    else if (!filter.withEnded) query.whereNull("ended_as");
    return query.orderBy("position");
  };

  const stateOf = (code: string) =>
    work.findState(code, () => db("project_state").select("figures").where({ code }).first());
  const paceOf = (code: string, year: number) =>
    memory.recall(`pace ${code} ${year}`, async () => {
      const row = await db("plans").where({ code, year }).first();
      const frozen = (await frozenIn(db, memory, year)).get(code);
      return {
        curve: decodeOrNull<number[]>(row?.curve ?? null),
        startMonth: row?.start_month ?? null,
        ...(frozen ? { frozen } : {}),
      };
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
      const frozen = await frozenIn(db, memory, year);
      const rows: StandingColumns[] = await filtered(standingQuery(year), filter, year);
      return rows.map((row) => toStanding(row, frozen.get(row.code)));
    },
    async stamps() {
      await work.flush("project_state");
      const query = db("projects")
        .leftJoin("project_state", "project_state.code", "projects.code")
        .select("projects.code", "stamp");
      return new Map(
        (await filtered(query, { withEnded: true })).map((row: StampColumns) => [row.code, row.stamp]),
      );
    },
    async stampOfAll() {
      await work.flush("project_state");
      const row = await db("project_state").count("* as count").sum("stamp as sum").first();
      return `${row?.count} ${row?.sum}`;
    },
    async controlTotals(year) {
      const rows = await db("control_totals").where({ year }).orderBy("position");
      return rows.map((row) => decode<ControlTotal>(row.figures));
    },
    async keepUnits(units) {
      if (units.length === 0) return;
      await db("units")
        .insert(units.map((unit, position) => ({ name: unit.name, aliases: encode(unit.aliases), position })))
        .onConflict("name")
        .merge();
      await memory.changed();
    },
    async addUnit(unit) {
      const last = await db("units").max({ position: "position" }).first();
      await db("units")
        .insert({ name: unit.name, aliases: encode(unit.aliases), position: (last?.position ?? -1) + 1 })
        .onConflict("name")
        .ignore();
      await memory.changed();
    },
    async keepProjects(list) {
      if (list.length === 0) return;
      await db("projects")
        .insert(list.map((project, position) => ({ ...toColumns(project), position })))
        .onConflict("code")
        // What the office changes while it works (unit, stage, first month) a repeated seeding leaves alone.
        .merge(["name", "aliases", "class", "class_basis", "kind", "facts", "position"])
        .whereNull("projects.edited_at");
      await memory.changed();
    },
    async addProject(project, now) {
      const last = await db("projects").max({ position: "position" }).first();
      const position = (last?.position ?? -1) + 1;
      await db("projects").insert({ ...toColumns(project), position, edited_at: now });
      await memory.changed();
    },
    async held(code) {
      await locks(db).projects([code]);
      const row: ProjectColumns | undefined = await db("projects").where({ code }).first();
      return row ? toProject(row) : null;
    },
    async keepProject(project, now) {
      const { code, ...columns } = toColumns(project);
      await db("projects")
        .where({ code })
        .update({ ...columns, edited_at: now });
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
        .merge()
        .whereNull("control_totals.edited_at");
    },
    async heldControlTotal(year, ofClass) {
      const row = await db("control_totals").where({ year, class: ofClass }).forUpdate().first();
      return row ? decode<ControlTotal>(row.figures) : null;
    },
    async setControlTotal(year, total, now) {
      await db("control_totals")
        .where({ year, class: total.class })
        .update({ figures: encode(total), edited_at: now });
    },
    async keepPace(code, year, pace) {
      await db("plans")
        .insert({ code, year, curve: pace.curve ? encode(pace.curve) : null, start_month: pace.startMonth })
        .onConflict(["code", "year"])
        .merge();
      await memory.changed();
    },
  };
}
