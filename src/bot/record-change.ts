import type { AuditEntry } from "../store/audit.js";
import type { Turn } from "./turn.js";

export type Change = Pick<AuditEntry, "subject" | "subjectId" | "what" | "from" | "to" | "reason">;

/** Keeps changes in the audit trail: by whoever speaks, here, in this message. */
export async function recordChanges(turn: Turn, ...changes: Change[]): Promise<void> {
  const { speaker, chat, messageId, now } = turn;
  await turn.tx.audit.add(
    changes.map((change) => ({
      ...change,
      at: now,
      by: speaker.openId,
      byName: speaker.name,
      chatId: chat.chatId,
      messageId,
    })),
  );
}
