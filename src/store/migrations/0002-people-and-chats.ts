import type { Knex } from "knex";

/** Who speaks, where, and what each group gets. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("people", (t) => {
    t.text("open_id").primary();
    t.text("name").notNullable();
    t.text("unit");
    t.text("section");
    t.text("role").notNullable().comment("office, reporter, leader or guest");
    t.text("registered_by");
    t.bigInteger("registered_at");
  });

  await knex.schema.createTable("chats", (t) => {
    t.text("chat_id").primary();
    t.text("type").notNullable().comment("group or p2p");
    t.text("name").notNullable();
    t.boolean("external").notNullable();
    t.text("office_use").comment("office: the chat of the office itself");
    t.bigInteger("joined_at").notNullable();
    t.bigInteger("left_at");
  });

  await knex.schema.createTable("chat_projects", (t) => {
    t.text("chat_id").notNullable();
    t.text("code").notNullable().references("code").inTable("projects");
    t.primary(["chat_id", "code"]);
  });

  await knex.schema.createTable("subscriptions", (t) => {
    t.text("chat_id").notNullable();
    t.text("job").notNullable();
    t.boolean("active").notNullable();
    t.bigInteger("since").notNullable().comment("slots before it are not made up");
    t.integer("weekday").comment("1 Monday … 7 Sunday, where the office set one");
    t.text("time").comment("HH:mm, where the office set one");
    t.primary(["chat_id", "job"]);
  });

  await knex.schema.createTable("meetings", (t) => {
    t.increments("id");
    t.text("chat_id").notNullable();
    t.text("title").notNullable();
    t.bigInteger("starts_at").notNullable();
    t.text("place").notNullable();
    t.text("booked_by").notNullable();
    t.bigInteger("booked_at").notNullable();
    t.bigInteger("cancelled_at");
    t.index(["starts_at"]);
  });

  await knex.schema.createTable("attendance", (t) => {
    t.integer("meeting_id").notNullable().references("id").inTable("meetings");
    t.text("open_id").notNullable();
    t.text("name").notNullable();
    t.text("answer").notNullable().comment("参会 or 请假");
    t.bigInteger("answered_at").notNullable();
    t.primary(["meeting_id", "open_id"]);
  });

  await knex.schema.createTable("refusals", (t) => {
    t.increments("id");
    t.bigInteger("refused_at").notNullable();
    t.text("open_id").notNullable();
    t.text("chat_id").notNullable();
    t.text("message_id");
    t.text("code").notNullable();
    t.text("what").notNullable();
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of [
    "refusals",
    "attendance",
    "meetings",
    "subscriptions",
    "chat_projects",
    "chats",
    "people",
  ])
    await knex.schema.dropTable(table);
}

export const migration = { up, down };
