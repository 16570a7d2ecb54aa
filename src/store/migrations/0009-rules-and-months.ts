import type { Knex } from "knex";

/** 亮灯规则, 关账快照, 更正记录, 年末结转. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("lamp_rules", (t) => {
    t.comment("Append-only: the highest version is in force. Version 1 is the built-in rule and has no row.");
    t.integer("version").primary();
    t.text("rules").notNullable().comment("JSON: domain/lamp-rule LampRules");
    t.text("what").notNullable().comment("what was changed, in the office's words");
    t.bigInteger("valid_from").notNullable();
    t.text("set_by").notNullable();
    t.text("set_by_name").notNullable();
    t.text("message_id").notNullable();
  });

  await knex.schema.createTable("snapshots", (t) => {
    t.comment("A closed data month as it stood at its close; 2022-08-1 is month and number.");
    t.increments("id");
    t.text("month").notNullable().comment("YYYY-MM");
    t.integer("number").notNullable();
    t.bigInteger("counted_to").notNullable().comment("entries said up to this instant are in it");
    t.bigInteger("taken_at").notNullable();
    t.text("taken_by").notNullable().comment("open_id, or the bot's own name at the close day");
    t.text("taken_by_name").notNullable();
    t.boolean("early").notNullable().comment("closed by a person before its close day");
    t.text("rule").notNullable().comment("规则 v1");
    t.unique(["month", "number"]);
  });

  await knex.schema.createTable("snapshot_projects", (t) => {
    t.integer("snapshot").notNullable().references("id").inTable("snapshots");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("class");
    t.bigInteger("ytd_yuan").comment("本年累计 at the month's end; null where it was not reported");
    t.bigInteger("plan_yuan");
    t.double("percent").comment("形象进度");
    t.text("lamp").notNullable();
    t.text("base").notNullable().comment("the lamp before 连续两月 made it red");
    t.boolean("reported").notNullable().comment("something was reported for the month");
    t.primary(["snapshot", "code"]);
    t.index(["code"]);
  });

  await knex.schema.createTable("restatements", (t) => {
    t.comment("更正: figures of a closed month that changed after its close. Append-only.");
    t.increments("id");
    t.text("month").notNullable().comment("the closed month whose figure changed");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("field").notNullable().comment("ytd, month or percent");
    t.bigInteger("old").comment("元, or hundredths of a per cent; null where there was no figure");
    t.bigInteger("new").comment("null where it was taken back");
    t.bigInteger("at").notNullable();
    t.text("by").notNullable();
    t.text("by_name").notNullable();
    t.text("message_id").notNullable();
    t.text("words").notNullable();
    t.index(["month", "id"]);
  });

  await knex.schema.createTable("carry_choices", (t) => {
    t.comment("年末结转: what the office confirmed of each project; the last word counts.");
    t.integer("year").notNullable();
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("choice").notNullable().comment("carry, finish or leave");
    t.bigInteger("at").notNullable();
    t.text("by").notNullable();
    t.text("by_name").notNullable();
    t.primary(["year", "code"]);
  });

  await knex.schema.createTable("year_closes", (t) => {
    t.comment("A year that was frozen, with its totals.");
    t.integer("year").primary();
    t.text("totals").notNullable().comment("JSON: domain/year-close YearTotals");
    t.bigInteger("at").notNullable();
    t.text("by").notNullable();
    t.text("by_name").notNullable();
  });

  await knex.schema.createTable("year_lists", (t) => {
    t.comment("The draft list of a year: what is carried over into it, and what stands ready.");
    t.integer("year").notNullable();
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("nature").notNullable().comment("结转 or 预备");
    t.bigInteger("brought_yuan").comment("至去年底累计; null where it was never said");
    t.text("brought_period").comment("the month at whose end it stands");
    t.bigInteger("last_year_yuan").comment("完成 of the year before alone");
    t.primary(["year", "code"]);
  });
}

const TABLES = [
  "year_lists",
  "year_closes",
  "carry_choices",
  "restatements",
  "snapshot_projects",
  "snapshots",
  "lamp_rules",
];

async function down(knex: Knex): Promise<void> {
  for (const table of TABLES) await knex.schema.dropTable(table);
}

export const migration = { up, down };
