import type { Knex } from "knex";

/** Local days are of this zone. */
const SHANGHAI = "Asia/Shanghai";

/** 至去年底累计 with the year at whose end it stood, the months in which a project was out, and December's figures of a frozen year. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("projects", (t) => {
    t.integer("ended_year").comment(
      "the year that a closed one counts for: done in the old year, closed in January",
    );
    t.integer("spent_to").comment("the year at whose end spent_yuan stood");
    t.text("gaps").comment(
      "JSON: [{from, to}] months in which it was closed or withdrawn and owed no report",
    );
  });
  await knex.raw(
    "update projects set ended_year = cast(substr(ended_on, 1, 4) as integer) where ended_on <> ''",
  );
  // What has been registered so far was the sum to the end of the year before.
  const yearOf = new Intl.DateTimeFormat("en", { timeZone: SHANGHAI, year: "numeric" });
  const spent = await knex("projects").whereNotNull("spent_yuan").select("code", "edited_at");
  for (const { code, edited_at: editedAt } of spent)
    if (editedAt !== null)
      await knex("projects")
        .where({ code })
        .update({ spent_to: Number(yearOf.format(Number(editedAt))) - 1 });
  await knex.schema.alterTable("year_closes", (t) => {
    t.bigInteger("settled_at").comment(
      "when the totals became those of December's snapshot, epoch ms; null before",
    );
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable("year_closes", (t) => {
    t.dropColumn("settled_at");
  });
  await knex.schema.alterTable("projects", (t) => {
    t.dropColumns("ended_year", "spent_to", "gaps");
  });
}

export const migration = { up, down };
