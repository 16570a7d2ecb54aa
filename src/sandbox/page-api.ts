import { PassThrough } from "node:stream";
import type Router from "@koa/router";
import type { Context, Middleware } from "koa";
import { z } from "zod";
import { contentOf } from "./content.js";
import { handOut } from "./files-api.js";
import type { Handle } from "./handle.js";
import { readJson } from "./http.js";
import { chatOrThrow, type Platform } from "./platform.js";
import type { Chat } from "./scene.js";
import type { Entry, Message } from "./world.js";

/** How many of a chat's newest messages the page gets at the start. */
const MESSAGES_SHOWN = 300;
const KEEP_ALIVE_MS = 25_000;

const field = z.union([z.string(), z.array(z.string()), z.boolean()]);
const requests = {
  say: z.object({
    from: z.string(),
    chat: z.string(),
    text: z.string().min(1),
    mentionBot: z.boolean(),
    replyTo: z.string().optional(),
  }),
  click: z.object({
    by: z.string(),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])),
    form: z.record(z.string(), field).optional(),
    option: field.optional(),
  }),
  forward: z.object({ from: z.string(), messages: z.array(z.string()).min(1) }),
  recall: z.object({ by: z.string(), message: z.string() }),
  clock: z.object({ to: z.number() }),
  privateChat: z.object({ openId: z.string() }),
};

/** What the chat page calls: `/page/state`, `/page/changes` (server-sent events) and the deeds of a person. */
export function pageApi(
  router: Router,
  platform: Platform,
  handle: Handle,
  journal: string | undefined,
): void {
  const { world } = platform;

  router.get("/page/state", (ctx) => {
    ctx.body = {
      now: platform.clock.now(),
      bot: platform.bot,
      appId: platform.app.appId,
      isKept: journal !== undefined,
      people: [...world.people.values()],
      chats: [...world.chats.values()],
      messages: [...world.chats.keys()].flatMap((chatId) =>
        world.messagesOf(chatId).slice(-MESSAGES_SHOWN).map(shown),
      ),
    };
  });

  router.get("/page/changes", (ctx) => streamChanges(ctx, platform));

  router.get("/page/files/:key", (ctx) => {
    const file = platform.world.files.get(ctx.params.key ?? "");
    if (file) handOut(ctx, file);
  });

  deed(router, "say", requests.say, ({ replyTo, ...saying }) => {
    const chat = chatOrThrow(platform, saying.chat);
    return handle.say({
      ...saying,
      mentionBot: saying.mentionBot || saying.text.includes(`@${platform.bot.name}`),
      mentions: mentionedIn(platform, chat, saying.text),
      mentionAll: saying.text.includes("@所有人"),
      ...(replyTo !== undefined && { replyTo }),
    });
  });

  deed(router, "forward", requests.forward, ({ from, messages }) => {
    const chat = handle.privateChat(from);
    return { chatId: chat, ...handle.say({ from, chat, forward: messages }) };
  });

  deed(router, "click", requests.click, async ({ path, form, option, ...click }) => {
    const toast = await handle.click({
      ...click,
      button: (action) => action.path.join() === path.join(),
      ...(form && { form }),
      ...(option !== undefined && { option }),
    });
    return { toast: toast ?? null };
  });

  deed(router, "recall", requests.recall, ({ by, message }) => {
    if (handle.message(message).sender.id !== by) throw new Error("只能撤回自己的消息");
    handle.control.recall(message);
    return {};
  });

  deed(router, "clock", requests.clock, ({ to }) => {
    if (to <= platform.clock.now()) throw new Error("沙盒的时钟只能往前拨");
    platform.clock.set(to);
    return { now: platform.clock.now() };
  });

  deed(router, "private-chat", requests.privateChat, ({ openId }) => ({
    chatId: handle.privateChat(openId),
  }));
}

/** One POST route: checked, done, and a mistake told in a sentence. */
function deed<T>(
  router: Router,
  name: string,
  schema: z.ZodType<T>,
  act: (request: T) => object | Promise<object>,
): void {
  const route: Middleware = async (ctx) => {
    const parsed = schema.safeParse(await readJson(ctx.req));
    try {
      if (!parsed.success)
        throw new Error(`请求不完整：${parsed.error.issues.map((issue) => issue.path.join(".")).join("、")}`);
      ctx.body = await act(parsed.data);
    } catch (error) {
      ctx.status = 422;
      ctx.body = { error: error instanceof Error ? error.message : String(error) };
    }
  };
  router.post(`/page/${name}`, route);
}

function shown({ forwarded, ...message }: Message): object {
  const content = contentOf(message.msgType, message.content);
  return { ...message, content, ...(forwarded && { forwarded: forwarded.map(shown) }) };
}

function changeFor(platform: Platform, entry: Entry): object | undefined {
  if (entry.kind === "message") return { kind: "message", message: shown(entry.message) };
  if (entry.kind === "chat" || entry.kind === "person") return entry;
  if (entry.kind === "clock") return { kind: "clock", now: platform.clock.now() };
  return undefined;
}

function streamChanges(ctx: Context, platform: Platform): void {
  const stream = new PassThrough();
  ctx.set({ "content-type": "text/event-stream", "cache-control": "no-store" });
  ctx.body = stream;
  const send = (change: object): void => void stream.write(`data: ${JSON.stringify(change)}\n\n`);
  send({ kind: "clock", now: platform.clock.now() });
  const stop = platform.world.onChange((entry) => {
    const change = changeFor(platform, entry);
    if (change) send(change);
  });
  const alive = setInterval(() => stream.write(": \n\n"), KEEP_ALIVE_MS);
  ctx.req.on("close", () => {
    stop();
    clearInterval(alive);
    stream.end();
  });
}

/** People of the chat whose "@name" stands in the text; the longer name wins where one begins with the other. */
function mentionedIn(platform: Platform, chat: Chat, text: string): string[] {
  const members = chat.members.flatMap((openId) => platform.world.people.get(openId) ?? []);
  let rest = text;
  return members
    .sort((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const found = rest.includes(`@${name}`);
      rest = rest.replaceAll(`@${name}`, "");
      return found;
    })
    .map((person) => person.openId);
}
