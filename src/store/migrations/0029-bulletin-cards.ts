import type { Knex } from "knex";

/** The cards by which a draft was handed on in private: they settle once somebody else has taken the step. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("bulletin_cards", (t) => {
    t.integer("bulletin_id").notNullable().references("id").inTable("bulletins").onDelete("CASCADE");
    t.text("card_id").notNullable().comment("of the cards; it may be forgotten before");
    t.primary(["bulletin_id", "card_id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("bulletin_cards");
}

export const migration = { up, down };
