import { type Block, type Button, text } from "../../cards/card.js";
import { meetingTime } from "../../cards/meeting-time.js";
import { clip, typed } from "../../cards/typed.js";
import { addDays, dayOf, formatDay, formatInstant } from "../../domain/day.js";
import { remindersOf } from "../../domain/meeting-reminders.js";
import { isWorkday, onOrAfterWorkday } from "../../domain/workdays.js";
import type { Meeting } from "../../store/meetings.js";
import { isPostingTime } from "../posting-time.js";
import type { Turn } from "../turn.js";
import { REMINDER } from "./reminding.js";

/** What a card of 排会 is drawn from again; null where it only asks. */
export interface Model {
  id: number | null;
  /** HH:mm, said at the booking */
  until?: string;
  /** also who has not answered is shown */
  isFull?: true;
  /** the meeting as it was before a move: the card goes on announcing that */
  was?: Was;
}

export type Was = Pick<Meeting, "id" | "startsAt" | "place">;

export const howToBook = (now: number): string => `请这样说：排会 ${exampleDay(now)}下午2点 区府3楼`;

/** A day for examples that work as they stand: the workday a week ahead, `9月27日`. */
export const exampleDay = (now: number): string =>
  formatDay(onOrAfterWorkday(addDays(dayOf(now), 7)), dayOf(now));

/** `9月27日 周二 14:00 区府3楼`; of a 专题 its title stands before it. */
export const timeAndPlace = ({ kind, title, startsAt, place }: Meeting, now: number): string =>
  `${kind === "专题" ? `${typed(title, 40)} ` : ""}${meetingTime(startsAt, now)} ${typed(place, 60)}`;

/** A meeting on a button: `9月27日 周二 14:00`, and what a 专题 is about. */
export const meetingLabel = ({ kind, title, startsAt }: Meeting, now: number): string =>
  kind === "专题" ? `${meetingTime(startsAt, now)} ${clip(title, 16)}` : meetingTime(startsAt, now);

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
