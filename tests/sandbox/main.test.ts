import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";

const MAIN = fileURLToPath(new URL("../../src/sandbox/main.ts", import.meta.url));

interface Ready {
  type: "ready";
  url: string;
  appId: string;
  appSecret: string;
  now: number;
}

let directory: string;
let child: ChildProcess;

async function start(options: object): Promise<Ready> {
  child = fork(MAIN, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, SANDBOX_OPTIONS: JSON.stringify(options) },
  });
  const [message] = (await once(child, "message")) as [Ready];
  return message;
}

const say = async (url: string, text: string): Promise<{ messageId: string }> => {
  const body = JSON.stringify({ from: ZHANG_WEI, chat: PROJECT_GROUP, text, mentionBot: true });
  const response = await fetch(`${url}/page/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return (await response.json()) as { messageId: string };
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => {
  child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

it("tells its parent when it is ready and what time it is, and ends with it", async () => {
  const ready = await start({});
  expect(ready).toMatchObject({ type: "ready", url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  const [clock] = (await once(child, "message")) as [{ type: string; now: number }];
  expect(clock.type).toBe("clock");
  expect(clock.now).toBeGreaterThanOrEqual(ready.now);
  const ended = once(child, "exit");
  child.disconnect();
  expect((await ended)[0]).toBe(0);
});

it("loses nothing that was answered when it is killed", async () => {
  const journal = join(directory, "sandbox.jsonl");
  const { url } = await start({ journal });
  const said = await Promise.all(Array.from({ length: 20 }, (_, i) => say(url, `第${i}条`)));
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
  const written = readFileSync(journal, "utf8");
  for (const { messageId } of said) expect(written).toContain(messageId);
  const again = await start({ journal });
  const state = (await (await fetch(`${again.url}/page/state`)).json()) as {
    messages: { messageId: string }[];
  };
  expect(state.messages.map((message) => message.messageId).sort()).toEqual(
    said.map((one) => one.messageId).sort(),
  );
});
