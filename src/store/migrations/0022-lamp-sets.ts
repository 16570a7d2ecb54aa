import type { Knex } from "knex";

/**
 * The lamps of a chat's last digest: two hundred chats that see the same projects share one set, of which
 * each chat keeps the name.
 */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("lamp_sets", (t) => {
    t.text("id").primary().comment("hash of the lamps");
    t.text("lamps").notNullable().comment("JSON: pairs of code and lamp, by code");
  });
  await knex.schema.createTable("lamp_set_uses", (t) => {
    t.text("mark").primary().comment("digest:CHAT");
    t.text("set_id").notNullable().references("id").inTable("lamp_sets");
    t.index(["set_id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("lamp_set_uses");
  await knex.schema.dropTable("lamp_sets");
}

export const migration = { up, down };
