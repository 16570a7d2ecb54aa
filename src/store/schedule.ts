import type { Knex } from "knex";
import type { Day } from "../domain/day.js";

/** One run of a scheduled post: at most one for each job, chat, subject and period. */
export interface RunKey {
  job: string;
  chatId: string;
  /** what it is about within the job: a meeting, a project; `-` where there is only one */
  subject: string;
  /** which occurrence: a week, a month, an offset */
  period: string;
}

export interface Subscription {
  chatId: string;
  job: string;
  active: boolean;
  /** epoch ms; slots before it are not made up */
  since: number;
  /** 1 Monday … 7 Sunday; null = the post's own default */
  weekday: number | null;
  /** HH:mm; null = the post's own default */
  time: string | null;
}

export interface Schedule {
  /** Takes a run for this transaction: its id, or null when it was taken before. */
  claim(key: RunKey, slot: number, now: number): Promise<number | null>;
  hasRun(key: RunKey): Promise<boolean>;
  /** Whether the run said something: it was neither muted nor empty. */
  wasPosted(key: RunKey): Promise<boolean>;
  /** The slot of a job's last post in a chat before an instant, epoch ms; null when there was none. */
  lastPosted(job: string, chatId: string, before: number): Promise<number | null>;
  /** Whom a job has told of a subject by now, in whatever stage: chat_ids, open_ids of what goes to people. */
  toldOf(job: string, subject: string): Promise<Set<string>>;
  outcome(id: number, outcome: "posted" | "empty" | "skipped"): Promise<void>;
  subscriptions(job: string): Promise<Subscription[]>;
  ofChat(chatId: string): Promise<Subscription[]>;
  subscribe(subscription: Subscription): Promise<void>;
  /** 静音: the last day on which a chat gets no posts; null when it gets them. */
  mutedUntil(chatId: string): Promise<Day | null>;
  /** `null` ends the silence. */
  mute(chatId: string, until: Day | null): Promise<void>;
}

interface Columns {
  chat_id: string;
  job: string;
  active: boolean | number;
  since: number;
  weekday: number | null;
  time: string | null;
}

const toSubscription = (row: Columns): Subscription => ({
  chatId: row.chat_id,
  job: row.job,
  active: Boolean(row.active),
  since: row.since,
  weekday: row.weekday,
  time: row.time,
});

export function schedule(db: Knex): Schedule {
  return {
    async claim(key, slot, now) {
      const rows = await db("schedule_runs")
        .insert({
          job: key.job,
          chat_id: key.chatId,
          subject: key.subject,
          period: key.period,
          slot,
          ran_at: now,
          outcome: "posted",
        })
        .onConflict(["job", "chat_id", "subject", "period"])
        .ignore()
        .returning("id");
      return rows[0]?.id ?? null;
    },
    async hasRun({ job, chatId, subject, period }) {
      const row = await db("schedule_runs").where({ job, chat_id: chatId, subject, period }).first("id");
      return row !== undefined;
    },
    async wasPosted({ job, chatId, subject, period }) {
      const key = { job, chat_id: chatId, subject, period, outcome: "posted" };
      return (await db("schedule_runs").where(key).first("id")) !== undefined;
    },
    async lastPosted(job, chatId, before) {
      const row = await db("schedule_runs")
        .where({ job, chat_id: chatId, outcome: "posted" })
        .where("slot", "<", before)
        .max({ last: "slot" })
        .first();
      return row?.last ?? null;
    },
    async toldOf(job, subject) {
      const rows = await db("schedule_runs").where({ job, subject, outcome: "posted" }).distinct("chat_id");
      return new Set(rows.map(({ chat_id }) => String(chat_id)));
    },
    async outcome(id, outcome) {
      await db("schedule_runs").where({ id }).update({ outcome });
    },
    async subscriptions(job) {
      const rows = await db("subscriptions")
        .join("chats", "chats.chat_id", "subscriptions.chat_id")
        .where({ job })
        .whereNull("chats.left_at")
        .select("subscriptions.*");
      return rows.map(toSubscription);
    },
    async ofChat(chatId) {
      return (await db("subscriptions").where({ chat_id: chatId })).map(toSubscription);
    },
    async subscribe(subscription) {
      await db("subscriptions")
        .insert({
          chat_id: subscription.chatId,
          job: subscription.job,
          active: subscription.active,
          since: subscription.since,
          weekday: subscription.weekday,
          time: subscription.time,
        })
        .onConflict(["chat_id", "job"])
        .merge();
    },
    async mutedUntil(chatId) {
      const row = await db("mutes").where({ chat_id: chatId }).first();
      return row?.until ?? null;
    },
    async mute(chatId, until) {
      if (until === null) await db("mutes").where({ chat_id: chatId }).delete();
      else await db("mutes").insert({ chat_id: chatId, until }).onConflict("chat_id").merge();
    },
  };
}
