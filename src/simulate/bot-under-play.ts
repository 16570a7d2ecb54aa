import { type Running, start } from "../compose.js";
import { createLog } from "../log.js";
import type { Sandbox } from "../sandbox/sandbox.js";
import { LI_MIN } from "../sandbox/scene.js";
import type { Store } from "../store/store.js";

/** A bot as a play needs it: in this process, or in one of its own that can be killed. */
export interface PlayedBot {
  /** Looks at what is due at the sandbox's present instant; ends when nothing more is begun. */
  look(): Promise<void>;
  /** Told of the present instant before somebody does something; absent where it has the sandbox's own clock. */
  follow?(): Promise<void>;
  stop(): Promise<void>;
}

/** What a bot needs to find the local Feishu. */
export type Door = Pick<Sandbox, "url" | "appId" | "appSecret">;

/** Starts the bot as the program does, with the platform's limits on. */
export async function startBot(
  door: Door,
  store: Store,
  clock: { now(): number },
  more: Pick<Parameters<typeof start>[0], "step"> = {},
): Promise<Running> {
  const bot = await start({
    feishu: {
      appId: door.appId,
      appSecret: door.appSecret,
      domain: door.url,
      mode: "websocket",
      encryptKey: "",
      verificationToken: "",
      tenantKey: undefined,
    },
    store,
    clock,
    log: createLog(process.env.LOG_LEVEL ?? "silent"),
    host: "127.0.0.1",
    port: 0,
    admins: [LI_MIN],
    sendLimits: true,
    ...more,
  });
  await bot.connected;
  return bot;
}

/** A tick under way may have read the earlier time: only the one after it is sure to see the new one. */
export async function lookTwice(bot: Pick<Running, "tick">): Promise<void> {
  await bot.tick();
  await bot.tick();
}

export async function botHere(sandbox: Sandbox, store: Store): Promise<PlayedBot> {
  const bot = await startBot(sandbox, store, sandbox.clock);
  return { look: () => lookTwice(bot), stop: () => bot.stop() };
}
