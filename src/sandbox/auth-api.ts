import type Router from "@koa/router";
import { readJson } from "./http.js";
import type { Platform } from "./platform.js";

/** Tokens and the bot's own card: `/open-apis/auth/v3/…`, `/open-apis/bot/v3/info`. */
export function authApi(router: Router, platform: Platform): void {
  const issue = async (body: Record<string, unknown>): Promise<object> => {
    // These two answer HTTP 200 with a code, unlike the rest.
    if (body.app_id !== platform.app.appId) return { code: 10003, msg: "invalid param" };
    if (body.app_secret !== platform.app.appSecret) return { code: 10014, msg: "app secret invalid" };
    const { token, expire } = platform.tokens.issue();
    return { code: 0, msg: "ok", tenant_access_token: token, app_access_token: token, expire };
  };
  for (const kind of ["tenant_access_token", "app_access_token"]) {
    router.post(`/open-apis/auth/v3/${kind}/internal`, async (ctx) => {
      ctx.body = await issue(await readJson(ctx.req));
    });
  }

  router.get("/open-apis/bot/v3/info", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    ctx.body = {
      code: 0,
      msg: "ok",
      bot: {
        activate_status: 2,
        app_name: platform.bot.name,
        avatar_url: "",
        ip_white_list: [],
        open_id: platform.bot.openId,
      },
    };
  });
}
