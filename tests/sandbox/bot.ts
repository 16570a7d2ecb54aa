import * as lark from "@larksuiteoapi/node-sdk";
import type { Sandbox } from "../../src/sandbox/sandbox.js";

const quiet = { fatal() {}, error() {}, warn() {}, info() {}, debug() {}, trace() {} };

export interface TestBot {
  client: lark.Client;
  /** Events in order of arrival. */
  events: ReceivedEvent[];
  /** What handlers do; replace to misbehave. The return value goes back to the platform. */
  onEvent: (event: ReceivedEvent) => unknown;
  /** Resolves when the sandbox has noticed. */
  close(): Promise<void>;
}

export interface ReceivedEvent {
  event_id: string;
  event_type: string;
  create_time: string;
  tenant_key: string;
  app_id: string;
  [key: string]: unknown;
}

export function clientOf(sandbox: Sandbox): lark.Client {
  const { appId, appSecret, url } = sandbox;
  return new lark.Client({ appId, appSecret, domain: url, logger: quiet, cache: ownCache() });
}

/** The SDK's own cache is shared by all clients of a process: each sandbox has tokens of its own. */
function ownCache(): lark.Cache {
  const kept = new Map<string | symbol | object, { value: unknown; until: number }>();
  return {
    async get(key) {
      const found = kept.get(key);
      return found && found.until > Date.now() ? found.value : undefined;
    },
    async set(key, value, until) {
      kept.set(key, { value, until: until ?? Number.POSITIVE_INFINITY });
      return true;
    },
  };
}

const EVENT_TYPES = [
  "im.message.receive_v1",
  "im.message.recalled_v1",
  "im.chat.member.bot.added_v1",
  "im.chat.member.bot.deleted_v1",
  "im.chat.disbanded_v1",
  "application.bot.menu_v6",
  "card.action.trigger",
];

/** A bot on the real SDK: a client and a long connection. Resolves when it is connected. */
export async function connectBot(
  sandbox: Sandbox,
  wsConfig: { pingTimeout?: number } = {},
): Promise<TestBot> {
  const { appId, appSecret, url } = sandbox;
  const events: ReceivedEvent[] = [];
  const handle = async (event: ReceivedEvent): Promise<unknown> => {
    events.push(event);
    return bot.onEvent(event);
  };
  const dispatcher = new lark.EventDispatcher({ logger: quiet });
  dispatcher.register(Object.fromEntries(EVENT_TYPES.map((type) => [type, handle])));
  const connected = deferred();
  const socket = new lark.WSClient({
    appId,
    appSecret,
    domain: url,
    logger: quiet,
    wsConfig,
    onReady: () => connected.resolve(),
    onError: (error) => connected.reject(error),
  });
  const bot: TestBot = {
    client: clientOf(sandbox),
    events,
    onEvent: () => undefined,
    async close() {
      const open = sandbox.control.connections();
      socket.close({ force: true });
      await sandbox.waitFor(() => (open === 0 || sandbox.control.connections() < open ? true : undefined));
    },
  };
  const before = sandbox.control.connections();
  await socket.start({ eventDispatcher: dispatcher });
  await connected.promise;
  // The client is ready when the line stands; the platform sends once it has heard the first ping.
  await sandbox.waitFor(() => (sandbox.control.connections() > before ? true : undefined));
  return bot;
}

function deferred() {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
