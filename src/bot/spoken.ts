import type { NewEvent } from "../store/register.js";
import type { Turn } from "./turn.js";

/** Who says it, when, where and in which message: what every step with a numbered matter is kept with. */
export const spoken = ({
  saidAt,
  speaker,
  chat,
  messageId,
  writeId,
}: Turn): Omit<NewEvent<unknown>, "change"> => ({
  saidAt,
  saidBy: speaker.openId,
  saidByName: speaker.name,
  chatId: chat.chatId,
  messageId,
  writeId,
});
