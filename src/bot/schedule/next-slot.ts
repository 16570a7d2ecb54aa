import type { Day } from "../../domain/day.js";
import type { Subscription } from "../../store/schedule.js";
import type { Post, Slot } from "../post.js";
import { postTurn } from "../post-turn.js";
import { isPostingTime } from "../posting-time.js";
import type { Turn } from "../turn.js";
import { dueNow, reachBack } from "./catch-up.js";
import { mutedHere } from "./mute.js";
import { afterMute, nextRuns } from "./next-runs.js";
import { bulletinsAround, meetingsAround, occasionsOf } from "./occasions.js";

const AHEAD = 400 * 24 * 3_600_000;
/** runs looked at for the first that has not been */
const LOOKED_AT = 10;

type Asking = Pick<Turn, "tx" | "now" | "chat">;
type Own = Pick<Subscription, "chatId" | "weekday" | "time">;

/** The next slot of a post in a chat that has not been run, and is not muted; null where none is known ahead. */
export async function nextSlot(
  { tx, now, chat: { chatId } }: Asking,
  post: Post,
  own: Own,
  mutedUntil: Day | null = null,
): Promise<Slot | null> {
  const meetings = await meetingsAround(tx, now, now + AHEAD);
  const slots = nextRuns(post, occasionsOf(own, meetings, await bulletinsAround(tx, now)), now, LOOKED_AT);
  for (const slot of afterMute(slots, mutedUntil)) if (!(await hasRun(tx, post, chatId, slot))) return slot;
  return null;
}

/** When a post comes next as it is set now: `now` where a slot behind us is still made up; epoch ms. */
export async function comesNext(
  turn: Turn,
  post: Post,
  own: Own & Pick<Subscription, "since">,
): Promise<number | null> {
  if (await isMadeUp(turn, post, own)) return turn.now;
  return (await nextSlot(turn, post, own, await mutedHere(turn)))?.at ?? null;
}

/** A time moved back within the week lies behind us, and what it would have said was not said at another one. */
async function isMadeUp(turn: Turn, post: Post, own: Own & Pick<Subscription, "since">): Promise<boolean> {
  const { tx, now } = turn;
  if (!isPostingTime(now)) return false;
  const mutedUntil = await tx.schedule.mutedUntil(own.chatId);
  const from = Math.max(now - reachBack(post.catchUp), own.since);
  const slots = post.slots(from, now, occasionsOf(own, await meetingsAround(tx, now, now + AHEAD)));
  for (const slot of afterMute(dueNow(post.catchUp, slots), mutedUntil)) {
    if (await hasRun(tx, post, own.chatId, slot)) continue;
    const then = await postTurn(tx, own.chatId, now);
    if (then && (await post.run(then, slot))) return true;
  }
  return false;
}

const hasRun = (
  tx: Turn["tx"],
  { name: job }: Post,
  chatId: string,
  { subject, period }: Slot,
): Promise<boolean> => tx.schedule.hasRun({ job, chatId, subject, period });
