import type { Knex } from "knex";

/** What came in, what goes out, and what the schedule has done. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("inbox", (t) => {
    t.increments("seq");
    t.text("key").notNullable().unique().comment("message_id for messages, else event_id");
    t.text("event_id").unique();
    t.text("lane").notNullable().comment("the chat: its rows are worked off in order of seq");
    t.text("payload").notNullable().comment("JSON: one inbound event");
    t.bigInteger("received_at").notNullable();
    t.text("status").notNullable().comment("waiting, done or failed");
    t.integer("attempts").notNullable();
    t.bigInteger("not_before").notNullable();
    t.bigInteger("ended_at");
    t.text("reason");
  });
  await knex.raw("create index inbox_waiting on inbox (seq) where status = 'waiting'");
  await knex.raw("create index inbox_lanes on inbox (lane, seq) where status = 'waiting'");

  await knex.schema.createTable("outbox", (t) => {
    t.increments("seq");
    t.text("lane").notNullable().comment("chat_id, or the open_id of a person in private");
    t.text("op").notNullable().comment("create, reply or patch");
    t.text("target").notNullable().comment("chat_id or open_id, message_id, or card id for a patch");
    t.text("msg_type").notNullable();
    t.text("content").notNullable();
    t.text("uuid").notNullable();
    t.text("card_id");
    t.text("cause").notNullable().comment("inbox:SEQ or run:ID");
    t.bigInteger("created_at").notNullable();
    t.text("status").notNullable().comment("waiting, sent, dead, uncertain or superseded");
    t.integer("attempts").notNullable();
    t.bigInteger("not_before").notNullable();
    t.bigInteger("unclear_since").comment("an attempt began whose outcome is not known");
    t.bigInteger("ended_at");
    t.text("message_id");
    t.text("reason");
    t.index(["card_id"]);
  });
  await knex.raw("create index outbox_lanes on outbox (lane, seq) where status = 'waiting'");

  await knex.schema.createTable("cards", (t) => {
    t.text("id").primary();
    t.text("kind").notNullable().comment("the command or post that made it and answers its buttons");
    t.text("model").notNullable().comment("JSON: what the card is drawn from");
    t.integer("version").notNullable().comment("a button of an older version no longer acts");
    t.text("chat_id").notNullable();
    t.text("owner").comment("open_id of the person answered");
    t.bigInteger("made_at").notNullable();
  });

  await knex.schema.createTable("schedule_runs", (t) => {
    t.increments("id");
    t.text("job").notNullable();
    t.text("chat_id").notNullable();
    t.text("subject").notNullable();
    t.text("period").notNullable();
    t.bigInteger("slot").notNullable();
    t.bigInteger("ran_at").notNullable();
    t.text("outcome").notNullable().comment("posted, empty or skipped");
    t.unique(["job", "chat_id", "subject", "period"]);
  });

  await knex.schema.createTable("conversations", (t) => {
    t.text("chat_id").notNullable();
    t.text("open_id").notNullable();
    t.text("project").comment("code of the project spoken of last");
    t.bigInteger("spoke_at").notNullable();
    t.primary(["chat_id", "open_id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["conversations", "schedule_runs", "cards", "outbox", "inbox"])
    await knex.schema.dropTable(table);
}

export const migration = { up, down };
