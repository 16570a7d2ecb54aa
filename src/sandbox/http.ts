import type { IncomingMessage } from "node:http";
import type { Context, Middleware } from "koa";
import { type FaultEffect, type Faults, refusalOf } from "./faults.js";
import { newToken } from "./ids.js";
import { PlatformError } from "./platform-error.js";

const MOST_BODY_BYTES = 1024 * 1024;

/** The request's JSON object; an empty body counts as `{}`. Throws 9499 for anything else, as the gateway does. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BODY_BYTES) throw new PlatformError(9499, "request body too large", 413);
    chunks.push(chunk);
  }
  if (size === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Falls through to the same refusal.
  }
  throw new PlatformError(9499, "Bad Request");
}

/** Refusals become `{code, msg}`; anything unforeseen is the sandbox's own fault and says so. */
export const answerErrors: Middleware = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const refusal = error instanceof PlatformError ? error : unforeseen(error);
    ctx.status = refusal.status;
    ctx.set(refusal.headers);
    ctx.body = { code: refusal.code, msg: refusal.message };
  }
  ctx.set("x-tt-logid", newToken(""));
};

function unforeseen(error: unknown): PlatformError {
  if (!(error instanceof Error)) return new PlatformError(1, String(error), 500);
  // Koa's own refusals, of a path outside the page's directory for one, carry their status.
  if ("status" in error && typeof error.status === "number" && error.status < 500) {
    return new PlatformError(error.status, error.message, error.status);
  }
  return new PlatformError(1, `sandbox fault: ${error.stack}`, 500);
}

/** Counts the calls under way and lets planned faults strike. */
export function injectFaults(faults: Faults, count: (change: 1 | -1) => void): Middleware {
  return async (ctx, next) => {
    const effect = faults.take(ctx.method, ctx.path);
    count(1);
    try {
      if (!effect) await next();
      else await strike(ctx, effect, next);
    } finally {
      count(-1);
    }
  };
}

async function strike(ctx: Context, effect: FaultEffect, next: () => Promise<unknown>): Promise<void> {
  if (effect.kind === "code") throw refusalOf(effect);
  if (effect.kind === "http") {
    ctx.status = effect.status;
    ctx.body = "gateway error";
    return;
  }
  if (effect.work === "done") await next();
  ctx.respond = false;
  if (effect.kind === "reset") ctx.req.socket.resetAndDestroy();
}
