import type { Knex } from "knex";

/** People of other organisations, as the platform told when they spoke: in private, too, they see no money. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("outsiders", (t) => {
    t.text("open_id").primary();
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("outsiders");
}

export const migration = { up, down };
