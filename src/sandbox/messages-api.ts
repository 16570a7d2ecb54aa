import type Router from "@koa/router";
import type { Context } from "koa";
import { checkCard, checkPatchable } from "./cards-check.js";
import { type Encoded, encodeAppPost, encodeAppText, parseObject } from "./content.js";
import { readJson } from "./http.js";
import { messageView } from "./message-view.js";
import { page } from "./paging.js";
import { addMessage, addressee, type Platform, privateChat } from "./platform.js";
import * as refuse from "./platform-error.js";
import type { Chat } from "./scene.js";
import type { Message } from "./world.js";

const KB = 1024;
const MOST_TEXT_BYTES = 150 * KB;
const MOST_CARD_BYTES = 30 * KB;
const MOST_UUID_LENGTH = 50;
const HOUR_MS = 60 * 60 * 1000;
const FOURTEEN_DAYS_MS = 14 * 24 * HOUR_MS;

/** `/open-apis/im/v1/messages`: send, reply, change, read. */
export function messagesApi(router: Router, platform: Platform): void {
  router.post("/open-apis/im/v1/messages", async (ctx) => {
    const body = await sendingCall(ctx);
    const chat = targetOf(platform, String(ctx.query.receive_id_type ?? ""), String(body.receive_id ?? ""));
    ctx.body = sendOnce(platform, body, chat, undefined);
  });

  router.post("/open-apis/im/v1/messages/:id/reply", async (ctx) => {
    const body = await sendingCall(ctx);
    const original = findMessage(platform, ctx.params.id ?? "");
    const chat = platform.world.chats.get(original.chatId);
    if (!chat) throw refuse.badReceiveId();
    ctx.body = sendOnce(platform, body, chat, original);
  });

  router.patch("/open-apis/im/v1/messages/:id", async (ctx) => {
    const body = await sendingCall(ctx);
    const message = findMessage(platform, ctx.params.id ?? "");
    changeCard(platform, message, String(body.content ?? ""));
    ctx.body = { code: 0, msg: "success", data: {} };
  });

  router.get("/open-apis/im/v1/messages/:id", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const message = findMessage(platform, ctx.params.id ?? "");
    const chat = platform.world.chats.get(message.chatId);
    if (!chat?.hasBot) throw refuse.notInChat();
    if (chat.type === "group" && !platform.readsGroups && !platform.groupMessages) {
      throw refuse.groupIsClosed();
    }
    const items = withForwarded(message).map((one) =>
      messageView(one.message, cardContentOf(ctx), one.upper),
    );
    ctx.body = { code: 0, msg: "success", data: { items } };
  });

  router.get("/open-apis/im/v1/messages", (ctx) => {
    platform.tokens.check(ctx.get("authorization"));
    const chat = platform.world.chats.get(String(ctx.query.container_id ?? ""));
    if (ctx.query.container_id_type !== "chat" || !chat) throw refuse.badParameter("invalid container_id");
    if (!chat.hasBot) throw refuse.notInChat();
    const from = Number(ctx.query.start_time ?? 0) * 1000;
    const to = Number(ctx.query.end_time ?? Number.POSITIVE_INFINITY) * 1000;
    const found = platform.world
      .messagesOf(chat.chatId)
      .filter((message) => message.createTime >= from && message.createTime <= to)
      .sort((a, b) => a.createTime - b.createTime);
    if (ctx.query.sort_type === "ByCreateTimeDesc") found.reverse();
    const { items, ...rest } = page(found, ctx.query, 20, 50);
    const views = items.map((message) => messageView(message, cardContentOf(ctx)));
    ctx.body = { code: 0, msg: "success", data: { items: views, ...rest } };
  });

  async function sendingCall(ctx: Context): Promise<Record<string, unknown>> {
    const body = await readJson(ctx.req);
    platform.tokens.check(ctx.get("authorization"));
    platform.limits.app();
    return body;
  }
}

const cardContentOf = (ctx: Context): string | undefined => {
  const asked = ctx.query.card_msg_content_type;
  return typeof asked === "string" ? asked : undefined;
};

interface Inside {
  message: Message;
  /** The message_id of the merged forward it is in. */
  upper: string | undefined;
}

/** The message, then all that is in it where it is a merged forward; taken back, it holds nothing any more. */
function withForwarded(message: Message, upper?: string): Inside[] {
  const inside = message.recalled ? [] : (message.forwarded ?? []);
  return [{ message, upper }, ...inside.flatMap((one) => withForwarded(one, message.messageId))];
}

function findMessage(platform: Platform, messageId: string): Message {
  const message = platform.world.messages.get(messageId);
  if (!message) throw refuse.badParameter("invalid message_id");
  return message;
}

function targetOf(platform: Platform, idType: string, id: string): Chat {
  if (idType === "chat_id") {
    if (!/^oc_[0-9a-f]{32}$/.test(id)) throw refuse.badParameter("invalid receive_id");
    const chat = platform.world.chats.get(id);
    if (!chat) throw refuse.badReceiveId();
    return chat;
  }
  if (idType !== "open_id") throw refuse.badParameter("invalid receive_id_type");
  if (!/^ou_[0-9a-f]{32}$/.test(id)) throw refuse.badParameter("invalid receive_id");
  if (!platform.world.people.has(id)) throw refuse.badReceiveId();
  return privateChat(platform, id);
}

/** The same uuid within the hour gives back the message it made; otherwise the message is checked and made. */
function sendOnce(
  platform: Platform,
  body: Record<string, unknown>,
  chat: Chat,
  parent: Message | undefined,
): object {
  const uuid = body.uuid === undefined ? "" : String(body.uuid);
  if (uuid.length > MOST_UUID_LENGTH) throw refuse.badParameter("the length of uuid exceeds 50");
  const earlier = uuid === "" ? undefined : platform.world.sent.get(uuid);
  const known = earlier && platform.world.messages.get(earlier.messageId);
  if (earlier && known && platform.clock.now() - earlier.at < HOUR_MS) return sentAnswer(known);

  const msgType = String(body.msg_type ?? "");
  const { content, mentions } = encode(platform, msgType, String(body.content ?? ""));
  checkReachable(platform, chat);
  if (parent?.recalled) throw refuse.originalGone();
  platform.limits.chat(chat.chatId);
  const sender = { id: platform.app.appId, type: "app" as const, tenantKey: platform.app.tenantKey };
  const message = addMessage(platform, { chatId: chat.chatId, sender, msgType, content, mentions, parent });
  if (uuid !== "") {
    platform.world.record({
      kind: "uuid",
      sent: { uuid, messageId: message.messageId, at: platform.clock.now() },
    });
  }
  return sentAnswer(message);
}

const sentAnswer = (message: Message): object => ({
  code: 0,
  msg: "success",
  data: messageView(message, "sent"),
});

function encode(platform: Platform, msgType: string, content: string): Encoded {
  const bytes = Buffer.byteLength(content, "utf8");
  if (bytes > (msgType === "text" ? MOST_TEXT_BYTES : MOST_CARD_BYTES)) throw refuse.tooLong();
  const look = (openId: string) => addressee(platform, openId);
  if (msgType === "text") return encodeAppText(content, look);
  if (msgType === "post") return encodeAppPost(content, look);
  if (msgType === "file") return encodeFile(platform, content);
  if (msgType !== "interactive") throw refuse.badParameter(`invalid msg_type ${msgType}`);
  checkCard(content);
  return { content, mentions: [] };
}

/** A file's message names it by its key; readers see its name too. */
function encodeFile(platform: Platform, content: string): Encoded {
  const file = platform.world.files.get(String(parseObject(content).file_key ?? ""));
  if (!file) throw refuse.badParameter("invalid file_key");
  return { content: JSON.stringify({ file_key: file.key, file_name: file.name }), mentions: [] };
}

function checkReachable(platform: Platform, chat: Chat): void {
  if (chat.disbanded) throw refuse.chatDissolved();
  if (!chat.hasBot) throw refuse.notInChat();
  if (chat.muted !== null) throw refuse.muted(chat.muted);
  const partner = chat.type === "p2p" ? platform.world.people.get(chat.members[0] ?? "") : undefined;
  if (partner?.resigned) throw refuse.resigned();
}

/** Changes a card the app sent: within 14 days, five times a second, and shared (`update_multi`) before and after. */
function changeCard(platform: Platform, message: Message, content: string): void {
  if (message.sender.id !== platform.app.appId) throw refuse.notOwnMessage();
  if (message.msgType !== "interactive") throw refuse.badParameter("This message is NOT a card.");
  if (message.recalled) throw refuse.originalGone();
  const chat = platform.world.chats.get(message.chatId);
  if (chat?.disbanded) throw refuse.chatDissolved();
  if (!chat?.hasBot) throw refuse.notInChat();
  const now = platform.clock.now();
  if (now - message.createTime > FOURTEEN_DAYS_MS) throw refuse.tooOldToChange();
  if (Buffer.byteLength(content, "utf8") > MOST_CARD_BYTES) throw refuse.tooLong();
  checkCard(content);
  checkPatchable(parseObject(message.content));
  checkPatchable(parseObject(content));
  platform.limits.chat(message.messageId);
  replaceCard(platform, message, content);
}

export function replaceCard(platform: Platform, message: Message, content: string): void {
  const updateTime = platform.clock.now();
  platform.world.record({
    kind: "message",
    message: { ...message, content, updateTime, patches: message.patches + 1 },
  });
}
