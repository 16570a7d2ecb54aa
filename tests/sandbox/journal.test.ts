import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { clientOf, connectBot } from "./bot.js";

let directory: string;
let journal: string;
let sandbox: Sandbox;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "sandbox-"));
  journal = join(directory, "state", "sandbox.jsonl");
  sandbox = await startSandbox({ journal });
});
afterEach(async () => {
  await sandbox.close();
  rmSync(directory, { recursive: true });
});

const report = (text: string) =>
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text, mentionBot: true });
async function restart(): Promise<void> {
  await sandbox.close();
  sandbox = await startSandbox({ journal });
}

it("has written what was answered before the answer", async () => {
  const { messageId } = report("武宁路 65%");
  expect(readFileSync(journal, "utf8")).toContain(messageId);
});

it("goes on after a restart: messages, chats, clock, and ids that never repeat", async () => {
  const tomorrow = sandbox.clock.now() + 86_400_000;
  sandbox.clock.set(tomorrow);
  const first = report("武宁路 65%");
  sandbox.control.mute(PROJECT_GROUP, 230053);
  await restart();
  expect(sandbox.clock.now()).toBeGreaterThanOrEqual(tomorrow);
  expect(sandbox.clock.now()).toBeLessThan(tomorrow + 60_000);
  expect(sandbox.messages(PROJECT_GROUP).map((message) => message.messageId)).toEqual([first.messageId]);
  expect(sandbox.chats().find((chat) => chat.chatId === PROJECT_GROUP)?.muted).toBe(230053);
  expect(report("又一条").messageId).not.toBe(first.messageId);
});

it("delivers after the restart what was not acknowledged before", async () => {
  const { eventId } = report("没人在线");
  await restart();
  const bot = await connectBot(sandbox);
  await sandbox.waitFor(() => (bot.events.length > 0 ? true : undefined));
  expect(bot.events[0]?.event_id).toBe(eventId);
  await bot.close();
});

it("still knows a uuid", async () => {
  const send = () =>
    clientOf(sandbox).im.v1.message.create({
      params: { receive_id_type: "chat_id" },
      data: { receive_id: PROJECT_GROUP, msg_type: "text", content: '{"text":"一次"}', uuid: "u-9" },
    });
  const first = await send();
  await restart();
  expect((await send()).data?.message_id).toBe(first.data?.message_id);
});

it("leaves out a line that a kill cut off, and keeps one line a record", async () => {
  const { messageId } = report("留下的");
  for (const code of [230018, 230053, null]) sandbox.control.mute(PROJECT_GROUP, code);
  await sandbox.close();
  appendFileSync(journal, '{"kind":"message","message":{"messa');
  sandbox = await startSandbox({ journal });
  expect(sandbox.messages(PROJECT_GROUP).map((message) => message.messageId)).toEqual([messageId]);
  const lines = readFileSync(journal, "utf8").trim().split("\n");
  expect(lines.filter((line) => line.includes('"kind":"chat"'))).toHaveLength(3);
});
