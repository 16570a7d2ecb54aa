import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { Repositories, Store } from "../store/store.js";
import { answerClick } from "./answer-click.js";
import { answerMessage } from "./answer-message.js";
import type { BotParts } from "./bot-parts.js";
import type { Delivery } from "./events.js";
import { joined, left, recalled } from "./group-life.js";
import { Receiver } from "./receive.js";
import { type Row, type Toast, Worker, type WorkStep } from "./worker.js";

/** ms: a click's callback waits this long for its turn; the platform's own limit is 3 s. */
const TOAST_WAIT = 1500;

export interface BotSetup {
  parts: BotParts;
  store: Store;
  clock: Clock;
  log: Logger;
  /** fetches from the platform what the turns will need: chats and names */
  prepare(rows: Row[]): Promise<void>;
  /** there are outgoing messages */
  onCommitted(): void;
  step?: (name: WorkStep | "inbox.kept") => void;
}

/** The bot, freed of the protocol: takes deliveries, leaves outbox rows. */
export interface Bot {
  /** Resolves when the delivery is safe; for a click with the toast that answers it. */
  take(delivery: Delivery): Promise<Toast | undefined>;
  /** Works off what is waiting: after a start, and when time has been set forward. */
  wake(): void;
  stop(): Promise<void>;
}

export function createBot(setup: BotSetup): Bot {
  const { parts, store, clock, log, step } = setup;
  const worker = new Worker({
    store,
    clock,
    log,
    prepare: setup.prepare,
    handle: (tx, row, now) => handle(parts, tx, row, now),
    apologise,
    onCommitted: setup.onCommitted,
    ...(step ? { step } : {}),
  });
  const receiver = new Receiver(store, clock, () => {
    step?.("inbox.kept");
    worker.wake();
  });
  return {
    async take(delivery) {
      const seq = await receiver.keep(delivery);
      if (delivery.event.kind !== "click" || seq === null) return undefined;
      return (await worker.toastOf(seq, TOAST_WAIT)) ?? { text: "正在处理…", tone: "info" };
    },
    wake: () => worker.wake(),
    stop: () => worker.stop(),
  };
}

async function handle(parts: BotParts, tx: Repositories, row: Row, now: number): Promise<Toast | null> {
  const { event } = row;
  switch (event.kind) {
    case "message":
      await answerMessage(parts, tx, row, event, now);
      return null;
    case "click":
      return answerClick(parts, tx, row, event, now);
    case "joined":
      await joined(parts, tx, row, event, now);
      return null;
    case "left":
      await left(tx, event, now);
      return null;
    case "recalled":
      await recalled(parts, tx, row, event, now);
      return null;
  }
}

/** The sender of a message that could not be worked off learns that nothing was written. */
async function apologise(tx: Repositories, row: Row, now: number): Promise<void> {
  const { event } = row;
  if (event.kind !== "message" || !event.toBot) return;
  await tx.outbox.add(
    [
      {
        lane: event.chatId,
        op: "reply",
        target: event.messageId,
        msgType: "text",
        content: JSON.stringify({
          text: "这条消息我没能处理，没有记账。请过一会儿再发一次；还不行请告诉推进办。",
        }),
        uuid: randomUUID(),
        cardId: null,
        cause: `inbox:${row.seq}`,
      },
    ],
    now,
  );
}
