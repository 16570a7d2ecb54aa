import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SendOutcome } from "../../src/feishu/api.js";
import { limiter, PLATFORM_LIMITS } from "../../src/feishu/limits.js";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { atOnce } from "../store/suites/parts.js";
import { PostOffice } from "./post-office.js";

let office: PostOffice;
beforeEach(async () => {
  office = await PostOffice.open();
});
afterEach(() => office.close());

/** A platform whose answers are given by hand. */
function byHand() {
  const asked: { lane: string; answer(outcome?: SendOutcome): void }[] = [];
  const send = (row: { lane: string; uuid: string }) =>
    new Promise<SendOutcome>((resolve) => {
      asked.push({
        lane: row.lane,
        answer: (outcome = { kind: "sent", messageId: row.uuid }) => resolve(outcome),
      });
    });
  const upload = async () => ({ kind: "unreachable", reason: "" }) as const;
  return { asked, api: { send, upload } };
}

describe("a chat whose answer hangs", () => {
  it("keeps its order and holds up no other", async () => {
    const { asked, api } = byHand();
    office.sender = office.newSender({ api });
    await office.put("一");
    await office.send("二");
    await expect.poll(() => asked.length).toBe(1);
    for (let i = 1; i <= 3; i += 1) {
      await office.send("甲", { lane: OFFICE_GROUP });
      await expect.poll(() => asked.length).toBe(1 + i);
      asked[i]?.answer();
    }
    expect(asked.map(({ lane }) => lane)).toEqual([PROJECT_GROUP, OFFICE_GROUP, OFFICE_GROUP, OFFICE_GROUP]);
    asked[0]?.answer();
    await expect.poll(() => asked.length).toBe(5);
    expect(asked[4]?.lane).toBe(PROJECT_GROUP);
    asked[4]?.answer();
    await office.nothingWaits();
  });

  it("does not keep another from leaving when its limit is over", async () => {
    const { asked, api } = byHand();
    office.sender = office.newSender({ api, limiter: limiter({ ...PLATFORM_LIMITS, chatPerSecond: 1 }) });
    await office.put("一", { lane: OFFICE_GROUP });
    await office.send("二", { lane: OFFICE_GROUP });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.answer();
    await office.send("不答", { lane: PROJECT_GROUP });
    await expect.poll(() => asked.length).toBe(2);
    // One of them waits for its second, the other for its answer: nobody wakes the sender but its own timer.
    await expect
      .poll(() => asked.map(({ lane }) => lane), { timeout: 2000 })
      .toEqual([OFFICE_GROUP, PROJECT_GROUP, OFFICE_GROUP]);
    for (const { answer } of asked) answer();
    await office.nothingWaits();
  });
});

describe("faults of the store", () => {
  it("while an outcome is written lose no outcome and close no lane", async () => {
    const transaction = vi.spyOn(office.store, "transaction");
    const { asked, api } = byHand();
    office.sender = office.newSender({ api });
    await office.put("一");
    await office.send("二");
    await expect.poll(() => asked.length).toBe(1);
    transaction.mockRejectedValueOnce(new Error("disk full"));
    asked[0]?.answer();
    await office.logged("sender-turn");
    office.sender.wake();
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer();
    await office.nothingWaits();
    expect(asked).toHaveLength(2);
  });

  it("while attempts begin close no lane", async () => {
    await office.put("一");
    vi.spyOn(office.store, "transaction").mockRejectedValueOnce(new Error("disk full"));
    office.sender.wake();
    await office.logged("sender-turn");
    office.sender.wake();
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
  });

  it("while the card's message is looked up are an unclear outcome, not a crash", async () => {
    vi.spyOn(office.store.read.outbox, "messageOfCard").mockRejectedValueOnce(new Error("disk full"));
    await office.send("", { op: "patch", target: "card-9", cardId: "card-9" });
    expect(await office.logged("send-unclear")).toMatchObject({ reason: "Error: disk full" });
  });
});

describe("stop", () => {
  it("lets what is under way end, writes it down, and takes nothing new", async () => {
    const { asked, api } = byHand();
    office.sender = office.newSender({ api });
    await office.put("一");
    await office.send("二");
    await expect.poll(() => asked.length).toBe(1);
    const stopped = office.sender.stop();
    asked[0]?.answer();
    await stopped;
    expect(asked).toHaveLength(1);
    expect(await office.store.read.outbox.waiting()).toBe(1);
    office.sender.wake();
    await pause(20);
    expect(asked).toHaveLength(1);
  });

  it("ends although the outcome cannot be written; the next sender tries the same uuid", async () => {
    const { asked, api } = byHand();
    office.sender = office.newSender({ api });
    await office.send("一");
    await expect.poll(() => asked.length).toBe(1);
    vi.spyOn(office.store, "transaction").mockRejectedValueOnce(new Error("disk full"));
    asked[0]?.answer();
    await office.sender.stop();
    office.sender = office.newSender();
    office.sender.wake();
    await office.nothingWaits();
    expect(office.texts()).toEqual(["一"]);
  });

  it.each(["done", "undone"] as const)("in the middle of it loses and repeats nothing (%s)", async (work) => {
    office.sandbox.control.failNext({ path: /messages$/, effect: { kind: "reset", work } });
    for (let i = 0; i < 10; i += 1) await office.put(`第${i}条`);
    office.sender.wake();
    await office.logged("send-unclear");
    await office.sender.stop();
    office.sender = office.newSender();
    await office.forward(1000);
    await office.nothingWaits();
    expect(office.texts()).toEqual(Array.from({ length: 10 }, (_, i) => `第${i}条`));
  });
});

it("gets everything through, in order, when more waits than the platform takes in a second", async () => {
  office.sandbox.control.setSendLimits(true);
  const lanes = Array.from({ length: 12 }, (_, i) =>
    office.sandbox.control.addChat({ name: `群${i}`, members: [] }),
  );
  for (const { chatId } of lanes)
    for (let i = 0; i < 6; i += 1) await office.put(`第${i}条`, { lane: chatId });
  office.sender = office.newSender({ limiter: limiter(PLATFORM_LIMITS) });
  office.sender.wake();
  await office.nothingWaits();
  const expected = Array.from({ length: 6 }, (_, i) => `第${i}条`);
  for (const { chatId } of lanes) expect(office.texts(chatId)).toEqual(expected);
});

it("asks the table only when something happened", async () => {
  await office.send("一");
  await office.nothingWaits();
  await pause(50);
  const ready = vi.spyOn(office.store.read.outbox, "ready");
  await pause(300);
  expect(ready).not.toHaveBeenCalled();
  ready.mockRestore();
});

it("goes on by its own timer when the head of a lane may be tried again, whatever waits behind it", async () => {
  office.sandbox.control.failNext({ path: /messages$/, effect: { kind: "code", code: 230020 } });
  await office.put("一");
  await office.send("二");
  await office.nothingWaits();
  expect(office.texts()).toEqual(["一", "二"]);
});

it("does not send a change of a card that a newer one has replaced after it was read", async () => {
  const { asked, api } = byHand();
  office.sender = office.newSender({ api });
  const { store } = office;
  const change = { op: "patch", target: "om_1", cardId: "card-1" } as const;
  await office.put("old", change);
  vi.spyOn(store, "transaction").mockImplementationOnce(async (work) => {
    await atOnce(store).outbox.supersedePatches("card-1", office.sandbox.clock.now());
    await office.put("new", { ...change, lane: OFFICE_GROUP });
    return store.transaction(work);
  });
  office.sender.wake();
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]?.lane).toBe(OFFICE_GROUP);
  asked[0]?.answer();
  await office.nothingWaits();
  expect(asked).toHaveLength(1);
});
