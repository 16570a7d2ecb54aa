import type { Knex } from "knex";

/** 地块: its area, and 全生命周期管理 agreements with the yearly checks of them. What else is known is in the ledger. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("land_plots", (t) => {
    t.text("code").primary().references("code").inTable("projects");
    t.double("mu").notNullable().comment("area of the plot itself in 亩; who set it stands in audit");
    t.boolean("approx").notNullable();
  });

  await knex.schema.createTable("land_agreements", (t) => {
    t.increments("id");
    t.text("code").notNullable().references("code").inTable("projects");
    t.text("signed_on").notNullable().comment("YYYY-MM-DD");
    t.integer("check_month").notNullable().comment("1–12: each year's check is due in it");
    t.integer("check_day").comment("of that month; null: its last day");
    t.text("said_by").notNullable().comment("open_id");
    t.text("said_by_name").notNullable();
    t.bigInteger("said_at").notNullable();
    t.bigInteger("withdrawn_at").comment("taken back, or replaced by a later one");
    t.index(["code"]);
  });

  await knex.schema.createTable("land_checks", (t) => {
    t.increments("id");
    t.integer("agreement").notNullable().references("id").inTable("land_agreements");
    t.integer("year").notNullable();
    t.text("result").notNullable().comment("met or unmet");
    t.text("note").notNullable().comment("as typed; may be empty");
    t.text("said_by").notNullable();
    t.text("said_by_name").notNullable();
    t.bigInteger("said_at").notNullable();
    t.bigInteger("withdrawn_at").comment("taken back, or replaced by a later one of the same year");
    t.index(["agreement"]);
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["land_checks", "land_agreements", "land_plots"]) await knex.schema.dropTable(table);
}

export const migration = { up, down };
