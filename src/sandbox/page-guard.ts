import type { Middleware } from "koa";

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Addresses to listen on that no other machine reaches. */
export const isLoopback = (address: string): boolean => ["127.0.0.1", "::1", "localhost"].includes(address);

/** Who is at the other end, whatever the request says of itself. */
const ON_THIS_MACHINE = /^(?:::ffff:)?127\.|^::1$/;

/**
 * The sandbox is for this machine alone: its page, and the platform's API as well, for the app's secret is the same
 * in every sandbox. A name that somebody's DNS points at 127.0.0.1 arrives with its own Host, and another site's
 * script with its own Origin: both are refused. What changes something must be JSON, which no plain form can send.
 */
export const onlyThisMachine: Middleware = async (ctx, next) => {
  const host = ctx.get("host");
  const origin = ctx.get("origin");
  const site = ctx.get("sec-fetch-site");
  const ownOrigin = origin === "" || origin === `http://${host}`;
  const ownSite = site === "" || site === "same-origin" || site === "none";
  const json = ctx.method === "GET" || ctx.method === "HEAD" || ctx.is("application/json") !== false;
  // A file goes up as a form; the platform's API takes none without a token, which no plain form can send.
  const upload = ctx.path.startsWith("/open-apis/") && ctx.get("authorization") !== "";
  const isHere = ON_THIS_MACHINE.test(ctx.req.socket.remoteAddress ?? "");
  if (isHere && LOOPBACK_HOST.test(host) && ownOrigin && ownSite && (json || upload)) {
    await next();
    return;
  }
  ctx.status = 403;
  ctx.body = { error: "沙盒只接受本机的访问，页面要在本机浏览器里直接打开。" };
};
