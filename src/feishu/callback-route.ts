import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import Router from "@koa/router";
import { AESCipher } from "@larksuiteoapi/node-sdk";
import type { Context } from "koa";
import type { Logger } from "pino";
import { z } from "zod";
import type { Clock } from "../clock.js";
import { type EventHandler, eventDispatcher } from "./long-connection.js";

/** bytes; the platform's own events stay far below */
const LARGEST_BODY = 1024 * 1024;
/** ms either way between the signature's timestamp and now */
const WINDOW = 5 * 60_000;

/** Both are needed: with an empty one anybody could forge an event. */
export interface CallbackSettings {
  verificationToken: string;
  encryptKey: string;
}

const envelope = z.object({ encrypt: z.string() });
const challenge = z.object({ type: z.literal("url_verification"), challenge: z.string(), token: z.string() });
const event = z.object({ header: z.object({ token: z.string() }) });

/**
 * `POST /feishu/events`, for events and card clicks. The SDK's own adapter checks neither token nor
 * timestamp and signs re-serialised JSON; this one checks the raw body. 401 when anything does not fit.
 */
export function callbackRouter(
  settings: CallbackSettings,
  handle: EventHandler,
  clock: Clock,
  log: Logger,
): Router {
  if (!settings.encryptKey || !settings.verificationToken)
    throw new Error("the callback route needs an Encrypt Key and a Verification Token");
  const dispatcher = eventDispatcher(handle, log);
  const router = new Router();
  router.post("/feishu/events", async (ctx) => {
    const raw = await readBody(ctx.req, ctx.get("content-length"));
    if (raw === null) {
      ctx.set("connection", "close");
      return refuse(ctx, log, "body-too-large", 413);
    }
    const sealed = envelope.safeParse(parse(raw));
    if (!sealed.success) return refuse(ctx, log, "not-encrypted");
    const data = open(sealed.data.encrypt, settings.encryptKey);

    // The challenge is the one message that comes unsigned.
    const asked = challenge.safeParse(data);
    if (asked.success) {
      if (!isSame(asked.data.token, settings.verificationToken)) return refuse(ctx, log, "wrong-token");
      ctx.body = { challenge: asked.data.challenge };
      return;
    }
    const fault = signatureFault(ctx, raw, settings.encryptKey, clock);
    if (fault) return refuse(ctx, log, fault);
    const parsed = event.safeParse(data);
    if (!parsed.success) return refuse(ctx, log, "unknown-shape");
    if (!isSame(parsed.data.header.token, settings.verificationToken)) return refuse(ctx, log, "wrong-token");

    try {
      const answer: unknown = await dispatcher.invoke(data, { needCheck: false });
      ctx.body = typeof answer === "object" && answer !== null ? answer : {};
    } catch {
      // The handler has logged it; anything but 200 makes the platform send the event again.
      ctx.status = 500;
      ctx.body = {};
    }
  });
  return router;
}

function refuse(ctx: Context, log: Logger, code: string, status = 401): void {
  log.warn({ code: `callback-${code}`, ip: ctx.ip }, "a callback was refused");
  ctx.status = status;
  ctx.body = { code };
}

/** Null when the body is larger than any event; what is left of it stays unread. */
async function readBody(request: IncomingMessage, announced: string): Promise<Buffer | null> {
  if (Number(announced) > LARGEST_BODY) return null;
  const parts: Buffer[] = [];
  let size = 0;
  // Breaking off must not destroy the socket, or the refusal could not be answered.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    return null;
  }
}

function open(encrypted: string, encryptKey: string): unknown {
  try {
    return JSON.parse(new AESCipher(encryptKey).decrypt(encrypted));
  } catch {
    return null;
  }
}

function signatureFault(ctx: Context, raw: Buffer, encryptKey: string, clock: Clock): string | null {
  const timestamp = ctx.get("x-lark-request-timestamp");
  const expected = createHash("sha256")
    .update(timestamp + ctx.get("x-lark-request-nonce") + encryptKey)
    .update(raw)
    .digest("hex");
  if (!isSame(ctx.get("x-lark-signature"), expected)) return "wrong-signature";
  // The platform's time is real time; in the sandbox the bot's clock is another one.
  const at = Number(timestamp) * 1000;
  const isFresh = [clock.now(), Date.now()].some((now) => Math.abs(now - at) <= WINDOW);
  return isFresh ? null : "stale";
}

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
