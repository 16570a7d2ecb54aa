import type { Knex } from "knex";

/** 四眼: who has written in a draft and who has submitted it, so that neither reviews it; and when it goes out. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("bulletin_editors", (t) => {
    t.integer("bulletin_id").notNullable().references("id").inTable("bulletins").onDelete("CASCADE");
    t.text("open_id").notNullable();
    t.text("name").notNullable();
    // Who edits twice has edited once.
    t.primary(["bulletin_id", "open_id"]);
  });
  await knex.schema.alterTable("bulletins", (t) => {
    t.text("submitted_by").comment("open_id of the last one to submit");
    t.text("submitted_by_name");
    t.boolean("by_bot").notNullable().defaultTo(false).comment("drafted by the schedule, not by a person");
    t.bigInteger("goes_out_at").comment(
      "epoch ms from which a signed one is posted; null where it was posted as it was signed",
    );
  });
  await knex.raw(
    "insert into bulletin_editors (bulletin_id, open_id, name) select id, edited_by, coalesce(edited_by_name, '') from bulletins where edited_by is not null",
  );
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("bulletin_editors");
  for (const column of ["submitted_by", "submitted_by_name", "by_bot", "goes_out_at"])
    await knex.raw(`alter table bulletins drop column ${column}`);
}

export const migration = { up, down };
