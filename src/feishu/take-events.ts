import type { Logger } from "pino";
import type { Bot } from "../bot/bot.js";
import { decodeEvent, type Identity } from "./decode.js";
import type { EventHandler } from "./long-connection.js";

export interface EventTaking {
  bot: Pick<Bot, "take">;
  identity: Identity;
  log: Logger;
  step?: (name: "event.received" | "event.acknowledged") => void;
}

/**
 * From the platform's event to the bot: what does not concern it is refused and logged, the rest is kept
 * before this resolves, for the SDK acknowledges then. A click is answered with its toast.
 */
export function takeEvents({ bot, identity, log, step }: EventTaking): EventHandler {
  return async (raw) => {
    step?.("event.received");
    const decoded = decodeEvent(raw, identity);
    if (!decoded.ok) {
      log.warn({ code: `event-${decoded.refusal}` }, "an event was refused");
      return undefined;
    }
    const toast = await bot.take(decoded.delivery);
    step?.("event.acknowledged");
    return toast ? { toast: { type: toast.tone, content: toast.text } } : undefined;
  };
}
