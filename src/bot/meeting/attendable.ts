import { type Day, dayOf } from "../../domain/day.js";
import { findDates } from "../../language/dates/dates.js";
import { findMentions } from "../../language/names/mentions.js";
import { normalise } from "../../language/text/normalise.js";
import type { Meeting } from "../../store/meetings.js";
import { facesRepliedTo } from "../replied-to.js";
import type { Turn } from "../turn.js";
import { invitedTo } from "./invited.js";
import { known, meetingsHere, TOPIC } from "./meetings-here.js";
import { REMINDER } from "./reminding.js";

const YEAR = 366 * 24 * 3_600_000;
/** the command and the post whose cards are about one meeting */
const ABOUT_MEETINGS: ReadonlySet<string> = new Set(["排会", REMINDER]);

/** The meetings ahead that somebody's words about coming can be about, the next one first. */
export interface Candidates {
  meetings: readonly Meeting[];
  /** they fit what is said of day, kind and project, and are this person's to answer here */
  isMeant: boolean;
  /** the message replies to the card of the only one */
  isReply: boolean;
}

/**
 * Of the chat's own meetings, in private also of those that the speaker is invited to. Where none fits the
 * words, all are there to choose from; in a group without any the groups' to which the speaker is invited.
 */
export async function candidatesFor(turn: Turn, words: string): Promise<Candidates> {
  const replied = await meetingRepliedTo(turn);
  if (replied) return { meetings: [replied], isMeant: true, isReply: true };
  const here = await meetingsHere(turn);
  const isOwnPlace = turn.chat.type === "p2p" || here.length > 0;
  const all =
    turn.chat.type === "p2p" || here.length === 0 ? [...here, ...(await invitedElsewhere(turn))] : here;
  const sorted = all.sort((a, b) => a.startsAt - b.startsAt);
  const fitting = sorted.filter(await fits(turn, words));
  return fitting.length > 0
    ? { meetings: fitting, isMeant: isOwnPlace, isReply: false }
    : { meetings: sorted, isMeant: false, isReply: false };
}

async function invitedElsewhere({ tx, now, chat, speaker }: Turn): Promise<Meeting[]> {
  const others = await known(tx, await tx.meetings.between(now, now + YEAR), chat.chatId);
  const found: Meeting[] = [];
  for (const meeting of others) {
    if (meeting.chatId === chat.chatId) continue;
    const invited = await invitedTo(tx, meeting);
    if (invited.some(({ openId }) => openId === speaker.openId)) found.push(meeting);
  }
  return found;
}

/** Strictly what is said: a meeting on another day or of another kind is another meeting. */
async function fits({ tx, names, now }: Turn, words: string): Promise<(one: Meeting) => boolean> {
  const { text } = normalise(words);
  const named = new Set(
    findMentions(text, names).flatMap(({ projects }) => projects.map(({ name }) => name)),
  );
  const codes = new Set(
    (await tx.projects.all()).flatMap(({ name, code }) => (named.has(name) ? [code] : [])),
  );
  const day = dayIn(text, dayOf(now));
  const kind = TOPIC.test(text) ? "专题" : /推进会/.test(text) ? "推进会" : null;
  return (one) =>
    (kind === null || one.kind === kind) &&
    (codes.size === 0 || (one.code !== null && codes.has(one.code))) &&
    (day === null || dayOf(one.startsAt) === day);
}

/** 明天的会, 9月27日的会; 下午的会 is today's. A day that does not exist is no meeting's. */
function dayIn(text: string, today: Day): Day | null {
  const said = findDates(text, today).find(({ precision }) => precision === "day");
  if (said) return said.resolve("future")?.day ?? "";
  return /今晚|上午|下午|早上|晚上/.test(text) ? today : null;
}

async function meetingRepliedTo(turn: Turn): Promise<Meeting | null> {
  for (const { kind, model } of await facesRepliedTo(turn)) {
    if (!ABOUT_MEETINGS.has(kind)) continue;
    const { id, meetingId } = (model ?? {}) as { id?: unknown; meetingId?: unknown };
    const one = typeof meetingId === "number" ? meetingId : id;
    const meeting = typeof one === "number" ? await turn.tx.meetings.find(one) : null;
    if (meeting && meeting.startsAt > turn.now) return meeting;
  }
  return null;
}
