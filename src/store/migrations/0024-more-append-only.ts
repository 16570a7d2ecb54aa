import type { Knex } from "knex";
import { type Kept, keepForGood, keepNoMore } from "./append-only.js";

/** What is written once stays, also of the registers that came after 0015; who wrote it may be forgotten. */
const TABLES: readonly Kept[] = [
  {
    table: "service_events",
    fixed: ["id", "number", "said_at", "recorded_at", "chat_id", "message_id", "write_id"],
    texts: ["data"],
  },
  {
    table: "restatements",
    fixed: ["id", "month", "code", "field", "old", "new", "at", "message_id"],
    texts: ["words"],
  },
  {
    table: "plan_versions",
    fixed: ["code", "year", "version", "at", "message_id"],
    texts: ["plan", "reason"],
  },
  { table: "lamp_rules", fixed: ["version", "valid_from", "message_id"], texts: ["rules", "what"] },
  { table: "snapshots", fixed: ["id", "month", "number", "counted_to", "taken_at", "early", "rule"] },
  {
    table: "snapshot_projects",
    fixed: ["snapshot", "code", "class", "ytd_yuan", "plan_yuan", "percent", "lamp", "base", "reported"],
  },
];

async function up(knex: Knex): Promise<void> {
  await keepForGood(knex, TABLES);
  // 撤销 looks for somebody's last step in a chat.
  await knex.schema.alterTable("service_events", (t) => {
    t.index(["chat_id", "said_by"]);
  });
  await knex.schema.alterTable("action_events", (t) => {
    t.index(["write_id"]);
  });
}

async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable("action_events", (t) => {
    t.dropIndex(["write_id"]);
  });
  await knex.schema.alterTable("service_events", (t) => {
    t.dropIndex(["chat_id", "said_by"]);
  });
  await keepNoMore(knex, TABLES);
}

export const migration = { up, down };
