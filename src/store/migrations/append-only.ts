import type { Knex } from "knex";
import { isPostgres } from "../dialect.js";

/** Texts that may hold an open_id: the mark of somebody who has left may come into them, and nothing else. */
const MARK = "%已离开:%";

/** A table whose rows stay as they were written: the columns that never change, those that may name a person apart. */
export interface Kept {
  table: string;
  fixed: readonly string[];
  /** texts in which 忘记 may put its mark */
  texts?: readonly string[];
}

function changed({ fixed, texts = [] }: Kept, differs: string): string {
  const change = (column: string) => `new."${column}" ${differs} old."${column}"`;
  return [
    ...fixed.map(change),
    ...texts.map((column) => `(${change(column)} and coalesce(new."${column}", '') not like '${MARK}')`),
  ].join(" or ");
}

/** Refuses deletes and changes in the database itself. PostgreSQL needs `refuse_change()`, made by 0015. */
export async function keepForGood(knex: Knex, tables: readonly Kept[]): Promise<void> {
  for (const kept of tables) {
    const { table } = kept;
    if (isPostgres(knex)) {
      const refuse = "execute function refuse_change()";
      await knex.raw(`create trigger ${table}_kept before delete on ${table} for each row ${refuse}`);
      await knex.raw(`create trigger ${table}_not_emptied before truncate on ${table} ${refuse}`);
      await knex.raw(
        `create trigger ${table}_unchanged before update on ${table} for each row when (${changed(kept, "is distinct from")}) ${refuse}`,
      );
    } else {
      const refuse = `begin select raise(abort, '${table} is append-only'); end`;
      await knex.raw(`create trigger ${table}_kept before delete on ${table} ${refuse}`);
      await knex.raw(
        `create trigger ${table}_unchanged before update on ${table} when ${changed(kept, "is not")} ${refuse}`,
      );
    }
  }
}

export async function keepNoMore(knex: Knex, tables: readonly Kept[]): Promise<void> {
  for (const { table } of tables)
    if (isPostgres(knex))
      for (const name of ["kept", "not_emptied", "unchanged"])
        await knex.raw(`drop trigger ${table}_${name} on ${table}`);
    else for (const name of ["kept", "unchanged"]) await knex.raw(`drop trigger ${table}_${name}`);
}
