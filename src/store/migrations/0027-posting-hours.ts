import type { Knex } from "knex";

const LANES = "create index outbox_lanes on outbox";

/**
 * What leaves only in posting hours, and until when it makes sense; since when a group is the office's own; whose
 * a private chat is; who has been written out, and gets nothing more by themselves.
 */
async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable("outbox", (t) => {
    t.boolean("in_hours")
      .notNullable()
      .defaultTo(false)
      .comment("a scheduled post or a nudge: leaves only in posting hours");
    t.bigInteger("expires_at").comment("epoch ms: after it the message makes no sense; null = a day");
  });
  // Whether a row may leave now is read with its place in the lane.
  await knex.raw("drop index outbox_lanes");
  await knex.raw(`${LANES} (lane, seq, in_hours) where status = 'waiting'`);
  await knex.schema.alterTable("chats", (t) => {
    t.bigInteger("office_since").comment(
      "when it became the office's own, epoch ms; null before this was kept",
    );
    t.text("person").comment("open_id of whom a private chat is with, where a post goes into it");
  });
  await knex.raw(
    `update chats set person = (select audit."by" from audit where audit.subject = 'posts'
      and audit.subject_id = chats.chat_id order by audit.id desc limit 1) where type = 'p2p'`,
  );
  await knex.schema.createTable("written_out", (t) => {
    t.text("open_id").primary().comment("退出: told nothing any more, until registered again");
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable("written_out");
  await knex.schema.alterTable("chats", (t) => {
    t.dropColumns("office_since", "person");
  });
  await knex.raw("drop index outbox_lanes");
  await knex.schema.alterTable("outbox", (t) => {
    t.dropColumns("in_hours", "expires_at");
  });
  await knex.raw(`${LANES} (lane, seq) where status = 'waiting'`);
}

export const migration = { up, down };
