import type { Knex } from "knex";
import { isPostgres } from "../dialect.js";

/** What was signed stays as it was signed; open_ids and names beside it are left to 忘记. */
const KEPT = ["id", "month", "corrects", "state", "year", "number", "content", "words", "signed_at"];

/** 月度通报: drafts, and what a person has signed under a number of the year. 更正 is a document of its own. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("bulletins", (t) => {
    t.increments("id");
    t.text("month").notNullable().comment("YYYY-MM: the closed data month");
    t.integer("corrects")
      .references("id")
      .inTable("bulletins")
      .comment("更正通报: the signed one that it puts right");
    t.text("state").notNullable().comment("drafted, submitted, reviewed, signed");
    t.integer("revision").notNullable().comment("ascending with each change; an old card does not act");
    t.integer("year").comment("of the number; null while it is a draft");
    t.integer("number").comment("文号: 1, 2 … of the year; null while it is a draft");
    t.text("content").notNullable().comment("JSON: the document, sections and rows");
    t.text("words").notNullable().comment("JSON {demands, remark}: what the office wrote itself");
    t.text("edited_by").comment("open_id of the last one to edit; null where nobody did");
    t.text("edited_by_name");
    t.text("reviewed_by").comment("open_id");
    t.text("reviewed_by_name");
    t.text("signed_by").comment("open_id");
    t.text("signed_by_name");
    t.bigInteger("changed_at").notNullable().comment("epoch ms");
    t.bigInteger("signed_at").comment("epoch ms; null while it is a draft");
    // A number is given once; drafts have none.
    t.unique(["year", "number"]);
    // The bulletins of a month are looked up.
    t.index(["month", "id"]);
  });
  // Two people who draft at the same time draft one document.
  await knex.raw("create unique index bulletins_one_draft on bulletins (month) where signed_at is null");
  if (isPostgres(knex)) await onPostgres(knex);
  else await onSqlite(knex);
}

async function onSqlite(knex: Knex): Promise<void> {
  const refuse = "begin select raise(abort, 'a signed bulletin is append-only'); end";
  const isChanged = KEPT.map((column) => `new."${column}" is not old."${column}"`).join(" or ");
  await knex.raw(
    `create trigger bulletins_kept before delete on bulletins when old.signed_at is not null ${refuse}`,
  );
  await knex.raw(
    `create trigger bulletins_unchanged before update on bulletins when old.signed_at is not null and (${isChanged}) ${refuse}`,
  );
}

async function onPostgres(knex: Knex): Promise<void> {
  const isChanged = KEPT.map((column) => `new."${column}" is distinct from old."${column}"`).join(" or ");
  const refuse = "execute function refuse_bulletin_change()";
  await knex.raw(
    "create function refuse_bulletin_change() returns trigger as $$ begin raise exception 'a signed bulletin is append-only'; end $$ language plpgsql",
  );
  await knex.raw(
    `create trigger bulletins_kept before delete on bulletins for each row when (old.signed_at is not null) ${refuse}`,
  );
  await knex.raw(
    `create trigger bulletins_unchanged before update on bulletins for each row when (old.signed_at is not null and (${isChanged})) ${refuse}`,
  );
  await knex.raw(`create trigger bulletins_not_emptied before truncate on bulletins ${refuse}`);
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("bulletins");
  if (isPostgres(knex)) await knex.raw("drop function refuse_bulletin_change()");
}

export const migration = { up, down };
