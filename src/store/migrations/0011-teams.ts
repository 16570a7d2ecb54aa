import type { Knex } from "knex";

/** Who stands for a unit, and who is away until when. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("unit_contacts", (t) => {
    t.text("unit").notNullable().comment("full name");
    t.text("part").notNullable().comment("联络员, 副手 or 负责人");
    t.text("name").notNullable();
    t.text("open_id").comment("null: known by name only");
    t.primary(["unit", "part"]);
  });

  await knex.schema.createTable("absences", (t) => {
    t.comment("请假; the days stay until they are over, then a new one may come.");
    t.increments("id");
    t.text("name").notNullable();
    t.text("open_id").comment("null: known by name only");
    t.text("from_day").notNullable().comment("YYYY-MM-DD");
    t.text("until_day").notNullable().comment("YYYY-MM-DD, the last day away");
    t.text("deputy_name").comment("null: whoever is the unit's deputy");
    t.text("deputy_open_id");
    t.index(["until_day"], "absences_until_day");
  });
}

async function down(knex: Knex): Promise<void> {
  for (const table of ["absences", "unit_contacts"]) await knex.schema.dropTable(table);
}

export const migration = { up, down };
