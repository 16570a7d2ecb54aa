import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../src/paths.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../src/sandbox/scene.js";
import { openStore } from "../src/store/store.js";

/** by its address, because the program is started in a folder of its own */
const TSX = pathToFileURL(join(ROOT, "node_modules/tsx/dist/loader.mjs")).href;

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-start-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const SANDBOX = () => ({ DATABASE_URL: `sqlite:${join(folder, "sandbox.sqlite")}`, PORT: "0" });

function program(env: Record<string, string>): ChildProcess {
  const child = spawn("node", ["--import", TSX, join(ROOT, "src/main.ts")], {
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

describe("a second sandbox on the same data", () => {
  it("is refused while the first one runs", async () => {
    await address(program(SANDBOX()));
    const { code, error } = await said(program(SANDBOX()));
    expect(code).toBe(1);
    expect(error).toContain("沙盒已经在运行");
  });
});
