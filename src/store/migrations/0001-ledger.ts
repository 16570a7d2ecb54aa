import type { Knex } from "knex";

/** The office's ledger: projects, what was said of them, and where that leaves them. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("settings", (t) => {
    t.text("key").primary();
    t.text("value").notNullable();
  });

  await knex.schema.createTable("units", (t) => {
    t.text("name").primary();
    t.text("aliases").notNullable().comment("JSON array");
    t.integer("position").notNullable();
  });

  await knex.schema.createTable("projects", (t) => {
    t.text("code").primary();
    t.text("name").notNullable().unique();
    t.text("aliases").notNullable().comment("JSON array");
    t.text("class").comment("类别; null where the document names none");
    t.text("class_basis").comment("stated, inferred (待核) or null");
    t.text("kind").notNullable();
    t.text("stage").notNullable();
    t.text("facts").notNullable();
    t.text("unit").comment("责任单位");
    t.integer("position").notNullable();
    t.text("first_month").notNullable().comment("YYYY-MM, the first data month a report is due for");
    t.index(["class"]);
    t.index(["unit"]);
  });

  await knex.schema.createTable("control_totals", (t) => {
    t.integer("year").notNullable();
    t.text("class").notNullable();
    t.integer("position").notNullable();
    t.text("figures")
      .notNullable()
      .comment("JSON: counts, yuan, mu, scope and 待核 notes as the document gives them");
    t.primary(["year", "class"]);
  });

  await knex.schema.createTable("plans", (t) => {
    t.comment("How a year is paced where month/12 does not fit; the amount itself is a ledger entry.");
    t.text("code").notNullable().references("code").inTable("projects");
    t.integer("year").notNullable();
    t.text("curve").comment(
      "JSON: cumulative per cent of the plan at the end of each month, or null for month/12",
    );
    t.integer("start_month").comment("1–12: the month in which work starts in the year");
    t.primary(["code", "year"]);
  });

  await knex.schema.createTable("team", (t) => {
    t.increments("id");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("name").notNullable();
    t.text("part").notNullable().comment("负责人 or 联络员");
    t.text("unit");
    t.text("open_id");
    t.index(["code"]);
    t.index(["open_id"]);
  });

  await knex.schema.createTable("entries", (t) => {
    t.comment("Append-only: a correction is a new entry, an undo a row in withdrawals.");
    t.increments("id");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("measure").notNullable();
    t.text("data").notNullable().comment("JSON: the measured value, as in domain/ledger");
    t.text("data_month").notNullable().comment("YYYY-MM the entry counts for");
    t.bigInteger("said_at").notNullable().comment("when the message was sent, epoch ms");
    t.bigInteger("recorded_at").notNullable();
    t.text("said_by").comment("open_id; null for seeds");
    t.text("said_by_name").notNullable();
    t.text("chat_id");
    t.text("message_id");
    t.text("words").notNullable().comment("as typed");
    t.text("write_id").notNullable().comment("entries of one message share it");
    t.text("source").notNullable().comment("chat or demo");
    t.index(["code", "said_at", "id"]);
    t.index(["write_id"]);
    t.index(["chat_id", "said_by", "id"]);
    t.index(["message_id"]);
  });

  await knex.schema.createTable("withdrawals", (t) => {
    t.text("write_id").primary();
    t.bigInteger("withdrawn_at").notNullable();
    t.text("withdrawn_by").notNullable();
    t.text("message_id");
  });

  await knex.schema.createTable("project_state", (t) => {
    t.comment("What lists need; kept in the transaction of the entry, rebuildable from the entries.");
    t.text("code").primary().references("code").inTable("projects");
    t.text("figures").notNullable().comment("JSON: domain/ledger-figures");
    t.integer("year").comment("the year of the three sums below");
    t.bigInteger("ytd_yuan");
    t.bigInteger("plan_yuan");
    t.bigInteger("funds_yuan");
    t.double("area_mu");
    t.double("percent");
    t.text("reported_month");
    t.bigInteger("last_said_at");
  });

  await knex.schema.createTable("lamp_marks", (t) => {
    t.comment("Lamps as they stood when a month closed, or in the last digest of a group.");
    t.text("mark").notNullable().comment("month:YYYY-MM or digest:CHAT");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("lamp").notNullable();
    t.primary(["mark", "code"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of [
    "lamp_marks",
    "project_state",
    "withdrawals",
    "entries",
    "team",
    "plans",
    "control_totals",
    "projects",
    "units",
    "settings",
  ])
    await knex.schema.dropTable(table);
}

export const migration = { up, down };
