import type { CardView } from "../../cards/card.js";
import { addDays, at, dayOf } from "../../domain/day.js";
import { onOrAfterWorkday } from "../../domain/workdays.js";
import type { Nudge } from "../nudge.js";
import { BEGINS, nudgeTurn } from "../nudging.js";
import type { Post, Slot } from "../post.js";
import { postTurn } from "../post-turn.js";
import type { Turn } from "../turn.js";
import { chosenFor } from "./chosen.js";
import { nextRuns } from "./next-runs.js";
import { meetingsAround, occasionsOf } from "./occasions.js";

const AHEAD = 400 * 24 * 3_600_000;
/** runs looked at for the first that has not been */
const LOOKED_AT = 10;

/** What a run is to say: `at` is null where no run is known ahead, `card` where it would say nothing. */
export interface Preview {
  /** epoch ms */
  at: number | null;
  card: CardView | null;
}

/** The next run of a post in this chat, as it would be with the ledger as it is. Writes nothing. */
export async function previewPost(turn: Turn, post: Post): Promise<Preview> {
  const slot = await nextSlot(turn, post);
  if (!slot) return { at: null, card: null };
  const then = await postTurn(turn.tx, turn.chat.chatId, slot.at);
  const answer = then && (await post.run(then, slot));
  return { at: slot.at, card: answer?.card ?? null };
}

async function nextSlot({ tx, now, chat: { chatId } }: Turn, post: Post): Promise<Slot | null> {
  const own = chosenFor(post, chatId, await tx.schedule.ofChat(chatId));
  const meetings = await meetingsAround(tx, now, now + AHEAD);
  for (const slot of nextRuns(post, occasionsOf(own, meetings), now, LOOKED_AT)) {
    const { subject, period } = slot;
    if (!(await tx.schedule.hasRun({ job: post.name, chatId, subject, period }))) return slot;
  }
  return null;
}

/** What the speaker would be told by the next round of a personal post. Writes nothing. */
export async function previewNudge(turn: Turn, nudge: Nudge): Promise<Preview> {
  const { tx, speaker } = turn;
  const round = nextRound(turn.now);
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
