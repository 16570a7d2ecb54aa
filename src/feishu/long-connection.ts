import { EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import httpsProxyAgent from "https-proxy-agent";
import type { Logger } from "pino";
import type { Credentials } from "./api.js";
import { EVENT_TYPES } from "./decode.js";
import { httpInstance } from "./http-instance.js";
import { redact, sdkLogger } from "./redact.js";

const HANDSHAKE_TIMEOUT = 10_000;

export interface Patience {
  /** seconds without a sign of life after a ping, before the socket counts as dead */
  pingTimeout: number;
  /** ms before a client that gave up is started anew */
  restartAfter: number;
}

const PATIENCE: Patience = { pingTimeout: 20, restartAfter: 15_000 };

/**
 * Takes one flat event; what it resolves with answers a card click. It resolves only when the event is
 * safe, because the SDK acknowledges then.
 */
export type EventHandler = (raw: unknown) => Promise<object | undefined>;

export interface ConnectionOptions {
  patience?: Patience;
  /** closes it, also before it ever stood */
  signal?: AbortSignal;
}

export interface LongConnection {
  isConnected(): boolean;
  close(): void;
}

/** One dispatcher for both ways in: the long connection and the callback route. */
export function eventDispatcher(handle: EventHandler, log: Logger): EventDispatcher {
  return new EventDispatcher({
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.warn,
  }).register(Object.fromEntries(EVENT_TYPES.map((type) => [type, handle])));
}

/** Keeps one long connection up until it is closed; resolves when it first stands, or is closed before. */
export async function longConnection(
  credentials: Credentials,
  handle: EventHandler,
  log: Logger,
  { patience = PATIENCE, signal }: ConnectionOptions = {},
): Promise<LongConnection> {
  let isUp = false;
  let isClosed = false;
  let restart: NodeJS.Timeout | undefined;
  let onReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });
  const up = () => {
    isUp = true;
    log.info("long connection stands");
    onReady();
  };

  const client = new WSClient({
    appId: credentials.appId,
    appSecret: credentials.appSecret,
    domain: credentials.domain,
    httpInstance: httpInstance(credentials.proxy),
    ...(credentials.proxy ? { agent: httpsProxyAgent(credentials.proxy) } : {}),
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.info,
    handshakeTimeoutMs: HANDSHAKE_TIMEOUT,
    wsConfig: { pingTimeout: patience.pingTimeout },
    onReady: up,
    onReconnected: up,
    onReconnecting: () => {
      isUp = false;
      log.warn({ code: "connection-lost" }, "long connection lost, connecting again");
    },
    onError: (error) => {
      isUp = false;
      if (isClosed) return;
      log.error(
        { code: "connection-failed", reason: redact(error.message) },
        "long connection gave up, starts anew",
      );
      restart = setTimeout(start, patience.restartAfter);
    },
  });
  const dispatcher = eventDispatcher(handle, log);
  function start(): void {
    void client.start({ eventDispatcher: dispatcher });
  }
  function close(): void {
    isClosed = true;
    isUp = false;
    clearTimeout(restart);
    client.close({ force: true });
    onReady();
  }
  signal?.addEventListener("abort", close, { once: true });
  if (!signal?.aborted) start();
  else close();
  await ready;
  return { isConnected: () => isUp, close };
}
