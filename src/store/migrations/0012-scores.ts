import type { Knex } from "knex";
import { isPostgres } from "../dialect.js";

/** What was signed stays as it was signed; the signer's open_id and name are left to 忘记. */
const KEPT = ["number", "month", "rule", "scores", "signed_at"];

/** 评分: what a person has signed, as it stood then. Append-only: who signs anew gets the next number. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("signed_scores", (t) => {
    t.integer("number").primary().comment("第1号: ascending, never reused");
    t.text("month").notNullable().comment("YYYY-MM: the closed data month that was scored");
    t.text("rule").notNullable().comment("评分 v1: the version of the rule");
    t.text("scores").notNullable().comment("JSON: [{unit, rank, total, parts …}], tenths of a point");
    t.text("signed_by").notNullable().comment("open_id");
    t.text("signed_by_name").notNullable();
    t.bigInteger("signed_at").notNullable();
    t.text("chat_id").notNullable();
    // The last one of a month is looked up.
    t.index(["month", "number"]);
  });
  if (isPostgres(knex)) await onPostgres(knex);
  else await onSqlite(knex);
}

async function onSqlite(knex: Knex): Promise<void> {
  const refuse = "begin select raise(abort, 'signed_scores is append-only'); end";
  const isChanged = KEPT.map((column) => `new."${column}" is not old."${column}"`).join(" or ");
  await knex.raw(`create trigger signed_scores_kept before delete on signed_scores ${refuse}`);
  await knex.raw(
    `create trigger signed_scores_unchanged before update on signed_scores when ${isChanged} ${refuse}`,
  );
}

async function onPostgres(knex: Knex): Promise<void> {
  const isChanged = KEPT.map((column) => `new."${column}" is distinct from old."${column}"`).join(" or ");
  const refuse = "execute function refuse_score_change()";
  await knex.raw(
    "create function refuse_score_change() returns trigger as $$ begin raise exception 'signed_scores is append-only'; end $$ language plpgsql",
  );
  await knex.raw(`create trigger signed_scores_kept before delete on signed_scores for each row ${refuse}`);
  await knex.raw(
    `create trigger signed_scores_unchanged before update on signed_scores for each row when (${isChanged}) ${refuse}`,
  );
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("signed_scores");
  if (isPostgres(knex)) await knex.raw("drop function refuse_score_change()");
}

export const migration = { up, down };
