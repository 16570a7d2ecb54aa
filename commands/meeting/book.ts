import type { Answer } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, type CardView, text } from "../../src/cards/card.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import type { Meeting } from "../../src/store/meetings.js";
import {
  confirmedCancel,
  howToBook,
  type Model,
  REMINDER,
  reminderBlocks,
  said,
  TITLE,
  timeAndPlace,
} from "./meeting-texts.js";
import { meetingsHere } from "./meetings-here.js";
import { readBooking } from "./read-time.js";

/** `排会 9月27日下午2点 区府3楼` */
export async function book(turn: Turn, words: string): Promise<Answer> {
  const { tx, now, chat, speaker } = turn;
  const read = readBooking(words, now);
  if ("unread" in read) return said("没有排会", `${read.unread}${howToBook(now)}`);
  const { startsAt, place, until } = read;
  if (!place) return said("没有排会", `还缺地点。${howToBook(now)}`);
  const same = (await meetingsHere(turn)).find((other) => other.startsAt === startsAt);
  if (same)
    return said(
      "已经排过了",
      `这个时间已经排了推进会，地点${typed(same.place, 60)}。要换地点请说：会议地点改到区府5楼`,
    );
  const booking = { chatId: chat.chatId, title: TITLE, startsAt, place };
  const id = await tx.meetings.book(booking, speaker.openId, now);
  await startReminding(turn);
  const model: Model = { id, ...(until === undefined ? {} : { until }) };
  return { card: await bookedCard(turn, { ...booking, id, bookedAt: now }, until), model };
}

/** Until when it lasts was said, but has no place in what is kept: it is shown here, not in the reminders. */
export async function bookedCard(turn: Turn, booked: Meeting, until?: string): Promise<CardView> {
  const { now } = turn;
  const others = (await meetingsHere(turn)).filter(({ id }) => id !== booked.id);
  const times = others.map((other) => timeAndPlace(other, now));
  return {
    title: `已排${TITLE}`,
    tone: "green",
    blocks: [
      text(
        `时间　**${meetingTime(booked.startsAt, now)}**${until ? `（到${until}，提醒里只写开始时间）` : ""}\n地点　${typed(booked.place, 60)}`,
      ),
      ...(await reminderBlocks(turn, booked)),
      ...(others.length > 0 ? [text(`这里还排着：${times.join("；")}。改期的话请把原来的取消。`)] : []),
      buttons(
        confirmedCancel("取消这个会", booked.id),
        ...others
          .slice(0, 3)
          .map(({ startsAt, id }) => confirmedCancel(`取消${meetingTime(startsAt, now)}的会`, id)),
      ),
    ],
  };
}

/** A chat that has said nothing about reminders gets them from now on; one that turned them off does not. */
async function startReminding({ tx, chat, now }: Turn): Promise<void> {
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
