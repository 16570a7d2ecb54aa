import type { Knex } from "knex";

/** 静音: until when a chat, or a person in private, gets no posts. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("mutes", (t) => {
    t.text("chat_id").primary().comment("chat_id, or the open_id of a person in private");
    t.text("until").notNullable().comment("YYYY-MM-DD, the last day without posts");
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("mutes");
}

export const migration = { up, down };
