import { brief } from "../../src/bot/brief.js";
import type { Answer, Click, ClickAnswer } from "../../src/bot/command.js";
import { howToBook, type Model } from "../../src/bot/meeting/meeting-texts.js";
import { known, meetingsHere } from "../../src/bot/meeting/meetings-here.js";
import { meetingWords, recordMeeting } from "../../src/bot/meeting/record.js";
import { startReminding } from "../../src/bot/meeting/reminding.js";
import type { Turn } from "../../src/bot/turn.js";
import { type Button, buttons, form, text } from "../../src/cards/card.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import { addDays, at, dayOf } from "../../src/domain/day.js";
import type { Meeting } from "../../src/store/meetings.js";
import { bookedCard } from "./booked-card.js";
import { readBooking } from "./read-time.js";
import type { Topic } from "./read-topic.js";
import { type Matter, MONTHLY, matterOf } from "./topic.js";

const NOT_BOOKED = "没有排会";

/** What a booking waits with for its place. */
interface Waiting extends Model {
  waiting: { matter: Matter; startsAt: number; until?: string; place?: string };
}

/** `排会 9月27日下午2点 区府3楼` */
export const book = (turn: Turn, words: string): Promise<Answer> => bookMatter(turn, MONTHLY, words);

/** `排会 专题 武宁路管线搬迁 9月23日下午2点 区府2楼` */
export async function bookTopic(turn: Turn, { about, when }: Topic): Promise<Answer> {
  const matter = await matterOf(turn, about);
  if ("unread" in matter)
    return brief(NOT_BOOKED, `${matter.unread}专题会请写清事项、项目或问题编号，如“${TOPIC_EXAMPLE}”`);
  return bookMatter(turn, matter, when);
}

const TOPIC_EXAMPLE = "排会 专题 武宁路管线搬迁 下周五下午2点 区府2楼";

async function bookMatter(turn: Turn, matter: Matter, words: string): Promise<Answer> {
  const { now } = turn;
  const how = matter.kind === "专题" ? `请这样说：${TOPIC_EXAMPLE}` : howToBook(now);
  const read = readBooking(words, now);
  if ("unread" in read) return brief(NOT_BOOKED, `${read.unread}${how}`);
  const { startsAt, place, until } = read;
  if (place) return bookAt(turn, matter, { startsAt, place, ...(until === undefined ? {} : { until }) });
  const model: Waiting = {
    id: null,
    waiting: { matter, startsAt, ...(until === undefined ? {} : { until }) },
  };
  return {
    card: {
      title: NOT_BOOKED,
      tone: "orange",
      blocks: [
        text(
          `${typed(matter.title, 60)}　${meetingTime(startsAt, now)}\n还缺地点。填上就排；也可以重说，${how}`,
        ),
        form([{ name: "place", label: "地点", hint: "区府3楼", required: true }], {
          label: "排会",
          does: "place",
        }),
        buttons({ label: "地点待定，先排", does: "place" }),
      ],
    },
    model,
  };
}

/** The place that was missing, typed into the form; without one it is still to be settled. */
export async function bookWithPlace(turn: Turn, { form: filled, model }: Click): Promise<ClickAnswer> {
  const { waiting } = model as Waiting;
  const { matter, ...time } = waiting;
  if (time.startsAt <= turn.now) return { toast: "这个时间已经过了，请重新排", tone: "info" };
  const answer = await bookAt(turn, matter, { ...time, place: String(filled.place ?? "").trim() || "待定" });
  return { toast: answer.card.title, ...answer };
}

/** It stands in another group at another time of that day, and is to be booked here, too. */
export async function bookHereToo(turn: Turn, { model }: Click): Promise<ClickAnswer> {
  const { matter, place = "待定", ...time } = (model as Waiting).waiting;
  if (time.startsAt <= turn.now) return { toast: "这个时间已经过了，请重新排", tone: "info" };
  const answer = await bookAt(turn, matter, { ...time, place }, true);
  return { toast: answer.card.title, ...answer };
}

const HERE_TOO: Button = { label: "是另一个会，在这里也排", does: "too" };

/** The same meeting, booked in another group on that day: it would be counted and announced twice. */
async function elsewhereOnDay({ tx, chat }: Turn, matter: Matter, startsAt: number): Promise<Meeting | null> {
  const day = dayOf(startsAt);
  const all = await known(tx, await tx.meetings.between(at(day), at(addDays(day, 1))), chat.chatId);
  const others = all.filter(
    (one) =>
      one.chatId !== chat.chatId &&
      one.kind === matter.kind &&
      (one.title === matter.title || (one.code !== null && one.code === matter.code)),
  );
  return others.find((one) => one.startsAt === startsAt) ?? others[0] ?? null;
}

async function bookAt(
  turn: Turn,
  matter: Matter,
  { startsAt, place, until }: { startsAt: number; place: string; until?: string },
  isSure = false,
): Promise<Answer> {
  const { tx, now, chat, speaker } = turn;
  const same = (await meetingsHere(turn)).find(
    (other) => other.startsAt === startsAt && other.title === matter.title,
  );
  if (same)
    return brief(
      "已经排过了",
      `这个时间已经排了${typed(same.title, 40)}，地点${typed(same.place, 60)}。要换地点请说：会议地点改到区府5楼`,
    );
  const other = await elsewhereOnDay(turn, matter, startsAt);
  const where = other && `“${typed((await tx.chats.find(other.chatId))?.name ?? "别的群", 30)}”里`;
  if (other?.startsAt === startsAt && other.title === matter.title)
    return brief(
      "已经排过了",
      `${where}已经排了这个会：${typed(other.title, 40)} ${meetingTime(startsAt, now)}，地点${typed(other.place, 60)}，提醒和议程发在那里，这里没有再排。要改请到那个群里说。`,
    );
  if (other && !isSure)
    return {
      card: {
        title: NOT_BOOKED,
        tone: "orange",
        blocks: [
          text(
            `同一天${where}已经排了${typed(other.title, 40)} ${meetingTime(other.startsAt, now)}，地点${typed(other.place, 60)}。是同一个会的话，请到那个群里改；在这里再排，会算两次、提醒两次。`,
          ),
          buttons(HERE_TOO),
        ],
      },
      model: {
        id: null,
        waiting: { matter, startsAt, place, ...(until === undefined ? {} : { until }) },
      } satisfies Waiting,
    };
  const booking = { ...matter, chatId: chat.chatId, startsAt, place };
  const id = await tx.meetings.book(booking, speaker.openId, now);
  await recordMeeting(turn, id, "排会", null, meetingWords(booking, now));
  await startReminding(turn);
  const model: Model = { id, ...(until === undefined ? {} : { until }) };
  return { card: await bookedCard(turn, { ...booking, id, bookedAt: now }, until), model };
}
