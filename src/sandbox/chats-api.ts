import type Router from "@koa/router";
import { page } from "./paging.js";
import type { Platform } from "./platform.js";
import * as refuse from "./platform-error.js";
import type { Chat } from "./scene.js";

/** `/open-apis/im/v1/chats`: the bot's groups, what they are, who is in them. */
export function chatsApi(router: Router, platform: Platform): void {
  router.get("/open-apis/im/v1/chats", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const groups = [...platform.world.chats.values()].filter(
      (chat) => chat.type === "group" && chat.hasBot && !chat.disbanded,
    );
    const { items, ...rest } = page(groups, ctx.query, 20, 100);
    ctx.body = {
      code: 0,
      msg: "success",
      data: { items: items.map((chat) => listed(platform, chat)), ...rest },
    };
  });

  router.get("/open-apis/im/v1/chats/:id", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const chat = chatOfBot(platform, ctx.params.id ?? "");
    ctx.body = { code: 0, msg: "success", data: described(platform, chat) };
  });

  router.get("/open-apis/im/v1/chats/:id/members", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const chat = chatOfBot(platform, ctx.params.id ?? "");
    const { items, ...rest } = page(chat.members, ctx.query, 20, 100);
    const members = items.flatMap((openId) => {
      const person = platform.world.people.get(openId);
      if (!person) return [];
      return {
        member_id_type: "open_id",
        member_id: openId,
        name: person.name,
        tenant_key: person.tenantKey,
      };
    });
    ctx.body = {
      code: 0,
      msg: "success",
      data: { items: members, ...rest, member_total: chat.members.length },
    };
  });
}

function chatOfBot(platform: Platform, chatId: string): Chat {
  const chat = platform.world.chats.get(chatId);
  if (!chat) throw refuse.badChatId();
  if (chat.disbanded) throw refuse.chatDissolved();
  if (!chat.hasBot) throw refuse.outsideChat();
  return chat;
}

function listed(platform: Platform, chat: Chat): object {
  return {
    chat_id: chat.chatId,
    avatar: "",
    name: chat.name,
    description: "",
    owner_id: chat.members[0] ?? "",
    owner_id_type: "open_id",
    external: chat.external,
    tenant_key: platform.app.tenantKey,
    chat_status: "normal",
  };
}

function described(platform: Platform, chat: Chat): object {
  return {
    avatar: "",
    name: chat.name,
    description: "",
    owner_id: chat.members[0] ?? "",
    owner_id_type: "open_id",
    chat_mode: chat.type,
    chat_type: "private",
    chat_tag: chat.external ? "cross" : "inner",
    external: chat.external,
    tenant_key: platform.app.tenantKey,
    user_count: String(chat.members.length),
    bot_count: "1",
    chat_status: "normal",
    ...(chat.type === "p2p" && { p2p_target_type: "user", p2p_target_id: chat.members[0] ?? "" }),
  };
}
