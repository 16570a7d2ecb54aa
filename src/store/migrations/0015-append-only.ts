import type { Knex } from "knex";
import { isPostgres } from "../dialect.js";

/**
 * What is written once stays: tables, and their columns that never change. Columns that tell who (open_id and
 * name) are left out: 忘记 puts a mark in the place of somebody who has left.
 */
const APPEND_ONLY: Record<string, readonly string[]> = {
  entries: [
    "id",
    "code",
    "measure",
    "data",
    "data_month",
    "said_at",
    "recorded_at",
    "chat_id",
    "message_id",
    "words",
    "write_id",
    "source",
  ],
  withdrawals: ["write_id", "withdrawn_at", "message_id"],
  problem_events: ["id", "number", "data", "said_at", "recorded_at", "chat_id", "message_id", "write_id"],
  action_events: ["id", "number", "data", "said_at", "recorded_at", "chat_id", "message_id", "write_id"],
  audit: [
    "id",
    "subject",
    "subject_id",
    "what",
    "old",
    "new",
    "reason",
    "at",
    "chat_id",
    "message_id",
    "words",
  ],
};

/** Texts that may hold an open_id: the mark of somebody who has left may come into them, and nothing else. */
const MAY_NAME = new Set(["data", "words", "subject_id", "old", "new", "reason"]);
const MARK = "%已离开:%";

function changed(columns: readonly string[], differs: string): string {
  return columns
    .map((column) => {
      const change = `new."${column}" ${differs} old."${column}"`;
      return MAY_NAME.has(column)
        ? `(${change} and coalesce(new."${column}", '') not like '${MARK}')`
        : change;
    })
    .join(" or ");
}

async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("audit", (t) => {
    t.text("words").comment("the message as typed; null for buttons and for what the bot did by itself");
  });
  if (isPostgres(knex)) await onPostgres(knex);
  else await onSqlite(knex);
}

async function onSqlite(knex: Knex): Promise<void> {
  for (const [table, columns] of Object.entries(APPEND_ONLY)) {
    const refuse = `begin select raise(abort, '${table} is append-only'); end`;
    const isChanged = changed(columns, "is not");
    await knex.raw(`create trigger ${table}_kept before delete on ${table} ${refuse}`);
    await knex.raw(`create trigger ${table}_unchanged before update on ${table} when ${isChanged} ${refuse}`);
  }
}

async function onPostgres(knex: Knex): Promise<void> {
  await knex.raw(
    "create function refuse_change() returns trigger as $$ begin raise exception '% is append-only', tg_table_name; end $$ language plpgsql",
  );
  const refuse = "execute function refuse_change()";
  for (const [table, columns] of Object.entries(APPEND_ONLY)) {
    const isChanged = changed(columns, "is distinct from");
    await knex.raw(`create trigger ${table}_kept before delete on ${table} for each row ${refuse}`);
    await knex.raw(`create trigger ${table}_not_emptied before truncate on ${table} ${refuse}`);
    await knex.raw(
      `create trigger ${table}_unchanged before update on ${table} for each row when (${isChanged}) ${refuse}`,
    );
  }
}

async function down(knex: Knex): Promise<void> {
  for (const table of Object.keys(APPEND_ONLY))
    if (isPostgres(knex)) {
      for (const name of ["kept", "not_emptied", "unchanged"])
        await knex.raw(`drop trigger ${table}_${name} on ${table}`);
    } else for (const name of ["kept", "unchanged"]) await knex.raw(`drop trigger ${table}_${name}`);
  if (isPostgres(knex)) await knex.raw("drop function refuse_change()");
  await knex.schema.alterTable("audit", (t) => t.dropColumn("words"));
}

export const migration = { up, down };
