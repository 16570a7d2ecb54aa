import type { Turn } from "../turn.js";

/** the post that reminds of meetings */
export const REMINDER = "推进会提醒";

/** A chat that has said nothing about reminders gets them from now on; one that turned them off does not. */
export async function startReminding({ tx, chat, now }: Turn): Promise<void> {
  const { chatId } = chat;
  const isChosen = (await tx.schedule.ofChat(chatId)).some(({ job }) => job === REMINDER);
  if (isChosen) return;
  await tx.schedule.subscribe({
    chatId,
    job: REMINDER,
    active: true,
    since: now,
    weekday: null,
    time: null,
  });
}
