import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Koa from "koa";
import cron from "node-cron";
import type { Logger } from "pino";
import { commands } from "../commands/index.js";
import { nudges, posts } from "../jobs/index.js";
import { createBot } from "./bot/bot.js";
import type { BotParts } from "./bot/bot-parts.js";
import type { InboundEvent } from "./bot/events.js";
import { subscribeByDefault } from "./bot/group-life.js";
import { housekeeping } from "./bot/housekeeping.js";
import { lapse } from "./bot/lapse.js";
import { Names } from "./bot/naming.js";
import { postsFrom } from "./bot/posting-time.js";
import { Scheduler, type ScheduleStep } from "./bot/scheduler.js";
import type { WorkStep } from "./bot/worker.js";
import type { Clock } from "./clock.js";
import type { FeishuConfig } from "./config.js";
import { feishuApi } from "./feishu/api.js";
import { callbackRouter } from "./feishu/callback-route.js";
import { Directory } from "./feishu/directory.js";
import { limiter, PLATFORM_LIMITS } from "./feishu/limits.js";
import { type LongConnection, longConnection } from "./feishu/long-connection.js";
import { Opener } from "./feishu/opener.js";
import { Sender, type SendStep } from "./feishu/sender.js";
import { takeEvents } from "./feishu/take-events.js";
import { healthRouter } from "./health.js";
import type { Store } from "./store/store.js";

export type Step =
  | WorkStep
  | SendStep
  | ScheduleStep
  | "inbox.kept"
  | "event.received"
  | "event.acknowledged";

export interface Setup {
  feishu: FeishuConfig;
  store: Store;
  clock: Clock;
  log: Logger;
  host: string;
  /** 0 = any free port */
  port: number;
  admins: readonly string[];
  sendLimits: boolean;
  /** tells a test which step is reached; a test may stop the process there */
  step?: (name: Step) => void;
}

/** A bot that runs. */
export interface Running {
  /** base URL of health and callback */
  url: string;
  /** resolves when the platform is connected for the first time */
  connected: Promise<void>;
  /** Looks at what is due now, and works off what waits; for when the clock has been set forward. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** Every 5 s of real time; what is due is computed from the clock. */
const TICK = "*/5 * * * * *";
/** ms between attempts to reach the platform at the start */
const TRY_AGAIN = 3000;

/** Wires everything together and starts it. Health answers at once; the connection follows. */
export async function start(setup: Setup): Promise<Running> {
  const { feishu, store, clock, log } = setup;
  const step = setup.step ? { step: setup.step } : {};
  const api = feishuApi(feishu, log);
  const isDemo = (await store.read.settings.get("demo")) !== null;
  const sender = new Sender({
    store,
    api,
    clock,
    log,
    limiter: limiter(setup.sendLimits ? PLATFORM_LIMITS : "off"),
    postsFrom,
    ...step,
  });
  const onCommitted = () => sender.wake();
  const directory = new Directory(api, store, clock, log, (tx, chatId) =>
    subscribeByDefault({ posts }, tx, chatId, clock.now()),
  );
  const parts: BotParts = {
    commands,
    posts,
    nudges,
    names: new Names(commands),
    directory,
    admins: new Set(setup.admins),
    isDemo,
    log,
  };
  const identity = { appId: feishu.appId, tenantKey: feishu.tenantKey, botOpenId: "" };
  const opener = new Opener({
    api,
    store,
    reader: identity,
    async nameOf(openId, event) {
      await directory.prepare([{ ...event, senderId: openId }]);
      return (await store.read.people.find(openId))?.name ?? directory.nameOf(openId);
    },
    log,
  });
  const bot = createBot({
    parts,
    store,
    clock,
    log,
    async prepare(rows) {
      const events = rows.map((row): InboundEvent => row.event);
      await Promise.all([directory.prepare(events), opener.prepare(rows)]);
    },
    onCommitted,
    ...step,
  });
  const scheduler = new Scheduler({ bot: parts, store, clock, log, onCommitted, ...step });

  let connection: LongConnection | undefined;
  let isKnown = false;
  let isStopped = false;
  const giveUp = new AbortController();
  const app = new Koa();
  app.silent = true;
  const health = healthRouter({
    isConnected: () => isKnown && (feishu.mode === "webhook" || (connection?.isConnected() ?? false)),
    ping: () => store.ping(),
  });
  app.use(health.routes());
  const handle = takeEvents({ bot, identity, log, ...step });
  if (feishu.mode === "webhook") app.use(callbackRouter(feishu, handle, clock, log).routes());
  const server = createServer(app.callback());
  await listen(server, setup.port, setup.host);

  async function connect(): Promise<void> {
    identity.botOpenId = await untilKnown(
      () => api.bot(),
      () => isStopped,
      log,
    );
    isKnown = true;
    bot.wake();
    sender.wake();
    if (feishu.mode === "websocket" && !isStopped)
      connection = await longConnection(feishu, handle, log, { signal: giveUp.signal });
    // What fell due while the bot was down is made up now, not at the first tick.
    if (!isStopped) void tick();
  }
  const connected = connect();

  const tidyUp = housekeeping(store, clock);
  async function tick(): Promise<void> {
    await scheduler.tick();
    await lapse(parts, { store, clock, log, onCommitted }).catch((error: unknown) =>
      log.error({ code: "questions-lapse", err: error }),
    );
    await tidyUp().catch((error: unknown) => log.error({ code: "housekeeping", err: error }));
    bot.wake();
    sender.check();
  }
  const ticker = cron.schedule(TICK, tick, { noOverlap: false });

  return {
    url: `http://${setup.host}:${(server.address() as AddressInfo).port}`,
    connected,
    tick,
    async stop() {
      isStopped = true;
      await ticker.destroy();
      giveUp.abort();
      connection?.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await scheduler.stop();
      await bot.stop();
      await sender.stop();
    },
  };
}

/** The bot must know its own open_id before it can tell who is spoken to. */
async function untilKnown(
  ask: () => Promise<{ openId: string }>,
  isOver: () => boolean,
  log: Logger,
): Promise<string> {
  for (;;) {
    try {
      return (await ask()).openId;
    } catch (error) {
      if (isOver()) return "";
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ code: "platform-unreachable", reason }, "the platform does not answer, trying again");
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN).unref());
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}
