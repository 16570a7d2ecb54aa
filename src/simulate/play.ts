import { setTimeout as sleep } from "node:timers/promises";
import { isPostingTime } from "../bot/posting-time.js";
import { addDays, at, type Day, dayOf } from "../domain/day.js";
import type { Sandbox } from "../sandbox/sandbox.js";
import type { Store } from "../store/store.js";
import type { PlayedBot } from "./bot-under-play.js";
import { instantsOf } from "./instants.js";
import type { Deed } from "./script.js";
import type { Watch } from "./watch.js";

const DAY = 24 * 3_600_000;
/** real ms in which an answer must come */
const PATIENCE = 20_000;

export interface Play {
  sandbox: Sandbox;
  store: Store;
  watch: Watch;
  deeds: readonly Deed[];
  /** the last day played */
  until: Day;
  /** The bots that run; none while it is down. */
  bots(): readonly PlayedBot[];
  /** Called before each instant: the place for a restart or a downtime. */
  before?(instant: number): Promise<void>;
  onInstant?(instant: number): void;
}

/** How what somebody did was met. */
export interface Met {
  deed: Deed;
  /** the first line of the bot's answer, or the toast */
  answer: string;
}

/** Plays day after day: the clock jumps from one instant at which something may be due, or somebody does something, to the next. */
export async function play(parts: Play): Promise<Met[]> {
  const { sandbox, store, deeds, until } = parts;
  const met: Met[] = [];
  const waiting = deeds.filter((deed) => deed.at >= sandbox.clock.now());
  let last = sandbox.clock.now();
  for (let day = dayOf(last); day <= until; day = addDays(day, 1)) {
    const end = at(addDays(day, 1));
    for (;;) {
      const meetings = await store.read.meetings.between(at(day) - 30 * DAY, end + 60 * DAY);
      const bulletins = await store.read.bulletins.goingOut(at(day));
      const due = instantsOf(day, meetings, bulletins).find((instant) => instant > last);
      const deed = waiting[0];
      const next = Math.min(due ?? end, deed?.at ?? end);
      if (next >= end) break;
      last = next;
      await parts.before?.(next);
      if (next > sandbox.clock.now()) sandbox.clock.set(next);
      if (deed?.at === next) {
        waiting.shift();
        await Promise.all(parts.bots().map((bot) => bot.follow?.()));
        if (parts.bots().length > 0) met.push({ deed, answer: await done(parts, deed) });
        await parts.watch.forget();
      }
      // What was signed within the hours is due at once.
      const isSigned = deed?.at === next && (await store.read.bulletins.goingOut(next)).length > 0;
      if (due === next || isSigned) await lookAll(parts);
      parts.onInstant?.(next);
    }
  }
  return met;
}

/** Every bot looks at what is due, and what it has to say has left. */
async function lookAll({ bots, store, sandbox, watch }: Play): Promise<void> {
  await Promise.all(bots().map((bot) => bot.look()));
  if (bots().length > 0) await settled(store, sandbox);
  await watch.collect();
}

async function done(parts: Play, deed: Deed): Promise<string> {
  const { sandbox, store } = parts;
  let answer = "没有这个按钮";
  const { mutesUntil } = deed;
  if (mutesUntil !== undefined) {
    await store.transaction((tx) => tx.schedule.mute(deed.chat, mutesUntil));
    return `静音到${mutesUntil}`;
  }
  if (deed.says !== undefined) {
    const isPrivate = deed.chat === sandbox.privateChat(deed.by);
    const { messageId } = sandbox.say({
      from: deed.by,
      chat: deed.chat,
      text: deed.says,
      mentionBot: !isPrivate,
    });
    const [first] = await sandbox.answersTo(messageId, { withinMs: PATIENCE });
    answer = first?.text.split("\n").slice(0, 2).join("　") ?? "";
  } else {
    const card = sandbox
      .messages(deed.chat)
      .findLast(({ fromBot, buttons }) => fromBot && buttons.some(({ text }) => text === deed.taps));
    if (card && deed.taps !== undefined) {
      const toast = await sandbox.click({ by: deed.by, message: card.messageId, button: deed.taps });
      answer = toast?.content ?? "";
    }
  }
  await settled(store, sandbox);
  return answer;
}

/** All that came in is worked off, and all that goes out has left. */
async function settled(store: Store, sandbox: Sandbox): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const mayPost = isPostingTime(sandbox.clock.now());
    const waits = [await store.read.inbox.nextAt(), await store.read.outbox.nextAt(0, mayPost)];
    if (waits.every((due) => due === null)) return;
    if (performance.now() > until) throw new Error(`still waiting at ${new Date(sandbox.clock.now())}`);
    await sleep(2);
  }
}
