import type { Knex } from "knex";

/** From a message to its card: the one that the bot's message is, and the one that answers a person's. */
async function up(knex: Knex): Promise<void> {
  await knex.raw("create index outbox_messages on outbox (message_id) where message_id is not null");
  await knex.raw("create index outbox_targets on outbox (target)");
}

async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index outbox_targets");
  await knex.raw("drop index outbox_messages");
}

export const migration = { up, down };
