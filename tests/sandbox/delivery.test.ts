import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import {
  LI_MIN,
  OFFICE_GROUP,
  OTHER_TENANT_KEY,
  PROJECT_GROUP,
  ZHANG_WEI,
  ZHOU_QIANG,
} from "../../src/sandbox/scene.js";
import { connectBot, type TestBot } from "./bot.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let sandbox: Sandbox;
let bot: TestBot;

beforeEach(async () => {
  sandbox = await startSandbox({ answerWithinMs: 200 });
  bot = await connectBot(sandbox);
});
afterEach(async () => {
  await bot.close();
  await sandbox.close();
});

const report = (text = "武宁路 65%") =>
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text, mentionBot: true });
const forward = (ms: number) => sandbox.clock.set(sandbox.clock.now() + ms);
const outcomes = (eventId: string | undefined) =>
  sandbox.control.attempts(eventId ?? "").map((attempt) => attempt.outcome);
const attempted = (eventId: string | undefined, times: number) =>
  sandbox.waitFor(() => (outcomes(eventId).length >= times ? outcomes(eventId) : undefined));

describe("what the bot hears", () => {
  it("a mention, as the platform writes it", async () => {
    const said = report();
    expect(await attempted(said.eventId, 1)).toEqual(["acknowledged"]);
    expect(bot.events).toMatchObject([
      {
        event_id: said.eventId,
        event_type: "im.message.receive_v1",
        sender: { sender_id: { open_id: ZHANG_WEI }, sender_type: "user" },
        message: {
          message_id: said.messageId,
          chat_id: PROJECT_GROUP,
          chat_type: "group",
          message_type: "text",
          content: JSON.stringify({ text: "@_user_1 武宁路 65%" }),
          mentions: [{ key: "@_user_1", name: "靠谱", id: { open_id: sandbox.bot.openId } }],
          create_time: expect.stringMatching(/^\d{13}$/),
        },
      },
    ]);
  });

  it("in a group nothing without a mention, in private everything", async () => {
    expect(sandbox.say({ from: LI_MIN, chat: PROJECT_GROUP, text: "大家好" }).eventId).toBeUndefined();
    expect(
      sandbox.say({ from: LI_MIN, chat: PROJECT_GROUP, text: "通知", mentionAll: true }).eventId,
    ).toBeUndefined();
    const said = sandbox.say({ from: LI_MIN, chat: sandbox.privateChat(LI_MIN), text: "你好" });
    await attempted(said.eventId, 1);
    expect(bot.events).toMatchObject([{ message: { chat_type: "p2p" } }]);
  });

  it("with the scope for it, everything in a group too", async () => {
    const open = await startSandbox({ groupMessages: true });
    const said = open.say({ from: LI_MIN, chat: PROJECT_GROUP, text: "大家好" });
    expect(said.eventId).toBeDefined();
    await open.close();
  });

  it("mentions where they stand, other kinds, other speakers", async () => {
    const typed = sandbox.say({
      from: LI_MIN,
      chat: PROJECT_GROUP,
      text: "请 @张伟 今天报给 @靠谱",
      mentionBot: true,
      mentions: [ZHANG_WEI],
      createTime: sandbox.clock.now() - HOUR,
    });
    const post = sandbox.say({
      from: LI_MIN,
      chat: PROJECT_GROUP,
      other: { type: "post", content: { title: "周报", content: [[{ tag: "text", text: "武宁路 65%" }]] } },
      mentionBot: true,
      replyTo: typed.messageId,
    });
    const foreign = sandbox.say({
      from: ZHOU_QIANG,
      chat: sandbox.privateChat(ZHOU_QIANG),
      text: "地价多少",
      tenantKey: OTHER_TENANT_KEY,
    });
    const app = sandbox.say({
      from: "cli_0123456789abcdef",
      as: "app",
      chat: PROJECT_GROUP,
      text: "我也是机器人",
      mentionBot: true,
    });
    for (const said of [typed, post, foreign, app]) await attempted(said.eventId, 1);
    const event = (eventId: string | undefined) => bot.events.find((one) => one.event_id === eventId);
    expect(event(typed.eventId)).toMatchObject({
      message: {
        content: JSON.stringify({ text: "请 @_user_1 今天报给 @_user_2" }),
        mentions: [{ name: "张伟" }, { name: "靠谱" }],
      },
    });
    expect(event(post.eventId)).toMatchObject({
      message: {
        message_type: "post",
        parent_id: typed.messageId,
        root_id: typed.messageId,
        content: expect.stringMatching(/"user_id":"@_user_1"/),
      },
    });
    expect(event(foreign.eventId)).toMatchObject({ tenant_key: OTHER_TENANT_KEY });
    expect(event(app.eventId)).toMatchObject({ sender: { sender_type: "app" } });
  });

  it("recalls, coming and going, a disbanded chat, the menu", async () => {
    const { control } = sandbox;
    const said = report();
    const events = [
      control.recall(said.messageId),
      control.removeBot(OFFICE_GROUP),
      control.addBot(OFFICE_GROUP),
      control.disband(OFFICE_GROUP),
      control.pressMenu(LI_MIN, "help"),
    ];
    for (const eventId of events) await attempted(eventId, 1);
    expect(bot.events.map((event) => event.event_type)).toEqual([
      "im.message.receive_v1",
      "im.message.recalled_v1",
      "im.chat.member.bot.deleted_v1",
      "im.chat.member.bot.added_v1",
      "im.chat.disbanded_v1",
      "application.bot.menu_v6",
    ]);
  });
});

describe("at least once", () => {
  it("comes again after 15 s, 5 min, 1 h and 6 h until it is acknowledged", async () => {
    bot.onEvent = () => Promise.reject(new Error("not today"));
    const { eventId } = report();
    for (const [done, pause] of [15 * SECOND, 5 * MINUTE, HOUR, 6 * HOUR].entries()) {
      await attempted(eventId, done + 1);
      forward(pause - SECOND);
      expect(outcomes(eventId)).toHaveLength(done + 1);
      forward(2 * SECOND);
    }
    expect(await attempted(eventId, 5)).toEqual(["refused", "refused", "refused", "refused", "refused"]);
    expect(sandbox.control.pending()).toEqual([]);
    expect(new Set(bot.events.map((event) => event.event_id))).toEqual(new Set([eventId]));
  });

  it("comes again when the answer is late, or lost", async () => {
    let answer: () => void = () => {};
    bot.onEvent = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      });
    const late = report();
    expect(await attempted(late.eventId, 1)).toEqual(["unanswered"]);
    answer();
    bot.onEvent = () => undefined;
    forward(16 * SECOND);
    expect(await attempted(late.eventId, 2)).toEqual(["unanswered", "acknowledged"]);
    sandbox.control.ignoreAnswers();
    const lost = report();
    expect(await attempted(lost.eventId, 1)).toEqual(["unanswered"]);
  });

  it("comes twice, or long after, on demand", async () => {
    sandbox.control.doubleNext();
    const said = report();
    await attempted(said.eventId, 2);
    forward(7 * HOUR);
    expect(await sandbox.control.redeliver(said.eventId ?? "")).toBe("acknowledged");
    expect(bot.events).toHaveLength(3);
  });

  it("is over when the bot has answered and done its calls", async () => {
    bot.onEvent = (event) => {
      const { message_id } = event.message as { message_id: string };
      void bot.client.im.v1.message.reply({
        path: { message_id },
        data: { msg_type: "text", content: '{"text":"收到"}' },
      });
    };
    const said = report();
    await sandbox.idle();
    expect(outcomes(said.eventId)).toEqual(["acknowledged"]);
    expect(sandbox.messages(PROJECT_GROUP).map((message) => message.text)).toEqual([
      "@靠谱 武宁路 65%",
      "收到",
    ]);
  });

  it("waits for a connection", async () => {
    await bot.close();
    const said = report();
    expect(outcomes(said.eventId)).toEqual([]);
    bot = await connectBot(sandbox);
    expect(await attempted(said.eventId, 1)).toEqual(["acknowledged"]);
  });

  it("survives a cut line and a half-dead one", async () => {
    await bot.close();
    bot = await connectBot(sandbox, { pingTimeout: 0.1 });
    sandbox.control.freezeConnections();
    const said = report();
    expect(await attempted(said.eventId, 1)).toEqual(["unanswered"]);
    sandbox.control.dropConnections();
    forward(16 * SECOND);
    expect(await attempted(said.eventId, 2)).toEqual(["unanswered", "acknowledged"]);
  });
});
