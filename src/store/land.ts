import type { Knex } from "knex";
import type { Agreement, Check } from "../domain/agreement.js";
import type { Day } from "../domain/day.js";

/** A plot's own area, in 亩. */
export interface PlotArea {
  mu: number;
  approx: boolean;
}

interface SaidBy {
  saidBy: string;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
}

export interface Land {
  areas(): Promise<Map<string, PlotArea>>;
  setArea(code: string, area: PlotArea): Promise<void>;
  /** Agreements that stand, those signed first before; of one project, or all. */
  agreements(code?: string): Promise<Agreement[]>;
  /** The id of the new one; another that the project had is replaced. */
  sign(
    agreement: { code: string; signedOn: Day; checkMonth: number; checkDay: number | null } & SaidBy,
  ): Promise<number>;
  /** What it had replaced stands again. False when it was taken back before. */
  withdrawAgreement(id: number, now: number): Promise<boolean>;
  /** The checks that stand, by agreement, oldest year first. */
  checks(agreements: readonly number[]): Promise<Map<number, Check[]>>;
  /** The id of the new one; another of that year is replaced. */
  check(
    check: { agreement: number; year: number; result: Check["result"]; note: string } & SaidBy,
  ): Promise<number>;
  withdrawCheck(id: number, now: number): Promise<boolean>;
}

interface AgreementColumns {
  id: number;
  code: string;
  signed_on: Day;
  check_month: number;
  check_day: number | null;
  said_by_name: string;
  said_at: number;
}

interface CheckColumns {
  id: number;
  agreement: number;
  year: number;
  result: Check["result"];
  note: string;
  said_by_name: string;
  said_at: number;
}

const said = ({ saidBy, saidByName, saidAt }: SaidBy) => ({
  said_by: saidBy,
  said_by_name: saidByName,
  said_at: saidAt,
});

export function land(db: Knex): Land {
  const withdraw = async (table: string, where: Record<string, unknown>, now: number): Promise<boolean> =>
    (await db(table).where(where).whereNull("withdrawn_at").update({ withdrawn_at: now })) > 0;
  const standing = (table: string, id: number) => db(table).where({ id }).whereNull("withdrawn_at").first();

  return {
    async areas() {
      const rows = await db("land_plots");
      return new Map(rows.map((row) => [row.code, { mu: row.mu, approx: Boolean(row.approx) }]));
    },
    async setArea(code, { mu, approx }) {
      await db("land_plots").insert({ code, mu, approx }).onConflict("code").merge();
    },
    async agreements(code) {
      const rows: AgreementColumns[] = await db("land_agreements")
        .whereNull("withdrawn_at")
        .modify((query) => {
          if (code !== undefined) query.where({ code });
        })
        .orderBy(["signed_on", "id"]);
      return rows.map((row) => ({
        id: row.id,
        code: row.code,
        signedOn: row.signed_on,
        checkMonth: row.check_month,
        checkDay: row.check_day,
        saidByName: row.said_by_name,
        saidAt: row.said_at,
      }));
    },
    async sign({ code, signedOn, checkMonth, checkDay, ...by }) {
      const [row] = await db("land_agreements")
        .insert({ code, signed_on: signedOn, check_month: checkMonth, check_day: checkDay, ...said(by) })
        .returning("id");
      // The checks made under the one before go on with this one.
      const before = db("land_agreements").select("id").where({ code }).whereNot({ id: row.id });
      await db("land_checks").whereIn("agreement", before).update({ agreement: row.id });
      await db("land_agreements")
        .where({ code })
        .whereNot({ id: row.id })
        .whereNull("withdrawn_at")
        .update({ withdrawn_at: by.saidAt });
      return row.id;
    },
    async withdrawAgreement(id, now) {
      const row = await standing("land_agreements", id);
      if (!row) return false;
      await withdraw("land_agreements", { id }, now);
      const replaced = { code: row.code, withdrawn_at: row.said_at };
      const before = await db("land_agreements")
        .where(replaced)
        .whereNot({ id })
        .orderBy("id", "desc")
        .first();
      if (!before) return true;
      await db("land_agreements").where({ id: before.id }).update({ withdrawn_at: null });
      await db("land_checks").where({ agreement: id }).update({ agreement: before.id });
      return true;
    },
    async checks(agreements) {
      const rows: CheckColumns[] = await db("land_checks")
        .whereIn("agreement", [...agreements])
        .whereNull("withdrawn_at")
        .orderBy(["year", "id"]);
      const found = new Map<number, Check[]>();
      for (const row of rows) {
        const { id, year, result, note } = row;
        const check = { id, year, result, note, saidByName: row.said_by_name, saidAt: row.said_at };
        found.set(row.agreement, [...(found.get(row.agreement) ?? []), check]);
      }
      return found;
    },
    async check({ agreement, year, result, note, ...by }) {
      await withdraw("land_checks", { agreement, year }, by.saidAt);
      const [row] = await db("land_checks")
        .insert({ agreement, year, result, note, ...said(by) })
        .returning("id");
      return row.id;
    },
    async withdrawCheck(id, now) {
      const row = await standing("land_checks", id);
      if (!row) return false;
      await withdraw("land_checks", { id }, now);
      const replaced = { agreement: row.agreement, year: row.year, withdrawn_at: row.said_at };
      const before = await db("land_checks").where(replaced).whereNot({ id }).orderBy("id", "desc").first();
      if (before) await db("land_checks").where({ id: before.id }).update({ withdrawn_at: null });
      return true;
    },
  };
}
