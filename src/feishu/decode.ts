import { z } from "zod";
import type { Delivery, InboundEvent } from "../bot/events.js";
import { readContent } from "./content.js";

/** The events the bot listens to. */
export const EVENT_TYPES = [
  "im.message.receive_v1",
  "card.action.trigger",
  "im.chat.member.bot.added_v1",
  "im.chat.member.bot.deleted_v1",
  "im.chat.disbanded_v1",
  "im.message.recalled_v1",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface Identity {
  appId: string;
  botOpenId: string;
  /** when set, events of other tenants are refused */
  tenantKey?: string | undefined;
}

/** Why an event was not taken; a code for the log. */
export type Refusal =
  | "foreign-app"
  | "foreign-tenant"
  | "unknown-shape"
  | "own-or-other-bot"
  | "unknown-type";

export type Decoded = { ok: true; delivery: Delivery } | { ok: false; refusal: Refusal };

const openId = z.object({ open_id: z.string().min(1) });
/** epoch ms as a string */
const instant = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const head = z.object({
  event_id: z.string().optional(),
  event_type: z.string(),
  app_id: z.string().optional(),
  tenant_key: z.string().optional(),
  /** epoch ms as text */
  create_time: z.string().regex(/^\d+$/).optional().catch(undefined),
});
const message = z.object({
  sender: z.object({
    sender_id: openId.optional().nullable(),
    sender_type: z.string(),
    tenant_key: z.string().optional(),
  }),
  message: z.object({
    message_id: z.string().min(1),
    parent_id: z.string().nullish(),
    create_time: instant,
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    // Of a kind of message that comes up in future nothing may be known but its type: it is answered too.
    content: z.string().nullish(),
    mentions: z
      .array(
        z.object({
          key: z.string(),
          id: z.object({ open_id: z.string().nullish() }),
          name: z.string(),
        }),
      )
      .nullish(),
  }),
});
const click = z.object({
  operator: openId.extend({ tenant_key: z.string().optional() }),
  action: z.object({
    value: z.record(z.string(), z.unknown()).optional(),
    form_value: z.record(z.string(), z.unknown()).optional(),
    option: z.string().optional(),
  }),
  context: z.object({ open_message_id: z.string(), open_chat_id: z.string() }),
});
const joined = z.object({
  chat_id: z.string(),
  name: z.string().optional(),
  external: z.boolean().optional(),
  operator_id: openId.optional(),
});
const left = z.object({ chat_id: z.string() });
const recalled = z.object({ chat_id: z.string(), message_id: z.string() });

/** A message is taken back once; by this key of its own it can be told whether it was. */
export const recallKey = (messageId: string): string => `recalled:${messageId}`;

/** In an outside group people of other tenants speak and click, while the header names the app's own. */
const isOutside = (own: string | undefined, app: string | undefined): boolean =>
  own !== undefined && app !== undefined && own !== app;

/**
 * Turns the flat object that the SDK's dispatcher hands over (`{schema, …header, …event}`) into one plain
 * value, or says why not.
 */
export function decodeEvent(raw: unknown, identity: Identity): Decoded {
  const header = head.safeParse(raw);
  if (!header.success) return { ok: false, refusal: "unknown-shape" };
  const { event_type, event_id, app_id, tenant_key, create_time } = header.data;
  if (app_id !== undefined && app_id !== identity.appId) return { ok: false, refusal: "foreign-app" };
  if (identity.tenantKey && tenant_key !== identity.tenantKey)
    return { ok: false, refusal: "foreign-tenant" };

  const take = (event: InboundEvent, key: string | undefined): Decoded =>
    key
      ? { ok: true, delivery: { key, eventId: event_id ?? null, event } }
      : { ok: false, refusal: "unknown-shape" };

  switch (event_type as EventType) {
    case "im.message.receive_v1": {
      const parsed = message.safeParse(raw);
      if (!parsed.success) return { ok: false, refusal: "unknown-shape" };
      const { sender, message: sent } = parsed.data;
      if (sender.sender_type !== "user" || !sender.sender_id)
        return { ok: false, refusal: "own-or-other-bot" };
      const content = readContent(
        sent.message_type,
        sent.content ?? "",
        sent.mentions ?? [],
        identity.botOpenId,
      );
      const chatType = sent.chat_type === "p2p" ? "p2p" : "group";
      return take(
        {
          kind: "message",
          messageId: sent.message_id,
          chatId: sent.chat_id,
          chatType,
          senderId: sender.sender_id.open_id,
          fromOutside: isOutside(sender.tenant_key, tenant_key),
          saidAt: sent.create_time,
          text: content.text,
          mentions: content.mentions,
          toBot: chatType === "p2p" || content.mentionsBot,
          type: sent.message_type,
          ...(sent.parent_id ? { parentId: sent.parent_id } : {}),
        },
        sent.message_id,
      );
    }
    case "card.action.trigger": {
      const parsed = click.safeParse(raw);
      if (!parsed.success) return { ok: false, refusal: "unknown-shape" };
      const { operator, action, context } = parsed.data;
      return take(
        {
          kind: "click",
          chatId: context.open_chat_id,
          messageId: context.open_message_id,
          clickerId: operator.open_id,
          fromOutside: isOutside(operator.tenant_key, tenant_key),
          value: { ...action.value, ...(action.option ? { option: action.option } : {}) },
          ...(action.form_value ? { form: action.form_value } : {}),
        },
        event_id,
      );
    }
    case "im.chat.member.bot.added_v1": {
      const parsed = joined.safeParse(raw);
      if (!parsed.success) return { ok: false, refusal: "unknown-shape" };
      return take(
        {
          kind: "joined",
          chatId: parsed.data.chat_id,
          name: parsed.data.name ?? "",
          external: parsed.data.external ?? false,
          byId: parsed.data.operator_id?.open_id ?? "",
          at: Number(create_time ?? 0),
        },
        event_id,
      );
    }
    case "im.chat.member.bot.deleted_v1":
    case "im.chat.disbanded_v1": {
      const parsed = left.safeParse(raw);
      if (!parsed.success) return { ok: false, refusal: "unknown-shape" };
      return take(
        { kind: "left", chatId: parsed.data.chat_id, at: Number(create_time ?? Number.MAX_SAFE_INTEGER) },
        event_id,
      );
    }
    case "im.message.recalled_v1": {
      const parsed = recalled.safeParse(raw);
      if (!parsed.success) return { ok: false, refusal: "unknown-shape" };
      return take(
        { kind: "recalled", chatId: parsed.data.chat_id, messageId: parsed.data.message_id },
        event_id && recallKey(parsed.data.message_id),
      );
    }
    default:
      return { ok: false, refusal: "unknown-type" };
  }
}
