import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Step } from "../compose.js";
import type { Order, Part } from "./bot-process.js";
import type { PlayedBot } from "./bot-under-play.js";
import type { Stage } from "./year.js";

const PROGRAM = fileURLToPath(new URL("./bot-process.js", import.meta.url));

/** Where it may die of a post: on the way into the database, between it and the platform, and after the platform's answer. */
const STEPS: readonly Step[] = ["run.claimed", "run.committed", "send.begun", "send.answered"];

/** A bot in a process of its own that is killed (kill -9) while it looks, and started again. */
export class MortalBot implements PlayedBot {
  kills = 0;
  private dying = false;

  private constructor(
    private readonly stage: Stage,
    private child: ChildProcess,
  ) {}

  static async start(stage: Stage): Promise<MortalBot> {
    return new MortalBot(stage, await born(stage));
  }

  /** Dies in its next look. */
  dieNext(): void {
    this.dying = true;
  }

  async look(): Promise<void> {
    const step = STEPS[this.kills % STEPS.length];
    const isDead = !(await this.asked("look", this.dying ? step : undefined));
    if (!this.dying) {
      if (isDead) throw new Error("the bot died by itself");
      return;
    }
    this.dying = false;
    this.kills += 1;
    await this.kill();
    this.child = await born(this.stage);
    await this.asked("look");
  }

  async follow(): Promise<void> {
    await this.asked("follow");
  }

  async stop(): Promise<void> {
    await this.kill();
  }

  /** Whether it has done what was asked of it; else it is dead. */
  private async asked(is: Order["is"], diesAt?: Step): Promise<boolean> {
    const order: Order = { is, now: this.stage.sandbox.clock.now(), ...(diesAt ? { diesAt } : {}) };
    const over = new AbortController();
    const { signal } = over;
    const answered = Promise.race([
      once(this.child, "message", { signal }).then(() => true),
      once(this.child, "exit", { signal }).then(() => false),
    ]);
    this.child.send(order);
    const isDone = await answered;
    over.abort();
    return isDone;
  }

  private async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}

async function born({ sandbox, database }: Stage): Promise<ChildProcess> {
  const { url, appId, appSecret } = sandbox;
  const part: Part = { door: { url, appId, appSecret }, database, now: sandbox.clock.now() };
  const child = fork(PROGRAM, [], { env: { ...process.env, PART: JSON.stringify(part) } });
  await once(child, "message");
  return child;
}
