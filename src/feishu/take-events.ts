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
    // Without its own open_id the bot cannot tell who is spoken to; what is refused now comes again.
    if (!identity.botOpenId) throw new Error("the bot does not know itself yet");
    step?.("event.received");
    const decoded = decodeEvent(raw, identity);
    if (!decoded.ok) {
      log.warn({ code: `event-${decoded.refusal}`, ...idsOf(raw) }, "an event was refused");
      return undefined;
    }
    const { key, event } = decoded.delivery;
    const toast = await bot.take(decoded.delivery).catch((error: unknown) => {
      log.error({ code: "event-not-kept", key, kind: event.kind, err: error }, "it will come again");
      throw error;
    });
    step?.("event.acknowledged");
    return toast ? { toast: { type: toast.tone, content: toast.text } } : undefined;
  };
}

/** What tells a refused event from others, as far as it says; for the log. */
function idsOf(raw: unknown): { eventId?: string; type?: string } {
  if (typeof raw !== "object" || raw === null) return {};
  const { event_id, event_type } = raw as Record<string, unknown>;
  return {
    ...(typeof event_id === "string" ? { eventId: event_id } : {}),
    ...(typeof event_type === "string" ? { type: event_type } : {}),
  };
}
