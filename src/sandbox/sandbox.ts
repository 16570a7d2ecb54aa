import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Router from "@koa/router";
import Koa from "koa";
import { authApi } from "./auth-api.js";
import { chatsApi } from "./chats-api.js";
import { createClock } from "./clock.js";
import { Delivery } from "./delivery.js";
import { Faults } from "./faults.js";
import { filesApi } from "./files-api.js";
import { type Handle, handleOf } from "./handle.js";
import { answerErrors, injectFaults, readJson } from "./http.js";
import { newAppId } from "./ids.js";
import { forgetfulJournal, openJournal } from "./journal.js";
import { Limits } from "./limits.js";
import { LongConnections } from "./long-connection.js";
import { messagesApi } from "./messages-api.js";
import { pageApi } from "./page-api.js";
import { pageFiles, vendorFiles } from "./page-files.js";
import { isLoopback, onlyThisMachine } from "./page-guard.js";
import type { Platform } from "./platform.js";
import { chatOf, defaultScene, personOf, type Scene } from "./scene.js";
import { Tokens } from "./tokens.js";
import { Webhook, type WebhookOptions } from "./webhook.js";
import { World } from "./world.js";

const DEFAULT_APP_ID = "cli_9f5343c580712544";
const DEFAULT_APP_SECRET = "sandbox0sandbox0sandbox0sandbox0";
const DEFAULT_VERIFICATION_TOKEN = "sandbox-verification-token";
/** 2022-09-20 10:00 in Shanghai: a Tuesday, the data month of August is closed. */
const DEFAULT_START = Date.parse("2022-09-20T10:00:00+08:00");
/** How often the clock is noted when nothing else happens, real milliseconds. */
const CLOCK_NOTE_EVERY_MS = 10_000;

export interface SandboxOptions {
  /** Where to listen, an address of this machine alone; 127.0.0.1 unless told. */
  host?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** File that holds everything between two starts; without it everything is forgotten. */
  journal?: string;
  appId?: string;
  appSecret?: string;
  /** Epoch milliseconds at which the clock of a new sandbox starts. */
  startAt?: number;
  /** The platform's limits on sending; true unless told. Cards are checked always. */
  sendLimits?: boolean;
  /** The bot hears every message of its groups, not only those that mention it. */
  groupMessages?: boolean;
  /**
   * The bot may ask for a group's message by its id, to read what is quoted; true unless told. The platform has
   * one scope for this and for hearing every message, im:message.group_msg: here the bot stays as deaf as most are.
   */
  readsGroups?: boolean;
  /** Events go to this address instead of long connections. */
  webhook?: WebhookOptions;
  /** People and chats of a new sandbox. */
  scene?: Scene;
  /** Real milliseconds the bot has to answer an event or a click: 3000 on the platform. */
  answerWithinMs?: number;
  /** How often the bot's long connection is told to ping; 30 s unless told. */
  pingEverySeconds?: number;
}

/** A running local Feishu. See handle.ts for what can be done with it. */
export interface Sandbox extends Handle {
  url: string;
  appId: string;
  appSecret: string;
  verificationToken: string;
  close(): Promise<void>;
}

/** Starts a local Feishu: give its `url` to the SDK as `domain`, with its appId and appSecret. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? "127.0.0.1";
  // Its secrets are known to everybody: no other machine may reach it.
  if (!isLoopback(host)) throw new RangeError(`the sandbox listens on this machine alone, not on ${host}`);
  const scene = options.scene ?? defaultScene;
  // The journal stamps its lines with a clock whose start it knows itself.
  let clock = createClock(options.startAt ?? DEFAULT_START);
  const journal =
    options.journal === undefined ? forgetfulJournal : openJournal(options.journal, () => clock.now());
  if (journal.lastInstant !== undefined) clock = createClock(journal.lastInstant);
  const world = new World(journal);
  if (world.chats.size === 0) settle(world, scene);

  const app = {
    // The SDK keeps tokens by app_id for the whole process: a sandbox that forgets must not inherit an earlier one's.
    appId: options.appId ?? (options.journal === undefined ? newAppId() : DEFAULT_APP_ID),
    appSecret: options.appSecret ?? DEFAULT_APP_SECRET,
    tenantKey: scene.tenantKey,
    verificationToken: options.webhook?.verificationToken ?? DEFAULT_VERIFICATION_TOKEN,
  };
  const connections = options.webhook ? undefined : new LongConnections(app, options.pingEverySeconds ?? 30);
  const transport = connections ?? new Webhook(options.webhook as WebhookOptions, () => clock.now());
  const delivery = new Delivery({
    world,
    clock,
    transport,
    app,
    answerWithinMs: options.answerWithinMs ?? 3000,
  });
  const platform: Platform = {
    app,
    bot: scene.bot,
    clock,
    world,
    tokens: new Tokens(),
    limits: new Limits(clock, options.sendLimits ?? true),
    faults: new Faults(),
    delivery,
    connections,
    groupMessages: options.groupMessages ?? false,
    readsGroups: options.readsGroups ?? true,
  };

  let callsUnderWay = 0;
  const koa = new Koa();
  const router = new Router();
  koa.silent = true;
  koa.use(onlyThisMachine);
  koa.use(answerErrors);
  koa.use(
    injectFaults(platform.faults, (change) => {
      callsUnderWay += change;
    }),
  );
  authApi(router, platform);
  messagesApi(router, platform);
  filesApi(router, platform);
  chatsApi(router, platform);
  router.post("/callback/ws/endpoint", async (ctx) => {
    const body = await readJson(ctx.req);
    ctx.body = connections?.endpoint(body, ctx.host) ?? {
      code: 514,
      msg: "long connections are off",
      data: {},
    };
  });
  const handle = handleOf(platform, () => callsUnderWay);
  pageApi(router, platform, handle, options.journal);
  vendorFiles(router);
  koa.use(router.routes());
  koa.use(pageFiles());

  const server = createServer(koa.callback());
  server.on("upgrade", (request, socket, head) => {
    if (connections) connections.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const noteClock = () => world.record({ kind: "clock", at: clock.now() });
  const clockNotes = setInterval(noteClock, CLOCK_NOTE_EVERY_MS);
  clock.onChange(noteClock);

  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    appId: app.appId,
    appSecret: app.appSecret,
    verificationToken: app.verificationToken,
    ...handle,
    async close() {
      clearInterval(clockNotes);
      noteClock();
      delivery.close();
      clock.close();
      await transport.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      journal.close();
    },
  };
}

function settle(world: World, scene: Scene): void {
  for (const person of scene.people) {
    world.record({ kind: "person", person: personOf(person, scene.tenantKey) });
  }
  for (const chat of scene.chats) world.record({ kind: "chat", chat: chatOf(chat) });
}
