import type { Knex } from "knex";

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
    t.index(["month", "number"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("signed_scores");
}

export const migration = { up, down };
