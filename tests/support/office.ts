import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { type Running, start } from "../../src/compose.js";
import { createLog } from "../../src/log.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/sandbox.js";
import * as scene from "../../src/sandbox/scene.js";
import { prepareDatabase } from "../../src/seeding/prepare-database.js";
import { openStore, type Store } from "../../src/store/store.js";
import { Voice } from "./voice.js";

export interface OfficeOptions {
  sandbox?: SandboxOptions;
  /** without it the ledger holds the demonstration year */
  isEmpty?: boolean;
  webhook?: { encryptKey: string; verificationToken: string };
}

/** The bot, started against a local Feishu of its own over the real protocol, and the people around it. */
export class Office {
  private constructor(
    readonly sandbox: Sandbox,
    readonly store: Store,
    readonly bot: Running,
  ) {}

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), "kaopu-"));
    const sandbox = await startSandbox({ sendLimits: false, ...options.sandbox });
    const store = await openStore(`sqlite:${join(folder, "office.sqlite")}`);
    await prepareDatabase(store, { isSandbox: !options.isEmpty, now: sandbox.clock.now() });
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
      sendLimits: options.sandbox?.sendLimits ?? false,
    });
    await bot.connected;
    afterAll(async () => {
      await bot.stop();
      await store.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    });
    return new Office(sandbox, store, bot);
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

  voice(openId: string, chat: string = scene.PROJECT_GROUP): Voice {
    return new Voice(this.sandbox, openId, chat);
  }

  /** Sets the clock forward and lets the bot look at what is due. */
  async isNow(instant: string): Promise<void> {
    this.sandbox.clock.set(Date.parse(instant));
    await this.bot.tick();
    await this.sandbox.idle();
  }

  /** What the bot has posted in a chat by itself, not in answer to anybody. */
  posts(chat: string = scene.PROJECT_GROUP) {
    return this.sandbox.messages(chat).filter((message) => message.fromBot && !message.parentId);
  }

  async expectNothingWaits(): Promise<void> {
    await this.sandbox.idle();
    expect(await this.store.read.inbox.nextAt()).toBeNull();
    expect(await this.store.read.outbox.nextAt()).toBeNull();
  }
}
