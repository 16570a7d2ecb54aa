import type { Knex } from "knex";

/**
 * A card that asks something waits for its answer, by a button or in the next words of whoever was asked;
 * one that nobody answers is closed.
 */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("cards", (t) => {
    t.bigInteger("waits_until").comment("the instant at which its open questions lapse; null without any");
  });
  await knex.schema.alterTable("conversations", (t) => {
    t.text("asked").comment("message_id of the message whose answer asked something; null when none did");
  });
  await knex.raw("create index cards_waiting on cards (waits_until) where waits_until is not null");
}

async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index cards_waiting");
  await knex.schema.alterTable("conversations", (t) => {
    t.dropColumn("asked");
  });
  await knex.schema.alterTable("cards", (t) => {
    t.dropColumn("waits_until");
  });
}

export const migration = { up, down };
