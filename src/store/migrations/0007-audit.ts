import type { Knex } from "knex";

/** 改动记录: what was changed beside the progress ledger, which keeps its own history. Append-only. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("audit", (t) => {
    t.increments("id");
    t.text("subject").notNullable().comment("project, plan, total, rule, person, chat, meeting, month …");
    t.text("subject_id").notNullable();
    t.text("what").notNullable().comment("what was done, in the office's words: 责任单位, 转正 …");
    t.text("old").comment("as it is shown; null where there was nothing");
    t.text("new");
    t.text("reason");
    t.bigInteger("at").notNullable();
    t.text("by").notNullable().comment("open_id, or the bot's own name for what it did by itself");
    t.text("by_name").notNullable();
    t.text("chat_id");
    t.text("message_id");
    t.index(["subject", "subject_id", "id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("audit");
}

export const migration = { up, down };
