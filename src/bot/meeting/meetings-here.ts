import { dayOf, formatDay } from "../../domain/day.js";
import { DECIDES_FOR, EARLY, meetingDeciding } from "../../domain/meeting.js";
import { findMentions } from "../../language/names/mentions.js";
import { normalise } from "../../language/text/normalise.js";
import type { Meeting } from "../../store/meetings.js";
import type { Repositories } from "../../store/store.js";
import type { Turn } from "../turn.js";

const YEAR = 366 * 24 * 3_600_000;

/** The meetings ahead that were booked in this chat, the next one first. */
export async function meetingsHere({ tx, now, chat }: Turn): Promise<Meeting[]> {
  const all = await tx.meetings.between(now, now + YEAR);
  return all.filter(({ chatId }) => chatId === chat.chatId);
}

/** The next meeting that was booked in another group of the office's own, and that group's name. */
export async function nextElsewhere({
  tx,
  now,
  chat,
}: Turn): Promise<{ meeting: Meeting; group: string } | null> {
  for (const meeting of await tx.meetings.between(now, now + YEAR)) {
    if (meeting.chatId === chat.chatId) continue;
    const other = await tx.chats.find(meeting.chatId);
    if (other?.type === "group" && !other.external) return { meeting, group: other.name };
  }
  return null;
}

/** Of some meetings those that everybody inside may know of; what is booked in private is its speaker's alone. */
export async function known(
  tx: Pick<Repositories, "chats">,
  meetings: readonly Meeting[],
  here: string,
): Promise<Meeting[]> {
  const found: Meeting[] = [];
  for (const meeting of meetings) {
    const chat = meeting.chatId === here ? null : await tx.chats.find(meeting.chatId);
    if (meeting.chatId === here || (chat?.type === "group" && !chat.external)) found.push(meeting);
  }
  return found;
}

/** The meeting whose decisions are being written down: this chat's own first, then another group's. */
export async function decidingMeeting({ tx, now, chat }: Turn): Promise<Meeting | null> {
  const near = await known(tx, await tx.meetings.between(now - DECIDES_FOR, now + EARLY + 1), chat.chatId);
  const own = near.filter(({ chatId }) => chatId === chat.chatId);
  return meetingDeciding(own, now) ?? meetingDeciding(near, now);
}

/** The last meeting held before an instant that another one goes on from: of its kind, and on its matter. */
export async function meetingBefore(
  tx: Pick<Repositories, "meetings" | "chats">,
  next: Pick<Meeting, "chatId" | "kind" | "code" | "problem" | "title">,
  before: number,
): Promise<Meeting | null> {
  const held = await known(tx, await tx.meetings.between(before - YEAR, before), next.chatId);
  const goesOn = (meeting: Meeting) => {
    if (meeting.kind !== next.kind) return false;
    if (next.kind === "推进会") return true;
    if (next.problem !== null) return meeting.problem === next.problem;
    return next.code === null ? meeting.title === next.title : meeting.code === next.code;
  };
  return held.filter(goesOn).at(-1) ?? null;
}

/** Those that are meant when a kind, a project or a day is named: 取消9月27日的会; all when none is. */
export async function meant(
  { tx, names }: Turn,
  meetings: readonly Meeting[],
  said: string,
): Promise<readonly Meeting[]> {
  const named = new Set(
    findMentions(normalise(said).text, names).flatMap(({ projects }) => projects.map(({ name }) => name)),
  );
  const codes = new Set(
    (await tx.projects.all()).flatMap(({ name, code }) => (named.has(name) ? [code] : [])),
  );
  let left = meetings;
  if (TOPIC.test(said)) left = narrowed(left, ({ kind }) => kind === "专题");
  else if (/推进会/.test(said)) left = narrowed(left, ({ kind }) => kind === "推进会");
  if (codes.size > 0) left = narrowed(left, (one) => one.code !== null && codes.has(one.code));
  return narrowed(left, ({ startsAt }) => saysDay(said, formatDay(dayOf(startsAt))));
}

/** A 专题 is spoken of. */
export const TOPIC = /专题|协调会/;

function narrowed(list: readonly Meeting[], fits: (one: Meeting) => boolean): readonly Meeting[] {
  const found = list.filter(fits);
  return found.length > 0 ? found : list;
}

/** `27日` is not in `7日`'s favour: no digit stands before the day that is looked for. */
const saysDay = (said: string, day: string): boolean =>
  new RegExp(`(?<!\\d)${day.replace("日", "[日号]?")}(?!\\d)`).test(said.normalize("NFKC"));
