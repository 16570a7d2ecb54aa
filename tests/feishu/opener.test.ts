import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HandedOn, MessageEvent } from "../../src/bot/events.js";
import type { Row } from "../../src/bot/worker.js";
import type { FeishuApi, ReadOutcome } from "../../src/feishu/api.js";
import { recallKey } from "../../src/feishu/decode.js";
import type { Verdict } from "../../src/feishu/errors.js";
import { Opener } from "../../src/feishu/opener.js";
import { openStore, type Store } from "../../src/store/store.js";
import { listeningLog } from "./log.js";

let folder: string;
let store: Store;
const read = vi.fn<FeishuApi["read"]>();
let opener: Opener;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-opener-"));
  store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  read.mockReset().mockResolvedValue(said("武宁路65%"));
  opener = new Opener({
    api: { read },
    store,
    reader: { appId: "cli_a", botOpenId: "ou_bot" },
    nameOf: async () => "张伟",
    log: listeningLog().log,
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const said = (text: string): ReadOutcome => ({
  kind: "read",
  messages: [
    {
      message_id: "om_0",
      msg_type: "text",
      create_time: "7",
      sender: { id: "ou_zhang", id_type: "open_id" },
      body: { content: JSON.stringify({ text }) },
    },
  ],
});
const refused = (verdict: Verdict): ReadOutcome => ({ kind: "refused", verdict, code: 1, reason: "x" });

const event: MessageEvent = {
  kind: "message",
  messageId: "om_1",
  chatId: "oc_a",
  chatType: "group",
  senderId: "ou_li",
  fromOutside: false,
  saidAt: 9,
  text: "记一下",
  mentions: [],
  toBot: true,
  type: "text",
  parentId: "om_0",
};
const row = (more: Partial<MessageEvent> = {}, attempts = 0, seq = 1): Row => ({
  seq,
  lane: "oc_a",
  event: { ...event, ...more },
  receivedAt: 9,
  attempts,
});
const handedOn = async (one: Row): Promise<HandedOn | undefined> => {
  await opener.prepare([one]);
  return one.event.kind === "message" ? one.event.handedOn : undefined;
};

it("asks only for what is handed on", async () => {
  expect(await handedOn(row({ text: "武宁路 65%" }))).toBeUndefined();
  expect(read).not.toHaveBeenCalled();
  expect(await handedOn(row())).toEqual({
    by: "quote",
    is: "read",
    text: "武宁路65%",
    saidAt: 7,
    unread: 0,
    author: { openId: "ou_zhang", name: "张伟" },
  });
  expect(read).toHaveBeenCalledExactlyOnceWith("om_0");
});

it("needs no name for words of one's own", async () => {
  expect(await handedOn(row({ senderId: "ou_zhang" }))).toMatchObject({ author: { name: null } });
});

/** The bot has a copy of the message that is quoted. */
const keepCopy = () => {
  const copy = { ...event, messageId: "om_0", senderId: "ou_wang", text: "花溪路3%", saidAt: 5 };
  return store.keep([{ key: "om_0", eventId: null, lane: "oc_a", event: copy }], 0);
};

it("takes the bot's own copy, of the same chat only, where the platform refuses", async () => {
  await keepCopy();
  expect(await handedOn(row())).toMatchObject({ text: "武宁路65%" });
  read.mockResolvedValue(refused("permanent"));
  expect(await handedOn(row())).toMatchObject({ text: "花溪路3%", saidAt: 5, author: { openId: "ou_wang" } });
  expect(await handedOn(row({ chatId: "oc_b" }))).toMatchObject({ is: "closed" });
  read.mockResolvedValue({ kind: "unclear", reason: "x" });
  expect(await handedOn(row())).toMatchObject({ is: "awaited" });
  expect(await handedOn(row({}, 14))).toMatchObject({ is: "silent" });
});

it("takes no copy of what was taken back", async () => {
  await keepCopy();
  read.mockResolvedValue(refused("no-original"));
  expect(await handedOn(row())).toMatchObject({ is: "gone" });
  read.mockResolvedValue(refused("blocked"));
  const recalled = { kind: "recalled", chatId: "oc_a", messageId: "om_0" };
  await store.keep([{ key: recallKey("om_0"), eventId: "e", lane: "oc_a", event: recalled }], 0);
  expect(await handedOn(row())).toMatchObject({ is: "gone" });
});

it.each<[ReadOutcome, HandedOn["is"]]>([
  [refused("permanent"), "closed"],
  [refused("blocked"), "closed"],
  [refused("chat-gone"), "closed"],
  [refused("no-original"), "gone"],
  [refused("retry"), "awaited"],
  [refused("token"), "awaited"],
  [{ kind: "unreachable", reason: "x" }, "awaited"],
  [{ kind: "unclear", reason: "x" }, "awaited"],
])("%o means %s", async (outcome, is) => {
  read.mockResolvedValue(outcome);
  expect(await handedOn(row())).toEqual({ by: "quote", is });
});

it("awaits an answer as long as any row is given, and asks anew each time", async () => {
  read.mockResolvedValue({ kind: "unclear", reason: "x" });
  for (const attempts of [0, 3, 13])
    expect(await handedOn(row({}, attempts))).toMatchObject({ is: "awaited" });
  expect(await handedOn(row({}, 14))).toMatchObject({ is: "silent" });
  expect(read).toHaveBeenCalledTimes(4);
});

it("holds the turns up for a moment only; an answer that comes later is there at the next attempt", async () => {
  let answer: (outcome: ReadOutcome) => void = () => {};
  read.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const from = performance.now();
  expect(await handedOn(row())).toMatchObject({ is: "awaited" });
  expect(performance.now() - from).toBeLessThan(900);
  answer(said("花溪路3%"));
  expect(await handedOn(row({}, 1))).toMatchObject({ text: "花溪路3%" });
  expect(read).toHaveBeenCalledTimes(1);
  read.mockResolvedValue(said("改过了"));
  expect(await handedOn(row())).toMatchObject({ text: "改过了" });
});

it("a refusal that comes late is there at the next attempt, too", async () => {
  let answer: (outcome: ReadOutcome) => void = () => {};
  read.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  expect(await handedOn(row())).toMatchObject({ is: "awaited" });
  answer(refused("permanent"));
  expect(await handedOn(row({}, 1))).toMatchObject({ is: "closed" });
  expect(read).toHaveBeenCalledTimes(1);
});

it("an answer that comes during the turn changes neither that turn nor a later one", async () => {
  let answer: (outcome: ReadOutcome) => void = () => {};
  read.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const last = row({}, 14);
  expect(await handedOn(last)).toMatchObject({ is: "silent" });
  answer(said("花溪路3%"));
  await new Promise(setImmediate);
  expect(last.event).toMatchObject({ handedOn: { is: "silent" } });
  read.mockResolvedValue(said("改过了"));
  expect(await handedOn(row({ messageId: "om_2" }, 0, 2))).toMatchObject({ text: "改过了" });
  expect(await handedOn(row({}, 1))).toMatchObject({ text: "改过了" });
});

it("a fault of its own costs the row a sentence at last, and never the other turns", async () => {
  read.mockImplementation(async (messageId) => {
    if (messageId === "om_bad") throw new Error("bug");
    return said("武宁路65%");
  });
  const prepared = async (attempts: number) => {
    const rows = [
      row({ parentId: "om_bad" }, attempts, 1),
      { ...row({}, 0, 2), lane: "oc_b" },
      row({ text: "武宁路 65%" }, 0, 3),
    ];
    await opener.prepare(rows);
    return rows.map(({ event }) => (event.kind === "message" ? event.handedOn?.is : "no message"));
  };
  expect(await prepared(0)).toEqual(["awaited", "read", undefined]);
  expect(await prepared(14)).toEqual(["silent", "read", undefined]);
});
