import type { Knex } from "knex";

/** 推进会 and 专题协调会, their agendas, and the 议定事项 that come out of them. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("meetings", (t) => {
    t.text("kind")
      .notNullable()
      .defaultTo("推进会")
      .comment("推进会 counts against twelve a year; 专题 does not");
    t.text("code").comment("the project that a 专题 is about");
    t.integer("problem").comment("number of the problem that a 专题 is about");
  });
  await knex.schema.alterTable("attendance", (t) => {
    t.text("stand_in").comment("who comes instead, where one is excused");
  });

  await knex.schema.createTable("agendas", (t) => {
    t.integer("meeting_id").primary().references("id").inTable("meetings");
    t.text("sections").notNullable().comment("JSON: [{title, body}] as a person left them");
    t.boolean("final").notNullable();
    t.text("by").notNullable();
    t.text("by_name").notNullable();
    t.bigInteger("at").notNullable();
  });

  await knex.schema.createTable("actions", (t) => {
    t.integer("number").primary().comment("议12: ascending, never reused");
    t.integer("meeting_id").references("id").inTable("meetings");
    t.text("unit").notNullable();
    t.text("state").notNullable().comment("open, acknowledged, finish-asked, returned, closed or withdrawn");
    t.text("data").notNullable().comment("JSON: the action as its events leave it");
    t.index(["meeting_id"]);
  });
  // Most actions of some years are closed; lists and reminders ask for those that are not.
  await knex.raw("create index actions_open on actions (state) where state not in ('closed', 'withdrawn')");

  await knex.schema.createTable("action_events", (t) => {
    t.increments("id");
    t.integer("number").notNullable().references("number").inTable("actions");
    t.text("data").notNullable().comment("JSON: what it changed");
    t.bigInteger("said_at").notNullable();
    t.bigInteger("recorded_at").notNullable();
    t.text("said_by").notNullable();
    t.text("said_by_name").notNullable();
    t.text("chat_id").notNullable();
    t.text("message_id").notNullable();
    t.text("write_id").notNullable();
    t.index(["number", "id"]);
    // 撤销 looks for somebody's last write in a chat.
    t.index(["chat_id", "said_by"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["action_events", "actions", "agendas"]) await knex.schema.dropTable(table);
  await knex.raw("alter table attendance drop column stand_in");
  for (const column of ["problem", "code", "kind"])
    await knex.raw(`alter table meetings drop column ${column}`);
}

export const migration = { up, down };
