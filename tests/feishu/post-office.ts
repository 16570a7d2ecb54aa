import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { feishuApi } from "../../src/feishu/api.js";
import { type Limiter, limiter } from "../../src/feishu/limits.js";
import { Sender } from "../../src/feishu/sender.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP } from "../../src/sandbox/scene.js";
import type { NewOutboxRow, OutboxRow } from "../../src/store/outbox.js";
import { openStore, type Store } from "../../src/store/store.js";
import { atOnce } from "../store/suites/parts.js";
import { listeningLog } from "./log.js";

let count = 0;

/** A text on its way to the project group, unless told otherwise. */
export function outboxRow(more: Partial<OutboxRow> = {}): OutboxRow {
  count += 1;
  return {
    seq: count,
    lane: PROJECT_GROUP,
    op: "create",
    target: more.lane ?? PROJECT_GROUP,
    msgType: "text",
    content: JSON.stringify({ text: `第${count}条` }),
    uuid: `uuid-${count}`,
    cardId: null,
    attempts: 0,
    createdAt: 0,
    unclearSince: null,
    expiresAt: null,
    ...more,
  };
}

/** The sender at work: a store and a platform of its own. Time is the sandbox's; it goes on when it is told to. */
export class PostOffice {
  readonly log = listeningLog();
  sender: Sender;

  private constructor(
    readonly sandbox: Sandbox,
    readonly store: Store,
    private readonly folder: string,
    private readonly limits: Limiter,
  ) {
    this.sender = this.newSender();
  }

  static async open(options: SandboxOptions = {}): Promise<PostOffice> {
    const folder = mkdtempSync(join(tmpdir(), "kaopu-sender-"));
    const sandbox = await startSandbox({ sendLimits: false, ...options });
    const store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
    return new PostOffice(sandbox, store, folder, limiter("off"));
  }

  newSender(parts: Partial<ConstructorParameters<typeof Sender>[0]> = {}): Sender {
    const { sandbox, store, limits } = this;
    const credentials = { appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url };
    return new Sender({
      store,
      api: feishuApi(credentials, this.log.log),
      limiter: limits,
      clock: sandbox.clock,
      log: this.log.log,
      postsFrom: (now) => now,
      ...parts,
    });
  }

  /** Puts texts into the outbox; what is not told of a row is as usual. */
  async put(text: string, more: Partial<NewOutboxRow> = {}): Promise<void> {
    const lane = more.lane ?? PROJECT_GROUP;
    count += 1;
    const usual = { op: "create", target: lane, msgType: "text", cardId: null, cause: "inbox:1" } as const;
    const content = JSON.stringify({ text });
    const row = { ...usual, lane, content, uuid: `uuid-${count}`, ...more };
    await atOnce(this.store).outbox.add([row], this.sandbox.clock.now());
  }

  /** Puts a document into the store and on its way. */
  async sendDocument(name: string, bytes: Buffer, more: Partial<NewOutboxRow> = {}): Promise<void> {
    const id = `file-${count}`;
    await atOnce(this.store).files.add({ id, name, bytes }, this.sandbox.clock.now());
    await this.send("", { msgType: "file", content: id, ...more });
  }

  async send(text: string, more: Partial<NewOutboxRow> = {}): Promise<void> {
    await this.put(text, more);
    this.sender.wake();
  }

  /** Sets the clock forward and wakes the sender, as the bot's ticker does. */
  async forward(ms: number): Promise<void> {
    this.sandbox.clock.set(this.sandbox.clock.now() + ms);
    this.sender.wake();
  }

  /** The texts of a chat, in order. */
  texts(chat = PROJECT_GROUP): string[] {
    return this.sandbox.messages(chat).map(({ text }) => text);
  }

  async nothingWaits(): Promise<void> {
    await expect.poll(() => this.store.read.outbox.waiting(), { interval: 5, timeout: 5000 }).toBe(0);
  }

  /** Resolves once the log has a line with this code. */
  async logged(code: string, times = 1): Promise<Record<string, unknown>> {
    const lines = () => this.log.lines.filter((line) => line.code === code);
    await expect.poll(() => lines().length, { interval: 5, timeout: 5000 }).toBeGreaterThanOrEqual(times);
    return lines().at(-1) ?? {};
  }

  async close(): Promise<void> {
    await this.sender.stop();
    await this.store.close();
    await this.sandbox.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
