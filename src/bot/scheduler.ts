import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import { DAY, dayOf } from "../domain/day.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import { composeSigned } from "./bulletin/documents.js";
import { closeMonths } from "./close-months.js";
import { type Compared, redrawLive } from "./live.js";
import { newRetry, nudge } from "./nudging.js";
import type { Post, Slot } from "./post.js";
import { postTurn } from "./post-turn.js";
import { isPostingTime } from "./posting-time.js";
import { dueNow, makesSenseUntil, reachBack } from "./schedule/catch-up.js";
import { bulletinsAround, meetingsAround, occasionsOf } from "./schedule/occasions.js";
import { postsSince } from "./schedule/posts-since.js";
import { isStillFor, subscriptionsTo } from "./schedule/subscribed.js";
import { getsNoPosts } from "./schedule/told-no-more.js";
import { partOf, sendCard, sendKeptFile } from "./send.js";

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
  private readonly nudgesAgain = newRetry();
  private readonly compared: Compared = new Map();

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
      if (await redrawLive(this.parts, this.compared, now)) this.parts.onCommitted();
    });
    const beginnings = await postsSince(store, bot.posts, now);
    const bulletins = await bulletinsAround(store.read, now);
    await this.attempt("documents", () => composeSigned(store, bulletins, now));
    if (!isPostingTime(now)) return;
    await this.attempt("nudges", async () => {
      if (await nudge(this.parts, now, this.nudgesAgain)) this.parts.onCommitted();
    });
    const meetings = await meetingsAround(store.read, now, now + MEETINGS_AHEAD);
    for (const post of bot.posts) {
      const due: Run[] = [];
      for (const subscription of await subscriptionsTo(post, store.read, beginnings)) {
        if (!subscription.active) continue;
        const { chatId, since } = subscription;
        const occasions = occasionsOf(subscription, meetings, bulletins);
        const from = Math.max(now - reachBack(post.catchUp), since);
        // Cheap look first: most ticks find everything done.
        for (const slot of dueNow(post.catchUp, post.slots(from, now, occasions)))
          if (
            !(await store.read.schedule.hasRun(keyOf({ post, chatId, slot }))) &&
            // What is not there yet may still come: such a run is not claimed.
            (await (post.isReady?.(store.read, slot, now) ?? true))
          )
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
    // A group may have become an outside one after it subscribed, and a person may have left.
    const isLeftOut = turn?.chat.external || (turn?.chat.type === "p2p" && (await getsNoPosts(tx, chatId)));
    if (isLeftOut || (await isMuted(tx, chatId, slot)) || !(await isStillFor(post, tx, chatId))) {
      await tx.schedule.outcome(runId, "skipped");
      return "skipped";
    }
    if (turn) await post.prepare?.(turn, slot);
    const answer = turn && (await post.run(turn, slot));
    if (turn) await post.hasRun?.(turn, slot);
    if (!answer) {
      await tx.schedule.outcome(runId, "empty");
      return "empty";
    }
    const until = makesSenseUntil(post.catchUp, slot, now);
    const sending = { lane: chatId, owner: null, cause: `run:${runId}`, label: labelOf(bot), until };
    const cardId = await sendCard(tx, [partOf(post.name, answer)], sending, now);
    for (const fileId of answer.files ?? []) await sendKeptFile(tx, fileId, sending, now);
    if (post.liveFor) await tx.liveCards.add({ cardId, job: post.name, chatId, until: now + post.liveFor });
    return "posted";
  }
}

/** What falls into a silence is left out for good: also where the bot was down, and looks when it is over. */
async function isMuted(tx: Repositories, chatId: string, slot: Slot): Promise<boolean> {
  const until = await tx.schedule.mutedUntil(chatId);
  return until !== null && dayOf(slot.at) <= until;
}
