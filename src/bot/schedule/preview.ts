import type { CardView } from "../../cards/card.js";
import { addDays, at, type Day, dayOf } from "../../domain/day.js";
import type { Period } from "../../domain/period.js";
import { addWorkdays, onOrAfterWorkday } from "../../domain/workdays.js";
import type { Nudge } from "../nudge.js";
import { BEGINS, nudgeTurn } from "../nudging.js";
import type { Post } from "../post.js";
import { postTurn } from "../post-turn.js";
import type { Turn } from "../turn.js";
import { isFrozen } from "./is-frozen.js";
import { nextRounds } from "./next-runs.js";
import { nextSlot } from "./next-slot.js";
import { chosenIn } from "./subscribed.js";

/** rounds on days of its own, and workdays of what comes on any, that are looked at for something to tell */
const OWN_ROUNDS = 3;
const ROUNDS = 5;

/** What a run is to say: `at` is null where no run is known ahead, `card` where it would say nothing. */
export interface Preview {
  /** epoch ms, by which it comes */
  at: number | null;
  card: CardView | null;
  /** the month that has not closed, from whose present figures the card is made */
  unclosed?: Period;
  /** workdays up to this one were looked at */
  until?: Day;
}

/** The next run of a post in this chat, as it would be with the ledger as it is. Writes nothing. */
export async function previewPost(turn: Turn, post: Post): Promise<Preview> {
  const { chatId } = turn.chat;
  const own = await chosenIn(post, turn.tx, turn.chat);
  const slot = await nextSlot(turn, post, own);
  if (!slot) return { at: null, card: null };
  const then = await postTurn(turn.tx, chatId, slot.at);
  const { foretell } = post;
  const answer = then && (await (foretell ?? post.run)(then, slot));
  const isOpen = foretell && !(await isFrozen(turn.tx, slot.period));
  return {
    at: slot.by ?? slot.at,
    card: answer?.card ?? null,
    ...(isOpen ? { unclosed: slot.period } : {}),
  };
}

/**
 * What the speaker would be told next of a personal post: by the next round, or where that has nothing to tell,
 * by one of those that follow, on the post's own days where it has such. Writes nothing.
 */
export async function previewNudge(turn: Turn, nudge: Nudge): Promise<Preview> {
  const first = nextRound(turn.now);
  const tomorrow = await roundAt(turn, nudge, first);
  if (tomorrow.card) return tomorrow;
  const days = nudge.onDay ? nextRounds(nudge, dayOf(first), OWN_ROUNDS) : workdaysAfter(dayOf(first));
  for (const day of days) {
    const later = await roundAt(turn, nudge, at(day, BEGINS));
    if (later.card) return later;
  }
  const [own = dayOf(first)] = nudge.onDay ? days : [];
  return { at: at(own, BEGINS), card: null, ...(nudge.onDay ? {} : { until: days.at(-1) ?? own }) };
}

function workdaysAfter(day: Day): Day[] {
  const days = [addWorkdays(day, 1)];
  while (days.length < ROUNDS) days.push(addWorkdays(days.at(-1) ?? day, 1));
  return days;
}

async function roundAt({ tx, speaker }: Turn, nudge: Nudge, round: number): Promise<Preview> {
  const then = await nudgeTurn(tx, round);
  const notices = (await nudge.due(then)).filter(({ to }) => to === speaker.openId);
  const untold = [];
  for (const notice of notices) {
    const key = { job: nudge.name, chatId: speaker.openId, subject: notice.subject, period: notice.stage };
    if (!(await tx.schedule.hasRun(key))) untold.push(notice);
  }
  return { at: round, card: untold.length > 0 ? (await nudge.tell(then, untold)).card : null };
}

function nextRound(now: number): number {
  const today = dayOf(now);
  const from = now < at(today, BEGINS) ? today : addDays(today, 1);
  return at(onOrAfterWorkday(from), BEGINS);
}
