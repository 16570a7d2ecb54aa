import Router from "@koa/router";

export interface Health {
  isConnected(): boolean;
  /** throws when the database does not answer */
  ping(): Promise<void>;
}

/** `GET /healthz`: the process lives. `GET /readyz`: connected to the platform and the database open. */
export function healthRouter(health: Health): Router {
  const router = new Router();
  router.get("/healthz", (ctx) => {
    ctx.body = { ok: true };
  });
  router.get("/readyz", async (ctx) => {
    const database = await health.ping().then(
      () => true,
      () => false,
    );
    const platform = health.isConnected();
    ctx.status = platform && database ? 200 : 503;
    ctx.body = { ok: platform && database, platform, database };
  });
  return router;
}
