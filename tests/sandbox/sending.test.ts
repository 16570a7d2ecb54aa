import type * as lark from "@larksuiteoapi/node-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { EXTERNAL_GROUP, LI_MIN, OFFICE_GROUP, PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { clientOf } from "./bot.js";
import { button, cardOf, words } from "./cards.js";

const HOUR = 3_600_000;
let sandbox: Sandbox;
let client: lark.Client;

beforeEach(async () => {
  sandbox = await startSandbox();
  client = clientOf(sandbox);
});
afterEach(() => sandbox.close());

const sendText = (text: string, more: { uuid?: string; chat?: string } = {}) =>
  client.im.v1.message.create({
    params: { receive_id_type: "chat_id" },
    data: {
      receive_id: more.chat ?? PROJECT_GROUP,
      msg_type: "text",
      content: JSON.stringify({ text }),
      ...(more.uuid !== undefined && { uuid: more.uuid }),
    },
  });

const sendCard = (card: object, chat = PROJECT_GROUP) =>
  client.im.v1.message.create({
    params: { receive_id_type: "chat_id" },
    data: { receive_id: chat, msg_type: "interactive", content: JSON.stringify(card) },
  });

const patch = (messageId: string, card: object) =>
  client.im.v1.message.patch({ path: { message_id: messageId }, data: { content: JSON.stringify(card) } });

/** The platform's code in a refused call. */
async function codeOf(call: Promise<unknown>): Promise<{ status: number; code: number; msg: string }> {
  const error = await call.then(
    () => undefined,
    (reason: { response?: { status: number; data: { code: number; msg: string } } }) => reason,
  );
  const { status = 0, data = { code: 0, msg: "" } } = error?.response ?? {};
  return { status, code: data.code, msg: data.msg };
}

describe("access", () => {
  it("gives a token for the right secret only", async () => {
    const ask = async (app_secret: string) => {
      const url = `${sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`;
      const body = JSON.stringify({ app_id: sandbox.appId, app_secret });
      const headers = { "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body })).json() as Promise<Record<string, unknown>>;
    };
    expect(await ask(sandbox.appSecret)).toMatchObject({
      code: 0,
      expire: 7200,
      tenant_access_token: expect.stringMatching(/^t-/),
    });
    expect(await ask("wrong")).toMatchObject({ code: 10014 });
  });

  it("wants a bearer, and a living one", async () => {
    const bare = await fetch(`${sandbox.url}/open-apis/bot/v3/info`);
    expect(bare.status).toBe(400);
    expect(await bare.json()).toMatchObject({ code: 99991661 });
    await sendText("有令牌");
    sandbox.control.expireTokens();
    expect(await codeOf(sendText("令牌过期"))).toMatchObject({ status: 400, code: 99991663 });
  });

  it("knows the bot", async () => {
    const info = await client.request({ method: "GET", url: "/open-apis/bot/v3/info" });
    expect(info).toMatchObject({ code: 0, bot: { open_id: sandbox.bot.openId, app_name: "靠谱" } });
  });
});

describe("messages", () => {
  it("turns an app's at-tags into mentions", async () => {
    const sent = await sendText(`请补报 <at user_id="${ZHANG_WEI}">张伟</at> <at user_id="all">所有人</at>`);
    const message = sandbox.message(sent.data?.message_id ?? "");
    expect(message.content).toEqual({ text: "请补报 @_user_1 @_all" });
    expect(message.text).toBe("请补报 @张伟 @所有人");
    expect(sent.data?.mentions).toMatchObject([{ key: "@_user_1", id: ZHANG_WEI, id_type: "open_id" }]);
  });

  it("reaches a person by open_id, in one private chat", async () => {
    const toPerson = (openId: string) =>
      client.im.v1.message.create({
        params: { receive_id_type: "open_id" },
        data: { receive_id: openId, msg_type: "text", content: JSON.stringify({ text: "您好" }) },
      });
    const first = await toPerson(LI_MIN);
    const second = await toPerson(LI_MIN);
    expect(first.data?.chat_id).toBe(sandbox.privateChat(LI_MIN));
    expect(second.data?.chat_id).toBe(first.data?.chat_id);
    expect(await codeOf(toPerson("ou_00000000000000000000000000000000"))).toMatchObject({ code: 230034 });
    expect(await codeOf(toPerson("nobody"))).toMatchObject({ code: 230001 });
  });

  it("keeps parent and root of replies", async () => {
    const said = sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路 65%" });
    const reply = (messageId: string) =>
      client.im.v1.message.reply({
        path: { message_id: messageId },
        data: { msg_type: "text", content: JSON.stringify({ text: "收到" }) },
      });
    const first = await reply(said.messageId);
    const second = await reply(first.data?.message_id ?? "");
    expect(second.data).toMatchObject({ parent_id: first.data?.message_id, root_id: said.messageId });
    sandbox.control.recall(said.messageId);
    expect(await codeOf(reply(said.messageId))).toMatchObject({ code: 230011 });
  });

  it("gives one message for a uuid, for an hour", async () => {
    const first = await sendText("只发一次", { uuid: "u-1" });
    const again = await sendText("只发一次", { uuid: "u-1" });
    expect(again.code).toBe(0);
    expect(again.data?.message_id).toBe(first.data?.message_id);
    expect(sandbox.messages(PROJECT_GROUP)).toHaveLength(1);
    sandbox.clock.set(sandbox.clock.now() + HOUR);
    const later = await sendText("只发一次", { uuid: "u-1" });
    expect(later.data?.message_id).not.toBe(first.data?.message_id);
    expect(await codeOf(sendText("太长", { uuid: "u".repeat(51) }))).toMatchObject({ code: 230001 });
  });

  it("reads one message, and a chat's page by page", async () => {
    for (const text of ["一", "二", "三"]) await sendText(text);
    const params = { container_id_type: "chat", container_id: PROJECT_GROUP, page_size: 2 };
    const first = await client.im.v1.message.list({ params });
    const second = await client.im.v1.message.list({
      params: { ...params, page_token: first.data?.page_token ?? "" },
    });
    const texts = [...(first.data?.items ?? []), ...(second.data?.items ?? [])].map(
      (item) => item.body?.content,
    );
    expect(texts).toEqual(['{"text":"一"}', '{"text":"二"}', '{"text":"三"}']);
    expect([first.data?.has_more, second.data?.has_more]).toEqual([true, false]);
    const down = await client.im.v1.message.list({ params: { ...params, sort_type: "ByCreateTimeDesc" } });
    expect(down.data?.items?.[0]?.body?.content).toBe('{"text":"三"}');
    const one = await client.im.v1.message.get({
      path: { message_id: first.data?.items?.[0]?.message_id ?? "" },
    });
    expect(one.data?.items).toMatchObject([
      { msg_type: "text", sender: { id: sandbox.appId, id_type: "app_id" } },
    ]);
  });
});

describe("cards", () => {
  it("changes in place, only if shared, only for fourteen days", async () => {
    const sent = await sendCard(cardOf(words("65%"), button("撤销")));
    const id = sent.data?.message_id ?? "";
    await patch(id, cardOf(words("已撤销")));
    expect(sandbox.message(id)).toMatchObject({ text: "武宁路快速化\n已撤销", patches: 1, buttons: [] });
    const unshared = { ...cardOf(words("x")), config: {} };
    expect(await codeOf(patch(id, unshared))).toMatchObject({ code: 230099 });
    sandbox.clock.set(sandbox.clock.now() + 14 * 24 * HOUR + 1000);
    expect(await codeOf(patch(id, cardOf(words("太晚"))))).toMatchObject({ code: 230031 });
  });

  it("refuses what is too long", async () => {
    expect(await codeOf(sendCard(cardOf(words("长".repeat(11_000)))))).toMatchObject({ code: 230025 });
    expect(await codeOf(sendText("x".repeat(150 * 1024)))).toMatchObject({ code: 230025 });
  });
});

describe("limits", () => {
  it("lets five messages a second into a chat", async () => {
    const results = await Promise.all(Array.from({ length: 6 }, (_, i) => codeOf(sendText(String(i)))));
    expect(results.filter((result) => result.code === 230020)).toHaveLength(1);
    expect((await codeOf(sendText("另一个群", { chat: OFFICE_GROUP }))).code).toBe(0);
    sandbox.clock.set(sandbox.clock.now() + 1000);
    expect((await codeOf(sendText("一秒后"))).code).toBe(0);
  });

  it("lets fifty calls a second through, and says when it goes on", async () => {
    await codeOf(sendText("先拿令牌"));
    sandbox.clock.set(sandbox.clock.now() + 1000);
    const calls = Array.from({ length: 60 }, () => codeOf(sendText("x", { chat: OFFICE_GROUP })));
    const refused = (await Promise.all(calls)).filter((result) => result.code === 99991400);
    expect(refused.length).toBe(10);
    expect(refused[0]?.status).toBe(429);
  });

  it("can be lifted", async () => {
    sandbox.control.setSendLimits(false);
    const results = await Promise.all(Array.from({ length: 80 }, () => codeOf(sendText("x"))));
    expect(results.every((result) => result.code === 0)).toBe(true);
  });
});

describe("chats", () => {
  it("tells name, members and whether it is external", async () => {
    const chat = await client.im.v1.chat.get({ path: { chat_id: EXTERNAL_GROUP } });
    expect(chat.data).toMatchObject({ external: true, name: "武宁路项目协作群（外部）", chat_mode: "group" });
    const members = await client.im.v1.chatMembers.get({ path: { chat_id: EXTERNAL_GROUP } });
    expect(members.data?.items?.map((member) => member.name)).toEqual(["周强", "张伟", "李敏"]);
    const mine = await client.im.v1.chat.list({});
    expect(mine.data?.items).toHaveLength(3);
  });

  it("refuses to send where the bot is gone, muted, or the person has left", async () => {
    const { control } = sandbox;
    control.mute(OFFICE_GROUP, 230018);
    expect(await codeOf(sendText("x", { chat: OFFICE_GROUP }))).toMatchObject({ code: 230018 });
    control.removeBot(PROJECT_GROUP);
    expect(await codeOf(sendText("x"))).toMatchObject({ code: 230002 });
    control.disband(EXTERNAL_GROUP);
    expect(await codeOf(sendText("x", { chat: EXTERNAL_GROUP }))).toMatchObject({ code: 232009 });
    control.resign(LI_MIN);
    const chat = sandbox.privateChat(LI_MIN);
    expect(await codeOf(sendText("x", { chat }))).toMatchObject({ code: 230029 });
  });
});

describe("faults", () => {
  it("answers with a code, a gateway error, or not at all", async () => {
    const path = "/im/v1/messages";
    await sendText("先拿令牌");
    sandbox.control.failNext({ path, times: 2, effect: { kind: "code", code: 230049 } });
    expect(await codeOf(sendText("1"))).toMatchObject({ code: 230049 });
    expect(await codeOf(sendText("2"))).toMatchObject({ code: 230049 });
    sandbox.control.failNext({ path, effect: { kind: "http", status: 502 } });
    expect(await codeOf(sendText("3"))).toMatchObject({ status: 502 });
    expect(sandbox.messages(PROJECT_GROUP)).toHaveLength(1);
    sandbox.control.failNext({ path, effect: { kind: "reset", work: "done" } });
    await expect(sendText("4")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.messages(PROJECT_GROUP).at(-1)?.text).toBe("4");
    sandbox.control.failNext({ path, effect: { kind: "reset", work: "undone" } });
    await expect(sendText("5")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(sandbox.messages(PROJECT_GROUP)).toHaveLength(2);
  });

  it("hangs after the work is done", async () => {
    await sendText("先拿令牌");
    sandbox.control.failNext({ path: /messages$/, effect: { kind: "hang", work: "done" } });
    const never = sendText("没有回音", { uuid: "once" });
    never.catch(() => {});
    const arrived = await sandbox.nextBotMessage({ matching: (message) => message.text === "没有回音" });
    const again = await sendText("没有回音", { uuid: "once" });
    expect(again.data?.message_id).toBe(arrived.messageId);
  });
});
