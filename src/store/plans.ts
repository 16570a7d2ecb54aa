import type { Knex } from "knex";
import type { Frozen, PlanVersion } from "../domain/baseline.js";
import { decode, encode } from "./codec.js";
import type { Memory } from "./rarely-changed.js";

const BASELINE = 1;

/** 年度目标: what was signed, and the changes since that are no ledger entries. Append-only. */
export interface Plans {
  /** The baselines of a year by the project's code. */
  frozen(year: number): Promise<ReadonlyMap<string, Frozen>>;
  /** The baseline and what came after it, oldest first. */
  versions(code: string, year: number): Promise<PlanVersion[]>;
  /** The next version, the first of all being the baseline. */
  add(code: string, version: NewPlanVersion): Promise<void>;
}

export interface NewPlanVersion extends Omit<PlanVersion, "version"> {
  /** open_id */
  by: string;
  messageId?: string;
}

interface Columns {
  code: string;
  version: number;
  plan: string;
  reason: string | null;
  at: number;
  by_name: string;
}

/** The baselines of a year, held in memory: every report to a project looks whether it has one. */
export const frozenIn = (db: Knex, memory: Memory, year: number): Promise<ReadonlyMap<string, Frozen>> =>
  memory.recall(`frozen ${year}`, async () => {
    const rows: Columns[] = await db("plan_versions").where({ year, version: BASELINE });
    return new Map(rows.map((row) => [row.code, decode<Frozen>(row.plan)]));
  });

export function plans(db: Knex, memory: Memory): Plans {
  return {
    frozen: (year) => frozenIn(db, memory, year),
    async versions(code, year) {
      const rows: Columns[] = await db("plan_versions").where({ code, year }).orderBy("version");
      return rows.map((row) => ({
        version: row.version,
        plan: decode<Frozen>(row.plan),
        reason: row.reason,
        at: row.at,
        byName: row.by_name,
      }));
    },
    async add(code, { plan, reason, at, by, byName, messageId }) {
      const { year } = plan;
      const last = await db("plan_versions").where({ code, year }).max({ version: "version" }).first();
      await db("plan_versions").insert({
        code,
        year,
        version: (last?.version ?? 0) + 1,
        plan: encode(plan),
        reason,
        at,
        by,
        by_name: byName,
        message_id: messageId ?? null,
      });
      await memory.changed();
    },
  };
}
