import type { ClickAnswer } from "./command.js";
import type { Refusal } from "./permissions.js";
import type { Turn } from "./turn.js";

/** A refusal is always kept: who, where, what. */
export async function logRefusal(turn: Turn, refusal: Refusal, what: string): Promise<void> {
  await turn.tx.refusals.add(
    {
      openId: turn.speaker.openId,
      chatId: turn.chat.chatId,
      messageId: turn.messageId,
      code: refusal.code,
      what: what.slice(0, 200),
    },
    turn.now,
  );
}

/** The toast for somebody who may not use a button; kept like every refusal. */
export async function refusedClick(turn: Turn, refusal: Refusal, what: string): Promise<ClickAnswer> {
  await logRefusal(turn, refusal, what);
  return { toast: refusal.sentence, tone: "error" };
}
