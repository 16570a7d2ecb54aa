import type { Knex } from "knex";

/**
 * 更正: where it was said, so that words said to the bot alone are not read out in a group. 改动记录: what somebody
 * has changed last in a chat, for 撤销.
 */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("restatements", (t) => {
    t.text("chat_id").comment("null where it was kept before: taken for private words");
  });
  await knex.schema.alterTable("audit", (t) => {
    t.index(["by", "chat_id", "id"]);
  });
  // What reports of that time say of it is known.
  await knex.raw(
    "update restatements set chat_id = (select min(entries.chat_id) from entries where entries.message_id = restatements.message_id)",
  );
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable("audit", (t) => {
    t.dropIndex(["by", "chat_id", "id"]);
  });
  await knex.schema.alterTable("restatements", (t) => {
    t.dropColumn("chat_id");
  });
}

export const migration = { up, down };
