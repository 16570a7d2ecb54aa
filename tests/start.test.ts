import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PROJECT_GROUP, ZHANG_WEI } from "../src/sandbox/scene.js";
import { openStore } from "../src/store/store.js";
import { type Transpiled, transpiled } from "./support/transpiled.js";

let built: Transpiled;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  built = await transpiled();
});

afterAll(() => built.remove());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-start-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const SANDBOX = () => ({ DATABASE_URL: `sqlite:${join(folder, "sandbox.sqlite")}`, PORT: "0" });

function program(env: Record<string, string>): ChildProcess {
  const child = spawn("node", [built.main], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  children.push(child);
  return child;
}

/** Waits for an address that stands on a line of its own. */
async function address(child: ChildProcess): Promise<string> {
  let printed = "";
  for await (const data of child.stdout ?? []) {
    printed += String(data);
    const line = /^(http:\/\/\S+)$/m.exec(printed)?.[1];
    if (line) return line;
  }
  throw new Error(`no address was printed: ${printed}`);
}

async function said(child: ChildProcess): Promise<{ code: number | null; error: string }> {
  let error = "";
  child.stderr?.on("data", (data) => {
    error += String(data);
  });
  const [code] = await once(child, "close");
  return { code, error };
}

const post = (url: string, body: object) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(url).origin },
    body: JSON.stringify(body),
  });

interface Shown {
  sender: { type: string };
  content: object;
}

async function botCards(url: string): Promise<string[]> {
  const state = (await (await fetch(`${url}/page/state`)).json()) as { messages: Shown[] };
  return state.messages
    .filter(({ sender }) => sender.type === "app")
    .map(({ content }) => JSON.stringify(content));
}

describe("npm start without settings", () => {
  it("makes of a message typed on the page a ledger row and a card, and keeps both over a kill -9", async () => {
    const first = program(SANDBOX());
    const url = await address(first);
    expect(await (await fetch(url)).text()).toContain("靠谱");
    const typed = await post(`${url}/page/say`, {
      from: ZHANG_WEI,
      chat: PROJECT_GROUP,
      text: "@靠谱 武宁路 形象进度65%",
      mentionBot: true,
    });
    expect(typed.status).toBe(200);
    await expect
      .poll(() => botCards(url), { timeout: 10_000 })
      .toContainEqual(expect.stringContaining("60% → **65%**"));
    first.kill("SIGKILL");
    await once(first, "exit");

    const store = await openStore(SANDBOX().DATABASE_URL);
    const [latest] = await store.read.ledger.latest("S-06", 1);
    expect(latest).toMatchObject({ measure: "percent", value: 65, saidByName: "张伟" });
    await store.close();

    const second = program(SANDBOX());
    const again = await address(second);
    expect((await botCards(again)).filter((text) => text.includes("60% → **65%**"))).toHaveLength(1);
  });

  it("leaves a database that holds made-up figures to the sandbox alone", async () => {
    const sandbox = program(SANDBOX());
    const url = await address(sandbox);
    const real = program({
      ...SANDBOX(),
      FEISHU_APP_ID: "cli_0123456789abcdef",
      FEISHU_APP_SECRET: "secret",
      FEISHU_DOMAIN: url,
    });
    const { code, error } = await said(real);
    expect(code).toBe(1);
    expect(error).toContain("演示数据");
  });
});

describe("npm start with wrong settings", () => {
  it("lists every fault, ends with 1, and shows no stack trace", async () => {
    const { code, error } = await said(program({ FEISHU_APP_ID: "x", FEISHU_MODE: "push", PORT: "abc" }));
    expect(code).toBe(1);
    for (const name of ["FEISHU_APP_ID", "FEISHU_APP_SECRET", "FEISHU_MODE", "PORT"])
      expect(error).toContain(name);
    expect(error).not.toMatch(/^\s+at /m);
  });
});

describe("npm start in a place that does not fit", () => {
  const lines = (text: string) => text.trim().split("\n");

  it("says in one line that the sandbox's port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, error } = await said(program({ ...SANDBOX(), SANDBOX_PORT: String(port) }));
    other.close();
    expect(code).toBe(1);
    expect(lines(error)).toEqual([`沙盒没能启动：端口 ${port} 被占用，请换一个 PORT 或 SANDBOX_PORT`]);
  });

  // A file where a folder should be: root may write anywhere, so that permissions would not do.
  it("says that the data folder cannot be written", async () => {
    writeFileSync(join(folder, "data"), "");
    const { code, error } = await said(program({ PORT: "0" }));
    expect(code).toBe(1);
    expect(lines(error)).toEqual([
      expect.stringMatching(/^沙盒没能启动：数据目录 \.\/data 写不了（E[A-Z]+）/),
    ]);
  });

  it("says the same when only the sandbox's own file cannot be", async () => {
    mkdirSync(join(folder, "data/sandbox-feishu.jsonl"), { recursive: true });
    const { code, error } = await said(program({ PORT: "0" }));
    expect(code).toBe(1);
    expect(lines(error)).toEqual([expect.stringContaining("数据目录 ./data 写不了（EISDIR）")]);
  });

  it("keeps the sandbox on this machine, whatever HOST says", async () => {
    expect(await address(program({ ...SANDBOX(), HOST: "0.0.0.0" }))).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });
});

describe("a sandbox that dies", () => {
  it("takes the bot with it, with a sentence and 1", async () => {
    const bot = program(SANDBOX());
    await address(bot);
    const ended = said(bot);
    process.kill(childOf(bot), "SIGKILL");
    expect(await ended).toEqual({
      code: 1,
      error: "沙盒意外结束了（SIGKILL），靠谱也停下。已记的账都在，请重新启动\n",
    });
  });

  it("leaves Ctrl-C to the bot, which stops in order", async () => {
    const bot = program(SANDBOX());
    await address(bot);
    const ended = said(bot);
    process.kill(childOf(bot), "SIGINT");
    bot.kill("SIGINT");
    expect(await ended).toEqual({ code: 0, error: "" });
  });
});

/** The sandbox's process of a program. */
function childOf(parent: ChildProcess): number {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const line of stdout.split("\n")) {
    const [, pid, ppid, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(ppid) === parent.pid && args.includes("sandbox/main")) return Number(pid);
  }
  throw new Error("it has no sandbox");
}

describe("a second sandbox on the same data", () => {
  it("is refused while the first one runs", async () => {
    await address(program(SANDBOX()));
    const { code, error } = await said(program(SANDBOX()));
    expect(code).toBe(1);
    expect(error).toContain("沙盒已经在运行");
  });
});
