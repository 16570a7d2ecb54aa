import { afterEach, beforeEach, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { LI_MIN, OFFICE_GROUP, PROJECT_GROUP, WANG_FANG, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { clientOf, connectBot, type TestBot } from "./bot.js";

let sandbox: Sandbox;
let bot: TestBot;
beforeEach(async () => {
  sandbox = await startSandbox();
  bot = await connectBot(sandbox);
});
afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

const says = (text: string, chat = PROJECT_GROUP) => sandbox.say({ from: LI_MIN, chat, text }).messageId;
const itemsOf = async (messageId: string) =>
  (await bot.client.im.v1.message.get({ path: { message_id: messageId } })).data?.items ?? [];

it("a merged forward tells nothing by itself, and what is in it to who asks", async () => {
  const before = says("看这份");
  const inner = sandbox.say({
    from: ZHANG_WEI,
    chat: PROJECT_GROUP,
    forward: [says("武宁路 65%"), says("花溪路 3%")],
  });
  expect(inner.eventId).toBeUndefined();
  const chat = sandbox.privateChat(ZHANG_WEI);
  const outer = sandbox.say({ from: ZHANG_WEI, chat, forward: [before, inner.messageId] });
  await sandbox.waitFor(() => bot.events[0]);
  expect(bot.events[0]).toMatchObject({
    message: { message_type: "merge_forward", content: "Merged and Forwarded Message" },
  });
  expect(sandbox.message(outer.messageId).msgType).toBe("merge_forward");
  const items = await itemsOf(outer.messageId);
  const [first, nested] = [
    items[0]?.message_id,
    items.find((one) => one.upper_message_id && one.msg_type === "merge_forward")?.message_id,
  ];
  expect(items.map((one) => [one.upper_message_id, one.body?.content])).toEqual([
    [undefined, "Merged and Forwarded Message"],
    [first, '{"text":"看这份"}'],
    [first, "Merged and Forwarded Message"],
    [nested, '{"text":"武宁路 65%"}'],
    [nested, '{"text":"花溪路 3%"}'],
  ]);
  sandbox.control.recall(outer.messageId);
  expect(await itemsOf(outer.messageId)).toMatchObject([{ deleted: true }]);
});

it("takes messages of one chat of one's own that still stand, and mentions nobody", () => {
  const id = says("武宁路 65%");
  const elsewhere = says("内部", OFFICE_GROUP);
  const gone = says("写错了");
  sandbox.control.recall(gone);
  const forward = (from: string, forwarded: string[], more = {}) =>
    sandbox.say({ from, chat: sandbox.privateChat(from), forward: forwarded, ...more });
  expect(() => forward(LI_MIN, [id, elsewhere])).toThrow(/同一个会话/);
  expect(() => forward(WANG_FANG, [elsewhere])).toThrow(/not in the chat/);
  expect(() => forward(LI_MIN, [gone])).toThrow(/撤回/);
  expect(() => forward(LI_MIN, ["om_none"])).toThrow(/no such message/);
  expect(() => forward(LI_MIN, [])).toThrow(/同一个会话/);
  expect(() => forward(LI_MIN, [id], { mentionBot: true })).toThrow(/cannot mention/);
});

it("the page sends one to the bot in private, and shows what is in it", async () => {
  const call = async (path: string, body?: object) => {
    const request = body && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    return (await (await fetch(`${sandbox.url}/page/${path}`, request)).json()) as Record<string, unknown>;
  };
  const { chatId, messageId } = await call("forward", { from: ZHANG_WEI, messages: [says("武宁路 65%")] });
  expect(chatId).toBe(sandbox.privateChat(ZHANG_WEI));
  const state = (await call("state")) as { messages: { messageId: string }[] };
  expect(state.messages.find((one) => one.messageId === messageId)).toMatchObject({
    msgType: "merge_forward",
    forwarded: [{ content: { text: "武宁路 65%" } }],
  });
  expect(await call("forward", { from: ZHANG_WEI, messages: [] })).toMatchObject({
    error: expect.any(String),
  });
});

it("an app without the scope for it reads no message of a group, but those of private chats", async () => {
  const closed = await startSandbox({ readsGroups: false });
  const client = clientOf(closed);
  const read = (id: string) =>
    client.im.v1.message
      .get({ path: { message_id: id } })
      .then((answer) => answer.code)
      .catch((error: { response: { data: { code: number } } }) => error.response.data.code);
  const inGroup = closed.say({ from: LI_MIN, chat: PROJECT_GROUP, text: "武宁路 65%", mentionBot: true });
  const inPrivate = closed.say({ from: LI_MIN, chat: closed.privateChat(LI_MIN), text: "武宁路 65%" });
  expect(await read(inGroup.messageId)).toBe(230027);
  expect(await read(inPrivate.messageId)).toBe(0);
  await closed.close();
});
