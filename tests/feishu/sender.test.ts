import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP, XIAO_LIU, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { PostOffice } from "./post-office.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MESSAGES = "/im/v1/messages";

let office: PostOffice;
beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

const fail = (effect: Parameters<typeof office.sandbox.control.failNext>[0]["effect"], times = 1) =>
  office.sandbox.control.failNext({ path: MESSAGES, times, effect });
const aside = async () => (await office.store.read.outbox.aside(1))[0];

describe("what is sent", () => {
  it("creates, replies, reaches a person, and changes a card by the card's id", async () => {
    const said = office.sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路 65%" });
    const card = (words: string) =>
      JSON.stringify({
        schema: "2.0",
        config: { update_multi: true },
        body: { elements: [{ tag: "markdown", content: words }] },
      });
    const interactive = { msgType: "interactive", cardId: "card-1" } as const;
    await office.put("", { ...interactive, op: "reply", target: said.messageId, content: card("60%") });
    await office.put("", { ...interactive, op: "patch", target: "card-1", content: card("65%") });
    await office.send("您好", { lane: XIAO_LIU });
    await office.nothingWaits();
    const [answer] = await office.sandbox.answersTo(said.messageId);
    expect(answer).toMatchObject({ text: "65%", patches: 1 });
    expect(office.texts(office.sandbox.privateChat(XIAO_LIU))).toEqual(["您好"]);
    expect(await office.store.read.outbox.messageOfCard("card-1")).toBe(answer?.messageId);
  });

  it("leaves in order per chat", async () => {
    const words = Array.from({ length: 20 }, (_, i) => `第${i}条`);
    for (const word of words) {
      await office.put(word);
      await office.send(word, { lane: OFFICE_GROUP });
    }
    await office.nothingWaits();
    expect(office.texts(PROJECT_GROUP)).toEqual(words);
    expect(office.texts(OFFICE_GROUP)).toEqual(words);
  });
});

describe("an answer that does not come", () => {
  it("is tried again with the same uuid: what was done is not done twice", async () => {
    fail({ kind: "reset", work: "done" });
    await office.put("一");
    await office.send("二");
    await office.logged("send-unclear");
    expect(office.texts()).toEqual(["一"]);
    await office.forward(SECOND);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一", "二"]);
  });

  it("and what was not done is done then", async () => {
    fail({ kind: "reset", work: "undone" });
    await office.send("一");
    await office.logged("send-unclear");
    expect(office.texts()).toEqual([]);
    await office.forward(SECOND);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
  });

  it("after 55 minutes is left to a person, and the chat goes on", async () => {
    fail({ kind: "reset", work: "done" });
    await office.put("一");
    await office.send("二");
    await office.logged("send-unclear");
    await office.forward(56 * MINUTE);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一", "二"]);
    expect(await aside()).toMatchObject({
      status: "uncertain",
      reason: expect.stringContaining("请到群里核对"),
    });
  });

  it("stays unclear through a later refusal, so that a repeat after the hour cannot become a second message", async () => {
    fail({ kind: "reset", work: "done" });
    await office.send("一");
    await office.logged("send-unclear");
    fail({ kind: "code", code: 230020 });
    await office.forward(54 * MINUTE);
    await office.logged("send-later");
    await office.forward(10 * MINUTE);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
    expect(await aside()).toMatchObject({ status: "uncertain" });
  });

  it("of a gateway, or of a proxy that answers in its own words, is unclear too", async () => {
    fail({ kind: "http", status: 502 });
    fail({ kind: "http", status: 200 });
    fail({ kind: "code", code: 2200, status: 500 });
    await office.send("一");
    for (let times = 1; times <= 3; times += 1) {
      await office.logged("send-unclear", times);
      await office.forward(8 * SECOND);
    }
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
  });
});

describe("a refusal", () => {
  it("99991400 holds everything back for as long as the platform says", async () => {
    const headers = { "x-ogw-ratelimit-reset": "7" };
    fail({ kind: "code", code: 99991400, status: 429, headers });
    await office.send("一");
    await office.logged("send-later");
    await office.send("二", { lane: OFFICE_GROUP });
    await office.forward(6 * SECOND);
    await office.sandbox.idle();
    expect([...office.texts(), ...office.texts(OFFICE_GROUP)]).toEqual([]);
    await office.forward(SECOND);
    await office.nothingWaits();
    expect([...office.texts(), ...office.texts(OFFICE_GROUP)]).toEqual(["一", "二"]);
  });

  it("230020 holds its chat back, and no other", async () => {
    fail({ kind: "code", code: 230020 });
    await office.put("一");
    await office.send("二");
    await office.logged("send-later");
    await office.send("三", { lane: OFFICE_GROUP });
    await office.sandbox.nextBotMessage({ chat: OFFICE_GROUP });
    expect(office.texts()).toEqual([]);
    await office.forward(SECOND);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一", "二"]);
  });

  it("99991663 costs one new token, for all who met it together", async () => {
    await office.send("一");
    await office.nothingWaits();
    office.sandbox.control.expireTokens();
    await office.put("二");
    await office.send("三", { lane: OFFICE_GROUP });
    await office.nothingWaits();
    expect([...office.texts(), ...office.texts(OFFICE_GROUP)]).toEqual(["一", "二", "三"]);
    expect(office.log.lines.filter(({ code }) => String(code).startsWith("send-"))).toEqual([]);
  });

  it.each([
    [99991401, "这台机器的地址不在应用的白名单里（99991401）", 3],
    [99991403, "本月调用次数已用完（99991403）", 3],
    [99991672, "应用缺少权限（99991672）", 2],
  ])(
    "%d waits for an administrator: told once, tried again with long pauses, and nothing is lost",
    async (code, reason, times) => {
      fail({ kind: "code", code }, times);
      await office.send("一");
      expect(await office.logged("send-blocked")).toMatchObject({ level: 50, reason });
      await office.send("二", { lane: OFFICE_GROUP });
      await office.forward(9 * MINUTE);
      await office.sandbox.idle();
      expect([...office.texts(), ...office.texts(OFFICE_GROUP)]).toEqual([]);
      await vi.waitFor(async () => {
        await office.forward(10 * MINUTE);
        await office.sandbox.idle();
        expect(await office.store.read.outbox.waiting()).toBe(0);
      });
      expect([...office.texts(), ...office.texts(OFFICE_GROUP)]).toEqual(["一", "二"]);
      expect(office.log.lines.filter((line) => line.code === "send-blocked")).toHaveLength(1);
    },
  );

  it("of the secret costs no message: it leaves once there is a token", async () => {
    office.sandbox.control.failNext({ path: "/auth/v3", effect: { kind: "code", code: 10014, status: 200 } });
    await office.send("一");
    expect(await office.logged("send-later")).toMatchObject({
      reason: "没有拿到访问凭证：App Secret 不对（10014）",
    });
    await office.forward(SECOND);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
  });

  it("because the original was recalled: it is sent without the reply", async () => {
    const said = office.sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "说错了" });
    office.sandbox.control.recall(said.messageId);
    await office.send("收到", { op: "reply", target: said.messageId });
    await office.nothingWaits();
    const sent = office.sandbox.messages(PROJECT_GROUP).filter(({ fromBot }) => fromBot);
    expect(sent.map(({ text, parentId }) => [text, parentId])).toEqual([["收到", undefined]]);
  });

  it.each([
    [() => office.sandbox.control.removeBot(PROJECT_GROUP), "机器人不在群里（230002）"],
    [() => office.sandbox.control.mute(PROJECT_GROUP, 230053), "机器人在群里被禁言（230053）"],
    [() => office.sandbox.control.disband(PROJECT_GROUP), "群已解散（232009）"],
    [() => fail({ kind: "code", code: 230025 }), "消息过长（230025）"],
  ])("that is for ever puts the message aside with a Chinese reason: %#", async (mischief, reason) => {
    mischief();
    await office.send("一");
    await office.nothingWaits();
    expect(await aside()).toMatchObject({ status: "dead", lane: PROJECT_GROUP, reason });
    expect(await office.logged("send-dead")).toMatchObject({ level: 50, reason });
  });

  it("lasts a day at most", async () => {
    fail({ kind: "code", code: 230020 });
    await office.send("一");
    await office.logged("send-later");
    await office.forward(25 * 60 * MINUTE);
    await office.nothingWaits();
    expect(await aside()).toMatchObject({ status: "dead", reason: "一天内没有发出" });
  });
});

it("a change of a card that never left is put aside", async () => {
  const warn = vi.spyOn(office.log.log, "error");
  await office.send("", { op: "patch", target: "card-9", cardId: "card-9" });
  await office.nothingWaits();
  expect(await aside()).toMatchObject({ status: "dead", reason: "要更新的卡片没有发出" });
  expect(warn).toHaveBeenCalled();
});

describe("what leaves only in posting hours", () => {
  const HOUR = 60 * MINUTE;

  /** Posts may leave again in two hours. */
  async function closed(): Promise<void> {
    await office.sender.stop();
    const opens = office.sandbox.clock.now() + 2 * HOUR;
    office.sender = office.newSender({ postsFrom: (now) => Math.max(now, opens) });
  }

  it("waits for them, and what people have asked for does not wait behind it", async () => {
    await closed();
    await office.put("摘要", { inHours: true, expiresAt: office.sandbox.clock.now() + 20 * HOUR });
    await office.put("答一");
    await office.send("答二");
    await expect.poll(() => office.texts(), { interval: 5 }).toEqual(["答一", "答二"]);
    await office.forward(HOUR);
    await expect.poll(() => office.store.read.outbox.hasHeld()).toBe(true);
    await office.forward(HOUR);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["答一", "答二", "摘要"]);
  });

  it("may wait for longer than a day where it still makes sense", async () => {
    await closed();
    await office.send("摘要", { inHours: true, expiresAt: office.sandbox.clock.now() + 80 * HOUR });
    await office.forward(70 * HOUR);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["摘要"]);
  });

  it("is put aside with the reason once it makes no sense any more, and the chat goes on", async () => {
    await closed();
    await office.put("今天开会", { inHours: true, expiresAt: office.sandbox.clock.now() + HOUR });
    await office.send("摘要", { inHours: true, expiresAt: office.sandbox.clock.now() + 20 * HOUR });
    await office.forward(2 * HOUR);
    await office.nothingWaits();
    expect(office.texts()).toEqual(["摘要"]);
    expect(await aside()).toMatchObject({ status: "dead", reason: "没有及时发出，过了时候，再发没有意义" });
  });

  it("is looked at again when posting hours begin, and not before", async () => {
    await closed();
    const asked: number[] = [];
    const { outbox } = office.store.read;
    const { ready } = outbox;
    outbox.ready = (now, ...rest) => {
      asked.push(now);
      return ready(now, ...rest);
    };
    await office.send("摘要", { inHours: true, expiresAt: office.sandbox.clock.now() + 20 * HOUR });
    await expect.poll(() => asked.length, { interval: 5 }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked.length).toBeLessThan(4);
  });
});
