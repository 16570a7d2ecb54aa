import type { Knex } from "knex";

/** Posts that change in place for a while as the ledger does: who has not reported yet. */
async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable("live_cards", (t) => {
    t.text("card_id").primary();
    t.text("job").notNullable().comment("the post that draws it");
    t.text("chat_id").notNullable();
    t.bigInteger("until").notNullable().comment("epoch ms; after it the card stays as it is");
    t.index(["until"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("live_cards");
}

export const migration = { up, down };
