import { EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import type { Logger } from "pino";
import type { Credentials } from "./api.js";
import { EVENT_TYPES } from "./decode.js";
import { httpInstance } from "./http-instance.js";
import { sdkLogger } from "./redact.js";

/** seconds without a sign of life after a ping, before the socket counts as dead */
const PING_TIMEOUT = 20;
const HANDSHAKE_TIMEOUT = 10_000;
/** ms before a client that gave up is started anew */
const RESTART_AFTER = 15_000;

/**
 * Takes one flat event; what it resolves with answers a card click. It resolves only when the event is
 * safe, because the SDK acknowledges then.
 */
export type EventHandler = (raw: unknown) => Promise<object | undefined>;

export interface LongConnection {
  isConnected(): boolean;
  close(): void;
}

/** One dispatcher for both ways in: the long connection and the callback route. */
export function eventDispatcher(handle: EventHandler, log: Logger, encryptKey = ""): EventDispatcher {
  return new EventDispatcher({
    encryptKey,
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.warn,
  }).register(Object.fromEntries(EVENT_TYPES.map((type) => [type, handle])));
}

/** Keeps one long connection up for as long as the process lives; resolves when it first stands. */
export async function longConnection(
  credentials: Credentials,
  handle: EventHandler,
  log: Logger,
): Promise<LongConnection> {
  let isUp = false;
  let isClosed = false;
  let restart: NodeJS.Timeout | undefined;
  let onFirst: () => void = () => {};
  const first = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  const up = () => {
    isUp = true;
    log.info("long connection stands");
    onFirst();
  };

  const client = new WSClient({
    appId: credentials.appId,
    appSecret: credentials.appSecret,
    domain: credentials.domain,
    httpInstance: httpInstance(),
    logger: sdkLogger(log),
    loggerLevel: LoggerLevel.info,
    handshakeTimeoutMs: HANDSHAKE_TIMEOUT,
    wsConfig: { pingTimeout: PING_TIMEOUT },
    onReady: up,
    onReconnected: up,
    onReconnecting: () => {
      isUp = false;
      log.warn({ code: "connection-lost" }, "long connection lost, connecting again");
    },
    onError: (error) => {
      isUp = false;
      if (isClosed) return;
      log.error({ code: "connection-failed", reason: error.message }, "long connection gave up, starts anew");
      restart = setTimeout(start, RESTART_AFTER);
    },
  });
  const dispatcher = eventDispatcher(handle, log);
  function start(): void {
    void client.start({ eventDispatcher: dispatcher });
  }
  start();
  await first;

  return {
    isConnected: () => isUp,
    close() {
      isClosed = true;
      isUp = false;
      clearTimeout(restart);
      client.close({ force: true });
    },
  };
}
