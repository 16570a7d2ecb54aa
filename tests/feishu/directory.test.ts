import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { InboundEvent, MessageEvent } from "../../src/bot/events.js";
import type { FeishuApi } from "../../src/feishu/api.js";
import { Directory } from "../../src/feishu/directory.js";
import { openStore, type Repositories, type Store } from "../../src/store/store.js";
import { atOnce } from "../store/suites/parts.js";
import { listeningLog } from "./log.js";

const MINUTE = 60_000;

let folder: string;
let store: Store;
let now: number;
let listening: ReturnType<typeof listeningLog>;
const chat = vi.fn<FeishuApi["chat"]>();
const members = vi.fn<FeishuApi["members"]>();
const onNewGroup = vi.fn(async (_tx: Repositories, _chatId: string) => {});
let directory: Directory;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-directory-"));
  store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  now = 0;
  listening = listeningLog();
  chat.mockReset().mockResolvedValue({ name: "推进群", external: false });
  members.mockReset().mockResolvedValue([{ openId: "ou_zhang", name: "张伟" }]);
  onNewGroup.mockClear();
  directory = new Directory({ chat, members }, store, { now: () => now }, listening.log, onNewGroup);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const message = (more: Partial<MessageEvent> = {}): InboundEvent => ({
  kind: "message",
  messageId: "om_1",
  chatId: "oc_a",
  chatType: "group",
  senderId: "ou_zhang",
  fromOutside: false,
  saidAt: 0,
  text: "",
  mentions: [],
  toBot: true,
  type: "text",
  ...more,
});

it("asks once for a group and its people, and keeps the group", async () => {
  await directory.prepare([message(), message(), message({ senderId: "ou_other" })]);
  await directory.prepare([message()]);
  expect(await store.read.chats.find("oc_a")).toMatchObject({
    name: "推进群",
    external: false,
    type: "group",
  });
  expect(directory.nameOf("ou_zhang")).toBe("张伟");
  expect(directory.nameOf("ou_other")).toBeNull();
  expect([chat, members, onNewGroup].map((asked) => asked.mock.calls.length)).toEqual([1, 1, 1]);
});

it("subscribes no outside group, and asks nothing about a private chat", async () => {
  chat.mockResolvedValue({ name: "外部群", external: true });
  await directory.prepare([message(), message({ chatId: "oc_p", chatType: "p2p" })]);
  expect(onNewGroup).not.toHaveBeenCalled();
  expect(chat).toHaveBeenCalledExactlyOnceWith("oc_a");
  expect(await store.read.chats.find("oc_p")).toMatchObject({ type: "p2p" });
});

it("keeps a chat whole or not at all: what is told that chats have changed is in the same commit", async () => {
  const { transaction } = store;
  vi.spyOn(store, "transaction").mockImplementation((work) =>
    transaction(async (tx) => {
      await work(tx);
      throw new Error("disk full");
    }),
  );
  await directory.prepare([message(), message({ chatId: "oc_p", chatType: "p2p" })]);
  expect(await store.read.chats.find("oc_a")).toBeNull();
  expect(await store.read.chats.find("oc_p")).toBeNull();
  expect(listening.lines.map(({ code }) => code)).toEqual(["directory-settle", "directory-settle"]);
});

it("does not keep a group that could not be given its posts", async () => {
  onNewGroup.mockRejectedValueOnce(new Error("disk full"));
  await directory.prepare([message()]);
  expect(await store.read.chats.find("oc_a")).toBeNull();
});

it("asks for nobody who is registered, or whom a mention has named", async () => {
  const li = { openId: "ou_li", name: "李敏", unit: null, section: null, role: "office" } as const;
  await atOnce(store).people.register(li, "ou_li", 0);
  await directory.prepare([
    message({ senderId: "ou_li", mentions: [{ openId: "ou_wang", name: "王芳" }] }),
    { kind: "click", chatId: "oc_a", messageId: "om_1", clickerId: "ou_wang", fromOutside: false, value: {} },
    { kind: "left", chatId: "oc_a", at: 0 },
  ]);
  expect(members).not.toHaveBeenCalled();
  expect(directory.nameOf("ou_wang")).toBe("王芳");
});

it("a failure costs a name and no turn, and is not repeated at each message", async () => {
  chat.mockRejectedValue(new Error("HTTP 502"));
  members.mockRejectedValue(new Error("HTTP 502"));
  await directory.prepare([message()]);
  await directory.prepare([message()]);
  expect(chat).toHaveBeenCalledTimes(1);
  expect(listening.lines).toMatchObject([
    { code: "directory", what: "chat oc_a", reason: "HTTP 502" },
    { code: "directory", what: "members oc_a" },
  ]);
  now = 10 * MINUTE;
  chat.mockResolvedValue({ name: "推进群", external: false });
  await directory.prepare([message()]);
  expect(await store.read.chats.find("oc_a")).not.toBeNull();
});

it("a slow platform holds the turns up for a second at most; what it tells later is kept", async () => {
  let answer: (told: { name: string; external: boolean }) => void = () => {};
  chat.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const from = performance.now();
  await directory.prepare([message()]);
  expect(performance.now() - from).toBeLessThan(2000);
  expect(await store.read.chats.find("oc_a")).toBeNull();
  answer({ name: "推进群", external: false });
  await expect.poll(() => store.read.chats.find("oc_a")).not.toBeNull();
  expect(onNewGroup).toHaveBeenCalledOnce();
});
