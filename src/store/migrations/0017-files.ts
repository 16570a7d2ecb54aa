import type { Knex } from "knex";

/** Documents on their way into a chat. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("files", (t) => {
    t.text("id").primary();
    t.text("name").notNullable().comment("as it is saved by whoever downloads it, with its ending");
    t.binary("bytes").notNullable();
    t.bigInteger("made_at").notNullable();
    t.index(["made_at"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("files");
}

export const migration = { up, down };
