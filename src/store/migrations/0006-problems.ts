import type { Knex } from "knex";

/** 问题: a head with where it stands, kept in the same transaction, and the events that it follows from. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("problems", (t) => {
    t.integer("number").primary().comment("#12: ascending, never reused");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("state").notNullable().comment("open, in-progress, resolve-asked, closed, reopened or withdrawn");
    t.text("data").notNullable().comment("JSON: the problem as its events leave it");
    t.index(["code"]);
  });
  await knex.raw("create index problems_open on problems (state) where state not in ('closed', 'withdrawn')");

  await knex.schema.createTable("problem_events", (t) => {
    t.increments("id");
    t.integer("number").notNullable().references("number").inTable("problems");
    t.text("data").notNullable().comment("JSON: what it changed; an undo names the write taken back");
    t.bigInteger("said_at").notNullable();
    t.bigInteger("recorded_at").notNullable();
    t.text("said_by").notNullable();
    t.text("said_by_name").notNullable();
    t.text("chat_id").notNullable();
    t.text("message_id").notNullable();
    t.text("write_id").notNullable();
    t.index(["number", "id"]);
    t.index(["write_id"]);
    t.index(["message_id"]);
    t.index(["chat_id", "said_by"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["problem_events", "problems"]) await knex.schema.dropTable(table);
}

export const migration = { up, down };
