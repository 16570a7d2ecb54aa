import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import { dayOf } from "../domain/day.js";
import type { Subscription } from "../store/schedule.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import { closeMonths } from "./close-months.js";
import { redrawLive } from "./live.js";
import { nudge } from "./nudging.js";
import type { Post, Slot } from "./post.js";
import { postTurn } from "./post-turn.js";
import { isPostingTime } from "./posting-time.js";
import { dueNow, reachBack } from "./schedule/catch-up.js";
import { chosenFor, isOffered } from "./schedule/chosen.js";
import { meetingsAround, occasionsOf } from "./schedule/occasions.js";
import { partOf, sendCard } from "./send.js";

const DAY = 24 * 3_600_000;
/** meetings further away have no reminder due yet */
const MEETINGS_AHEAD = 30 * DAY;

/** chats that share a commit: a report must not wait long for it */
const TOGETHER = 25;

interface Run {
  post: Post;
  chatId: string;
  slot: Slot;
}

type Outcome = "taken" | "skipped" | "empty" | "posted";

const keyOf = ({ post, chatId, slot }: Run) => ({
  job: post.name,
  chatId,
  subject: slot.subject,
  period: slot.period,
});

/** Named moments at which a test may stop the process. */
export type ScheduleStep = "run.claimed" | "run.committed";

export interface SchedulerParts {
  bot: Pick<BotParts, "posts" | "nudges" | "isDemo">;
  store: Store;
  clock: Clock;
  log: Logger;
  onCommitted(): void;
  step?: (name: ScheduleStep) => void;
}

/**
 * What is due is computed from the clock, not remembered: every tick looks back as far as a post makes
 * sense, and the run's unique row lets each happen once, whoever ticks and however often.
 */
export class Scheduler {
  private ticking: Promise<void> | undefined;

  constructor(private readonly parts: SchedulerParts) {}

  /** One look at what is due; ticks that overlap are one. */
  tick(): Promise<void> {
    this.ticking ??= this.run()
      .catch((error: unknown) => {
        this.parts.log.error({ code: "schedule-tick", err: error }, "the schedule's tick failed");
      })
      .finally(() => {
        this.ticking = undefined;
      });
    return this.ticking;
  }

  /** Lets a tick under way end. */
  async stop(): Promise<void> {
    await this.ticking;
  }

  private async run(): Promise<void> {
    const { store, clock, bot } = this.parts;
    const now = clock.now();
    await this.attempt("close-months", () => closeMonths(store, now));
    await this.attempt("live-cards", async () => {
      if (await redrawLive(this.parts, now)) this.parts.onCommitted();
    });
    if (!isPostingTime(now)) return;
    await this.attempt("nudges", async () => {
      if (await nudge(this.parts, now)) this.parts.onCommitted();
    });
    const meetings = await meetingsAround(store.read, now, now + MEETINGS_AHEAD);
    for (const post of bot.posts) {
      const due: Run[] = [];
      for (const subscription of await subscriptionsTo(post, store.read)) {
        if (!subscription.active) continue;
        const { chatId, since } = subscription;
        const occasions = occasionsOf(subscription, meetings);
        const from = Math.max(now - reachBack(post.catchUp), since);
        // Cheap look first: most ticks find everything done.
        for (const slot of dueNow(post.catchUp, post.slots(from, now, occasions)))
          if (!(await store.read.schedule.hasRun(keyOf({ post, chatId, slot }))))
            due.push({ post, chatId, slot });
      }
      for (let from = 0; from < due.length; from += TOGETHER)
        await this.runTogether(due.slice(from, from + TOGETHER), now);
    }
  }

  /** What is due in many chats shares commits; where one of them fails, each is on its own. */
  private async runTogether(runs: readonly Run[], now: number): Promise<void> {
    if (runs.length > 1)
      try {
        return await this.commit(runs, now);
      } catch (error) {
        this.parts.log.warn({ code: "schedule-together", err: error }, "runs are made one by one");
      }
    for (const run of runs)
      await this.attempt(`${run.post.name} ${run.chatId}`, () => this.commit([run], now));
  }

  /** A fault costs this one post this one tick, not the others theirs. */
  private async attempt(what: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.parts.log.error({ code: "schedule-run", what, err: error }, "a scheduled run failed");
    }
  }

  private async commit(runs: readonly Run[], now: number): Promise<void> {
    const { store, log, step } = this.parts;
    const outcomes = await store.transaction(async (tx) => {
      const found: Outcome[] = [];
      for (const run of runs) found.push(await this.runOnce(tx, run, now));
      return found;
    });
    step?.("run.committed");
    for (const [index, { post, chatId, slot }] of runs.entries())
      log.info({ job: post.name, chatId, period: slot.period, outcome: outcomes[index] }, "scheduled post");
    if (outcomes.includes("posted")) this.parts.onCommitted();
  }

  private async runOnce(tx: Repositories, run: Run, now: number): Promise<Outcome> {
    const { bot, step } = this.parts;
    const { post, chatId, slot } = run;
    const runId = await tx.schedule.claim(keyOf(run), slot.at, now);
    if (runId === null) return "taken";
    step?.("run.claimed");
    const turn = await postTurn(tx, chatId, now);
    // A group may have become an outside one after it subscribed.
    if (turn?.chat.external || (await isMuted(tx, chatId, slot))) {
      await tx.schedule.outcome(runId, "skipped");
      return "skipped";
    }
    const answer = turn && (await post.run(turn, slot));
    if (turn) await post.hasRun?.(turn, slot);
    if (!answer) {
      await tx.schedule.outcome(runId, "empty");
      return "empty";
    }
    const cardId = await sendCard(
      tx,
      [partOf(post.name, answer)],
      { lane: chatId, owner: null, cause: `run:${runId}`, label: labelOf(bot) },
      now,
    );
    if (post.liveFor) await tx.liveCards.add({ cardId, job: post.name, chatId, until: now + post.liveFor });
    return "posted";
  }
}

/** What is the office's own goes to its group unless it was turned off there; the rest to whoever wants it. */
async function subscriptionsTo(post: Post, { chats, schedule }: Repositories): Promise<Subscription[]> {
  const chosen = await schedule.subscriptions(post.name);
  if (!post.isOffices) return chosen;
  const groups = (await chats.groups()).filter((chat) => isOffered(post, chat));
  return groups.map(({ chatId }) => chosenFor(post, chatId, chosen));
}

/** What falls into a silence is left out for good: also where the bot was down, and looks when it is over. */
async function isMuted(tx: Repositories, chatId: string, slot: Slot): Promise<boolean> {
  const until = await tx.schedule.mutedUntil(chatId);
  return until !== null && dayOf(slot.at) <= until;
}
