import type { Shown } from "../../cards/schedule/received-card.js";
import { addDays, at, type Day, dayOf } from "../../domain/day.js";
import { BEGINS } from "../nudging.js";
import type { Slot } from "../post.js";
import { postingTimes } from "../posting-times.js";
import type { Turn } from "../turn.js";
import { isOffered, isOn, nudgesFor } from "./chosen.js";
import { mutedHere } from "./mute.js";
import { afterMute, nextRounds, nextRuns } from "./next-runs.js";
import { bulletinsAround, meetingsAround, occasionsOf } from "./occasions.js";
import { chosenIn } from "./subscribed.js";

/** runs of each post that may be named */
const NAMED = 5;
/** runs looked at: some are not promised */
const LOOKED_AT = 12;
/** what comes later is named by no day: it says when it comes, and its next one is not worth a date yet */
const WITHIN = 366 * 24 * 3_600_000;
const AHEAD = 400 * 24 * 3_600_000;

/** 订阅列表: what this chat gets, when, and what it may get besides. */
export async function received(turn: Turn): Promise<Shown[]> {
  const { tx, chat, now } = turn;
  const mutedUntil = await mutedHere(turn);
  const bulletins = await bulletinsAround(tx, now);
  const meetings = await meetingsAround(tx, now, now + AHEAD);
  const shown: Shown[] = [];
  for (const post of turn.posts.filter((one) => isOffered(one, chat))) {
    const own = await chosenIn(post, tx, chat);
    const slots = own.active
      ? afterMute(nextRuns(post, occasionsOf(own, meetings, bulletins), now, LOOKED_AT), mutedUntil)
      : [];
    const open = await withoutDone(turn, post.name, slots);
    shown.push({
      name: post.name,
      summary: post.summary,
      when: postingTimes(post, own),
      isOn: own.active,
      runs: runsOf(open, now),
      ...(post.whenUnknown ? { whenUnknown: post.whenUnknown } : {}),
    });
  }
  return chat.type === "p2p" ? [...shown, ...(await personal(turn, mutedUntil))] : shown;
}

async function personal(turn: Turn, mutedUntil: Day | null): Promise<Shown[]> {
  const { tx, speaker, now } = turn;
  const chosen = await tx.schedule.ofChat(speaker.openId);
  const today = dayOf(now);
  const from = now < at(today, BEGINS) ? today : addDays(today, 1);
  const first = mutedUntil !== null && mutedUntil >= from ? addDays(mutedUntil, 1) : from;
  return nudgesFor(turn.nudges, speaker).map((nudge) => {
    const active = isOn(nudge, chosen);
    return {
      name: nudge.name,
      summary: nudge.summary,
      when: `${nudge.when}，${BEGINS}`,
      isOn: active,
      runs: active ? nextRounds(nudge, first, NAMED).map((day) => at(day, BEGINS)) : [],
      isPersonal: true,
    };
  });
}

/** A time that was moved back within its week has a slot of what has been posted already. */
async function withoutDone({ tx, chat }: Turn, job: string, slots: readonly Slot[]): Promise<Slot[]> {
  const [first, ...rest] = slots;
  if (!first) return [];
  const { subject, period } = first;
  const isDone = await tx.schedule.hasRun({ job, chatId: chat.chatId, subject, period });
  return isDone ? rest : [...slots];
}

/** By when they come, one a day; what comes only where there is something new is not promised. */
function runsOf(slots: readonly Slot[], now: number): number[] {
  const byDay = new Map<Day, number>();
  for (const { at: due, by = due, ifAny } of slots)
    if (!ifAny && by - now < WITHIN && !byDay.has(dayOf(by))) byDay.set(dayOf(by), by);
  return [...byDay.values()].slice(0, NAMED);
}
