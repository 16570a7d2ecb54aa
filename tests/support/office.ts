import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { isPostingTime } from "../../src/bot/posting-time.js";
import { type Running, start } from "../../src/compose.js";
import { createLog } from "../../src/log.js";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/sandbox.js";
import * as scene from "../../src/sandbox/scene.js";
import { prepareDatabase } from "../../src/seeding/prepare-database.js";
import type { DatabaseUrl } from "../../src/store/database.js";
import { openStore, type Store } from "../../src/store/store.js";
import { postgres } from "./databases.js";
import { type Beginning, copyTemplate } from "./template.js";
import { Voice } from "./voice.js";

export interface OfficeOptions {
  sandbox?: SandboxOptions;
  /** without it the ledger holds the demonstration year */
  isEmpty?: boolean;
  /** the demonstration year's problems and requests as well, which take the first numbers */
  hasRegister?: boolean;
  /** SQLite without it; `KAOPU_TEST_ON=postgres` lets every office work on PostgreSQL */
  on?: "postgres";
}

/** The bot, started against a local Feishu of its own over the real protocol, and the people around it. */
export class Office {
  private readonly others: Running[] = [];

  private constructor(
    readonly sandbox: Sandbox,
    readonly store: Store,
    private readonly database: DatabaseUrl,
    private readonly sendLimits: boolean,
    private bot: Running,
  ) {}

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), "kaopu-"));
    const sandbox = await startSandbox({ sendLimits: false, ...options.sandbox });
    const isOnPostgres = (options.on ?? process.env.KAOPU_TEST_ON) === "postgres";
    const server = isOnPostgres ? postgres() : undefined;
    await server?.start();
    const beginning: Beginning = {
      isSandbox: !options.isEmpty,
      now: sandbox.clock.now(),
      ...(options.hasRegister ? { hasRegister: true } : {}),
    };
    const file = join(folder, "office.sqlite");
    if (!server) await copyTemplate(file, beginning);
    const database: DatabaseUrl = (await server?.empty()) ?? `sqlite:${file}`;
    const store = await openStore(database);
    if (server) await prepareDatabase(store, beginning);
    const sendLimits = options.sandbox?.sendLimits ?? false;
    const bot = await startBot(sandbox, store, sendLimits);
    const office = new Office(sandbox, store, database, sendLimits, bot);
    afterAll(async () => {
      office.expectOneAnswerEach();
      await office.stopBots();
      await store.close();
      await server?.stop();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return office;
  }

  /** 李敏, 推进办, in the project group */
  get li(): Voice {
    return this.voice(scene.LI_MIN);
  }
  /** 张伟, reports for 区建设管理委 */
  get zhang(): Voice {
    return this.voice(scene.ZHANG_WEI);
  }
  /** 王芳, reports for 桃浦智创城公司 */
  get wang(): Voice {
    return this.voice(scene.WANG_FANG);
  }
  /** 陈主任, a leader */
  get chen(): Voice {
    return this.voice(scene.DIRECTOR_CHEN);
  }
  /** 小刘, registered nowhere */
  get liu(): Voice {
    return this.voice(scene.XIAO_LIU);
  }
  /** 周强, from outside, in the outside group */
  get zhou(): Voice {
    return this.voice(scene.ZHOU_QIANG, scene.EXTERNAL_GROUP);
  }

  /** Where the ledger lives, for whoever looks at the tables themselves. */
  get databaseUrl(): DatabaseUrl {
    return this.database;
  }

  voice(openId: string, chat: string = scene.PROJECT_GROUP): Voice {
    return new Voice(this.sandbox, openId, chat);
  }

  /** Sets the clock forward and lets every bot that runs look at what is due. */
  async isNow(instant: string): Promise<void> {
    this.sandbox.clock.set(Date.parse(instant));
    // A tick under way has read the earlier time: only the one after it is sure to see the new one.
    for (let look = 0; look < 2; look++)
      await Promise.all([this.bot, ...this.others].map((bot) => bot.tick()));
    await this.settled();
  }

  /** Sets the clock forward; what the bot has posted in the chat by then. */
  posted(instant: string, chat?: string): Promise<SeenMessage[]> {
    return this.postedDuring(() => this.isNow(instant), chat);
  }

  /** What the bot posts in a chat while something goes on. */
  async postedDuring(
    work: () => Promise<unknown>,
    chat: string = scene.PROJECT_GROUP,
  ): Promise<SeenMessage[]> {
    const before = this.posts(chat).length;
    await work();
    await this.settled();
    return this.posts(chat).slice(before);
  }

  /** The bot is stopped, and started again at a later time; what it posts then. */
  postedAfterDowntime(instant: string): Promise<SeenMessage[]> {
    return this.postedDuring(async () => {
      await this.restart(() => this.sandbox.clock.set(Date.parse(instant)));
      await this.bot.tick();
    });
  }

  /** Stops the bot and starts it again; what happens in between finds it down. */
  async restart(meanwhile: () => unknown = () => {}): Promise<void> {
    await this.bot.stop();
    await meanwhile();
    this.bot = await startBot(this.sandbox, this.store, this.sendLimits);
    await this.settled();
  }

  /** A second bot of the same app on the same database. */
  async startAnother(): Promise<void> {
    const store = await openStore(this.database);
    const bot = await startBot(this.sandbox, store, this.sendLimits);
    this.others.push({
      ...bot,
      async stop() {
        await bot.stop();
        await store.close();
      },
    });
  }

  /** What the bot has posted in a chat by itself, not in answer to anybody. */
  posts(chat: string = scene.PROJECT_GROUP): SeenMessage[] {
    return this.sandbox.messages(chat).filter((message) => message.fromBot && !message.parentId);
  }

  /** The codes of what was refused, the latest first. */
  async refusals(): Promise<string[]> {
    return (await this.store.read.refusals.latest(20)).map(({ code }) => code);
  }

  /** All that came in is worked off, and all that goes out has left. */
  async settled(): Promise<void> {
    for (;;) {
      await this.sandbox.idle();
      const now = this.sandbox.clock.now();
      const { inbox, outbox } = this.store.read;
      const waits = [await inbox.nextAt(), await outbox.nextAt(0, isPostingTime(now))];
      if (waits.every((at) => at === null || at > now)) return;
    }
  }

  async expectNothingWaits(): Promise<void> {
    await this.sandbox.idle();
    expect(await this.store.read.inbox.nextAt()).toBeNull();
    expect(await this.store.read.outbox.nextAt()).toBeNull();
  }

  /** However often a message was delivered, it was answered once at most. */
  private expectOneAnswerEach(): void {
    for (const { chatId } of this.sandbox.chats()) {
      const answered = this.sandbox
        .messages(chatId)
        .flatMap(({ fromBot, parentId }) => (fromBot && parentId) || []);
      expect(answered).toEqual([...new Set(answered)]);
    }
  }

  private async stopBots(): Promise<void> {
    await Promise.all([this.bot, ...this.others].map((bot) => bot.stop()));
  }
}

async function startBot(sandbox: Sandbox, store: Store, sendLimits: boolean): Promise<Running> {
  const bot = await start({
    feishu: {
      appId: sandbox.appId,
      appSecret: sandbox.appSecret,
      domain: sandbox.url,
      mode: "websocket",
      encryptKey: "",
      verificationToken: "",
      tenantKey: undefined,
    },
    store,
    clock: sandbox.clock,
    log: createLog(process.env.LOG_LEVEL ?? "silent"),
    host: "127.0.0.1",
    port: 0,
    admins: [scene.LI_MIN],
    sendLimits,
  });
  await bot.connected;
  // What is due at the start has left before anybody says anything.
  await bot.tick();
  return bot;
}
