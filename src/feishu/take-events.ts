import type { Logger } from "pino";
import type { Bot } from "../bot/bot.js";
import { decodeEvent, type Identity, type Refusal } from "./decode.js";
import type { EventHandler } from "./long-connection.js";

/** Whoever clicks sees no message come back: without a toast nothing would seem to have happened. */
const FOREIGN_CLICK = { toast: { type: "info", content: "这里只接受本单位人员的操作" } };

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
      const ids = idsOf(raw);
      log.warn({ code: `event-${decoded.refusal}`, ...ids }, "an event was refused");
      return isForeignClick(decoded.refusal, ids.type) ? FOREIGN_CLICK : undefined;
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

const isForeignClick = (refusal: Refusal, type: string | undefined): boolean =>
  refusal === "foreign-tenant" && type === "card.action.trigger";

/** What tells a refused event from others, as far as it says; for the log. */
function idsOf(raw: unknown): { eventId?: string; type?: string } {
  if (typeof raw !== "object" || raw === null) return {};
  const { event_id, event_type } = raw as Record<string, unknown>;
  return {
    ...(typeof event_id === "string" ? { eventId: event_id } : {}),
    ...(typeof event_type === "string" ? { type: event_type } : {}),
  };
}
