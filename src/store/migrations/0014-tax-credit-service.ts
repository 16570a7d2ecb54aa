import type { Knex } from "knex";

/** 留税, 亮点 with 立功竞赛, and 企业诉求: what the office also wants to know. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("tax_questions", (t) => {
    t.text("code").primary().references("code").inTable("projects");
    t.text("state").notNullable().comment("waiting: no office group yet; asked, answered or withdrawn");
    t.text("card_id").comment("the card that asks in the office's group");
    t.text("contractor").comment("总包单位, as typed");
    t.text("registration").comment("本区注册, 外区 or 待核");
    t.bigInteger("asked_at").notNullable();
    t.bigInteger("answered_at");
    t.text("answered_by").comment("open_id");
    t.text("answered_by_name");
  });

  await knex.schema.createTable("credits", (t) => {
    t.increments("id");
    t.text("code").references("code").inTable("projects").comment("null where a unit alone is named");
    t.text("unit");
    t.text("words").notNullable();
    t.text("said_by").notNullable();
    t.text("said_by_name").notNullable();
    t.bigInteger("said_at").notNullable();
    t.text("chat_id").notNullable();
    t.text("message_id").notNullable();
    t.bigInteger("withdrawn_at");
    // the list is of one year
    t.index(["said_at"]);
  });

  await knex.schema.createTable("credit_choices", (t) => {
    t.integer("year").notNullable();
    t.text("unit").notNullable();
    t.text("choice").notNullable().comment("入选 or 不入选");
    t.text("decided_by").notNullable();
    t.text("decided_by_name").notNullable();
    t.bigInteger("decided_at").notNullable();
    t.primary(["year", "unit"]);
  });

  await knex.schema.createTable("services", (t) => {
    t.integer("number").primary().comment("诉3: ascending, never reused");
    t.text("state")
      .notNullable()
      .comment("open, in-progress, resolve-asked (已答复), closed, reopened, withdrawn");
    t.text("data").notNullable().comment("JSON: the request as its events leave it");
  });
  await knex.raw("create index services_open on services (state) where state not in ('closed', 'withdrawn')");

  await knex.schema.createTable("service_events", (t) => {
    t.increments("id");
    t.integer("number").notNullable().references("number").inTable("services");
    t.text("data").notNullable().comment("JSON: what it changed; an undo names the write taken back");
    t.bigInteger("said_at").notNullable();
    t.bigInteger("recorded_at").notNullable();
    t.text("said_by").notNullable();
    t.text("said_by_name").notNullable();
    t.text("chat_id").notNullable();
    t.text("message_id").notNullable();
    t.text("write_id").notNullable();
    t.index(["number", "id"]);
    t.index(["write_id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["service_events", "services", "credit_choices", "credits", "tax_questions"])
    await knex.schema.dropTable(table);
}

export const migration = { up, down };
