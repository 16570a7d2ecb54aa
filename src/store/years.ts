import type { Knex } from "knex";
import type { Period } from "../domain/period.js";
import type { CarryChoice, ListedNature, YearTotals } from "../domain/year-close.js";
import { decode, encode } from "./codec.js";

/** What the office confirmed of a project at the year's end. */
export interface CarryRow {
  code: string;
  choice: CarryChoice;
  at: number;
  by: string;
  byName: string;
}

/** A year that was frozen. */
export interface YearClose {
  year: number;
  totals: YearTotals;
  at: number;
  by: string;
  byName: string;
  /** when the totals became those of December's snapshot, epoch ms; null where December is not closed */
  settledAt: number | null;
}

/** A line of a year's draft list. */
export interface ListedProject {
  code: string;
  nature: ListedNature;
  /** 至去年底累计 in 元, and the month at whose end it stands; null where it was never said */
  broughtYuan: number | null;
  broughtPeriod: Period | null;
  /** what the year before added, in 元 */
  lastYearYuan: number | null;
}

export interface Years {
  choices(year: number): Promise<Map<string, CarryRow>>;
  /** The last word counts. */
  choose(year: number, rows: readonly CarryRow[]): Promise<void>;
  close(year: number): Promise<YearClose | null>;
  /** False when the year is frozen already. */
  freeze(close: YearClose, next: readonly ListedProject[]): Promise<boolean>;
  /** The money of a frozen year as December closed with it, and of the list of the year after. */
  settle(year: number, totals: YearTotals, next: readonly ListedProject[], at: number): Promise<void>;
  list(year: number): Promise<ListedProject[]>;
}

export function years(db: Knex): Years {
  return {
    async choices(year) {
      const rows = await db("carry_choices").where({ year });
      return new Map(
        rows.map((row) => [
          row.code,
          { code: row.code, choice: row.choice, at: row.at, by: row.by, byName: row.by_name },
        ]),
      );
    },
    async choose(year, rows) {
      if (rows.length === 0) return;
      await db("carry_choices")
        .insert(rows.map(({ byName, ...row }) => ({ ...row, year, by_name: byName })))
        .onConflict(["year", "code"])
        .merge();
    },
    async close(year) {
      const row = await db("year_closes").where({ year }).first();
      if (!row) return null;
      return {
        year,
        totals: decode<YearTotals>(row.totals),
        at: row.at,
        by: row.by,
        byName: row.by_name,
        settledAt: row.settled_at,
      };
    },
    async freeze({ year, totals, at, by, byName, settledAt }, next) {
      const added = await db("year_closes")
        .insert({ year, totals: encode(totals), at, by, by_name: byName, settled_at: settledAt })
        .onConflict("year")
        .ignore()
        .returning("year");
      if (added.length === 0) return false;
      const rows = next.map((one) => ({
        year: year + 1,
        code: one.code,
        nature: one.nature,
        brought_yuan: one.broughtYuan,
        brought_period: one.broughtPeriod,
        last_year_yuan: one.lastYearYuan,
      }));
      if (rows.length > 0) await db.batchInsert("year_lists", rows, 100);
      return true;
    },
    async settle(year, totals, next, at) {
      const settled = await db("year_closes")
        .where({ year })
        .whereNull("settled_at")
        .update({ totals: encode(totals), settled_at: at });
      if (settled === 0) return;
      for (const { code, broughtYuan, broughtPeriod, lastYearYuan } of next)
        await db("year_lists")
          .where({ year: year + 1, code })
          .update({ brought_yuan: broughtYuan, brought_period: broughtPeriod, last_year_yuan: lastYearYuan });
    },
    async list(year) {
      const rows = await db("year_lists")
        .join("projects", "projects.code", "year_lists.code")
        .where({ year })
        .orderBy("position")
        .select("year_lists.*");
      return rows.map((row) => ({
        code: row.code,
        nature: row.nature,
        broughtYuan: row.brought_yuan,
        broughtPeriod: row.brought_period,
        lastYearYuan: row.last_year_yuan,
      }));
    },
  };
}
