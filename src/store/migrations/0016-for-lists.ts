import type { Knex } from "knex";

/** What keeps lists and single projects quick when there are ten thousand of them. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("project_state", (t) => {
    t.bigInteger("stamp").comment("new with every change; null for rows written before there were stamps");
    // Whether any state has changed is told by the sum of all stamps, read from this index alone.
    t.index(["stamp"]);
  });
  // The lamps of one project's months: by mark alone, all months of all projects would be looked through.
  await knex.schema.alterTable("lamp_marks", (t) => {
    t.index(["code", "mark"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable("lamp_marks", (t) => {
    t.dropIndex(["code", "mark"]);
  });
  await knex.schema.alterTable("project_state", (t) => {
    t.dropIndex(["stamp"]);
    t.dropColumn("stamp");
  });
}

export const migration = { up, down };
