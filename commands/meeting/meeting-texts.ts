import type { Answer } from "../../src/bot/command.js";
import { isPostingTime } from "../../src/bot/posting-time.js";
import type { Turn } from "../../src/bot/turn.js";
import { type Block, type Button, text } from "../../src/cards/card.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf, formatInstant } from "../../src/domain/day.js";
import { remindersOf } from "../../src/domain/meeting-reminders.js";
import { isWorkday } from "../../src/domain/workdays.js";
import type { Meeting } from "../../src/store/meetings.js";
import { exampleDay } from "./read-time.js";

export const TITLE = "重大项目推进会";
/** the post that reminds of meetings */
export const REMINDER = "推进会提醒";

/** What a card of 排会 is drawn from again; null where it only asks. */
export interface Model {
  id: number | null;
  /** HH:mm, said at the booking */
  until?: string;
  /** the meeting as it was before a move: the card goes on announcing that */
  was?: Was;
}

export type Was = Pick<Meeting, "id" | "startsAt" | "place">;

export const howToBook = (now: number): string => `请这样说：排会 ${exampleDay(now)}下午2点 区府3楼`;

/** `9月27日 周二 14:00 区府3楼` */
export const timeAndPlace = ({ startsAt, place }: Meeting, now: number): string =>
  `${meetingTime(startsAt, now)} ${typed(place, 60)}`;

export function said(title: string, sentence: string): Answer {
  return { card: { title, tone: "grey", blocks: [text(sentence)] } };
}

/** When the chat will be reminded of it, and what is odd about the day. */
export async function reminderBlocks({ tx, chat, now }: Turn, meeting: Meeting): Promise<Block[]> {
  const chosen = (await tx.schedule.ofChat(chat.chatId)).find(({ job }) => job === REMINDER);
  const restDay = isWorkday(dayOf(meeting.startsAt))
    ? []
    : [text("⚠️ 这一天是休息日，请确认；当天不发提醒。")];
  if (!chosen?.active)
    return [text(`这里退订了${REMINDER}，不会提醒；要提醒请发“订阅 ${REMINDER}”。`), ...restDay];
  const due = remindersOf(meeting).filter(({ at }) => isPostingTime(at));
  const times = due.map(({ at }) => formatInstant(at, now)).join("、");
  const alone = chat.type === "p2p" ? [text("这里是私聊，只提醒您一个人；要提醒大家请到群里排。")] : [];
  return [text(times ? `我会在这里提醒：${times}` : "离开会太近，不再另发提醒。"), ...alone, ...restDay];
}

export const attendButtons: readonly Button[] = [
  { label: "参会", does: "attend", look: "primary" },
  { label: "请假", does: "decline" },
];

export const cancelButton = (label: string, id: number): Button => ({
  label,
  does: "cancel",
  args: { id },
  look: "danger",
});

/** Beside other buttons a slip of the finger must not call a meeting off. */
export const confirmedCancel = (label: string, id: number): Button => ({
  ...cancelButton(label, id),
  confirm: { title: "取消会议", text: "取消后不再提醒。" },
});
