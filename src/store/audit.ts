import type { Knex } from "knex";

/** What a change was made to. */
export type AuditSubject =
  | "project"
  | "plan"
  | "total"
  | "rule"
  | "team"
  | "person"
  | "chat"
  | "meeting"
  | "action"
  | "month"
  | "year"
  | "plot"
  | "problem"
  | "score"
  | "tax"
  | "credit"
  | "service"
  | "posts"
  | "bulletin";

/** One change of something that is not a ledger entry: those keep their own history. */
export interface AuditEntry {
  subject: AuditSubject;
  /** code, number, name: what the subject is known by */
  subjectId: string;
  /** 责任单位, 转正 … */
  what: string;
  /** as shown to people; null where there was nothing */
  from: string | null;
  to: string | null;
  reason?: string;
  /** epoch ms */
  at: number;
  /** open_id; 靠谱 for what the bot did by itself */
  by: string;
  byName: string;
  chatId?: string;
  messageId?: string;
  /** the message as typed, shortened; none for buttons */
  words?: string;
}

/** Which changes are asked for; all of it holds together. */
export interface AuditFilter {
  /** of these kinds; without it, of all */
  subjects?: readonly AuditSubject[];
  subjectIds?: readonly string[];
}

export interface Audit {
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** The changes of one subject, newest first. */
  of(subject: AuditSubject, subjectId: string, limit: number): Promise<AuditEntry[]>;
  /** All changes that fit, newest first. */
  latest(limit: number, filter?: AuditFilter): Promise<AuditEntry[]>;
  /** What somebody has changed in a chat, newest first. */
  latestBy(openId: string, chatId: string, limit: number): Promise<AuditEntry[]>;
}

interface Columns {
  subject: AuditSubject;
  subject_id: string;
  what: string;
  old: string | null;
  new: string | null;
  reason: string | null;
  at: number;
  by: string;
  by_name: string;
  chat_id: string | null;
  message_id: string | null;
  words: string | null;
}

const toEntry = (row: Columns): AuditEntry => ({
  subject: row.subject,
  subjectId: row.subject_id,
  what: row.what,
  from: row.old,
  to: row.new,
  ...(row.reason === null ? {} : { reason: row.reason }),
  at: row.at,
  by: row.by,
  byName: row.by_name,
  ...(row.chat_id === null ? {} : { chatId: row.chat_id }),
  ...(row.message_id === null ? {} : { messageId: row.message_id }),
  ...(row.words === null ? {} : { words: row.words }),
});

export function audit(db: Knex): Audit {
  const newest = () => db("audit").orderBy("id", "desc");
  return {
    async add(entries) {
      if (entries.length === 0) return;
      await db("audit").insert(
        entries.map((entry) => ({
          subject: entry.subject,
          subject_id: entry.subjectId,
          what: entry.what,
          old: entry.from,
          new: entry.to,
          reason: entry.reason ?? null,
          at: entry.at,
          by: entry.by,
          by_name: entry.byName,
          chat_id: entry.chatId ?? null,
          message_id: entry.messageId ?? null,
          words: entry.words ?? null,
        })),
      );
    },
    async of(subject, subjectId, limit) {
      const rows: Columns[] = await newest().where({ subject, subject_id: subjectId }).limit(limit);
      return rows.map(toEntry);
    },
    async latest(limit, { subjects, subjectIds } = {}) {
      const query = newest().limit(limit);
      if (subjects) query.whereIn("subject", [...subjects]);
      if (subjectIds) query.whereIn("subject_id", [...subjectIds]);
      const rows: Columns[] = await query;
      return rows.map(toEntry);
    },
    async latestBy(openId, chatId, limit) {
      const rows: Columns[] = await newest().where({ by: openId, chat_id: chatId }).limit(limit);
      return rows.map(toEntry);
    },
  };
}
