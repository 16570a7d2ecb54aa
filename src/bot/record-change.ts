import { clip } from "../cards/typed.js";
import { withoutContacts } from "../domain/service-privacy.js";
import type { AuditEntry } from "../store/audit.js";
import type { Turn } from "./turn.js";

/** who is named for what the bot did by itself */
export const BOT = "靠谱";

export type Change = Pick<AuditEntry, "subject" | "subjectId" | "what" | "from" | "to" | "reason">;

/** characters of the message that are kept with a change */
const WORDS = 200;

/** Keeps changes in the audit trail: by whoever speaks, here, in this message; phone numbers in it are not kept. */
export async function recordChanges(turn: Turn, ...changes: Change[]): Promise<void> {
  const { speaker, chat, messageId, now } = turn;
  const words = clip(withoutContacts(turn.words).text, WORDS);
  await turn.tx.audit.add(
    changes.map((change) => ({
      ...change,
      at: now,
      by: speaker.openId,
      byName: speaker.name,
      chatId: chat.chatId,
      ...(messageId === "" ? {} : { messageId }),
      ...(words === "" ? {} : { words }),
    })),
  );
}
