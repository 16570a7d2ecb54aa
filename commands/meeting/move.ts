import { stillAhead } from "../../src/bot/attend.js";
import { brief } from "../../src/bot/brief.js";
import type { Answer, Click, ClickAnswer } from "../../src/bot/command.js";
import { exampleDay, type Model, meetingLabel, type Was } from "../../src/bot/meeting/meeting-texts.js";
import { meant, meetingsHere } from "../../src/bot/meeting/meetings-here.js";
import { meetingWords, recordMeeting } from "../../src/bot/meeting/record.js";
import type { Turn } from "../../src/bot/turn.js";
import { type Button, buttons, text } from "../../src/cards/card.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import type { Meeting } from "../../src/store/meetings.js";
import { movedCard } from "./moved-card.js";
import { noneHere } from "./none-here.js";
import { readMove } from "./read-time.js";
import { type Move, splitAtMove } from "./wish.js";

const MOST = 5;
const NOT_MOVED = "没有改期";

/** `会议改到周五下午两点`: moved at once, and old → new is said; asked where several meetings are ahead. */
export async function askedMove(turn: Turn, words: string): Promise<Answer> {
  const { now } = turn;
  const to = splitAtMove(words);
  const found = await meant(turn, await meetingsHere(turn), to.before);
  const [only, ...more] = found;
  if (!only) return noneHere(turn, NOT_MOVED);
  if (more.length === 0) return move(turn, only, to);
  const choices = found.slice(0, MOST).map(
    (one): Button => ({
      label: meetingLabel(one, now),
      does: "move",
      args: { id: one.id, ...to },
    }),
  );
  return {
    card: {
      title: "要改哪一个会？",
      tone: "orange",
      blocks: [text(`这里排着几个会，点要改的那个：${typed(words, 40)}`), buttons(...choices)],
    },
    model: { id: null } satisfies Model,
  };
}

export async function clickedMove(turn: Turn, { args }: Click): Promise<ClickAnswer> {
  const found = await stillAhead(turn, Number(args.id));
  if ("toast" in found) return found;
  const { before, verb, after } = args;
  const to: Move = { before: String(before), verb: String(verb), after: String(after) };
  const answer = await move(turn, found, to);
  return { toast: answer.card.title, tone: answer.model ? "success" : "info", ...answer };
}

async function move(turn: Turn, old: Meeting, wanted: Move): Promise<Answer> {
  const { tx, now, chat, speaker } = turn;
  const read = readMove(wanted, old.startsAt, now);
  const like = `请这样说：会议改到${exampleDay(now)}下午2点；改地点请说：会议地点改到区府5楼`;
  if ("unread" in read) return brief(NOT_MOVED, `${read.unread}${like}`);
  const { startsAt, place } = read;
  const { id: _, bookedAt: _at, ...same } = old;
  const to = { ...same, chatId: chat.chatId, startsAt, place: place || old.place };
  if (to.startsAt === old.startsAt && to.place === old.place)
    return brief(NOT_MOVED, `原来就是${meetingTime(old.startsAt, now)} ${typed(old.place, 60)}。${like}`);
  const others = (await meetingsHere(turn)).filter(({ id, title }) => id !== old.id && title === old.title);
  if (others.some((other) => other.startsAt === startsAt))
    return brief(NOT_MOVED, `${meetingTime(startsAt, now)}已经排了另一个会。${like}`);

  const answers = await tx.meetings.attendance(old.id);
  // A meeting at a new time is a new one for the reminders: those that were posted come again in time.
  await tx.meetings.cancel(old.id, now);
  const id = await tx.meetings.book(to, speaker.openId, now);
  // Who comes is known only for the time they were asked about.
  if (startsAt === old.startsAt) for (const answer of answers) await tx.meetings.answer(id, answer, now);
  const agenda = await tx.meetings.agenda(old.id);
  if (agenda) await tx.meetings.keepAgenda(id, agenda);
  await recordMeeting(turn, id, "改会", meetingWords(old, now), meetingWords(to, now));
  const was: Was = { id: old.id, startsAt: old.startsAt, place: old.place };
  return {
    card: await movedCard(turn, was, { ...to, id, bookedAt: now }),
    model: { id, was } satisfies Model,
  };
}
