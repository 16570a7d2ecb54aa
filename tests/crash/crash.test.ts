import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Step } from "../../src/compose.js";
import { ROOT } from "../../src/paths.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { prepareDatabase } from "../../src/seeding/prepare-database.js";
import { openStore, type Store } from "../../src/store/store.js";
import type { Part } from "./bot-process.js";

/** The steps a message goes through, in their order. */
const MESSAGE_STEPS: Step[] = [
  "event.received",
  "inbox.kept",
  "event.acknowledged",
  "turn.begun",
  "turn.written",
  "turn.committed",
  "send.begun",
  "send.answered",
  "send.recorded",
];
/** A click is not delivered again by the platform, so it counts from the moment it is kept. */
const CLICK_STEPS: Step[] = [
  "inbox.kept",
  "turn.begun",
  "turn.written",
  "turn.committed",
  "send.begun",
  "send.answered",
];
const POST_STEPS: Step[] = ["run.claimed", "run.committed", "send.begun", "send.answered"];

const TUESDAY = Date.parse("2022-09-20T10:00:00+08:00");
const MONDAY_DIGEST = Date.parse("2022-09-26T09:10:00+08:00");

/** the demonstration year, written once and copied for each test */
let template: string;
let folder: string;
let sandbox: Sandbox;
let children: ChildProcess[];

/** One file, so that a process is up in half a second: this test starts some forty of them. */
const PROGRAM = join(ROOT, `node_modules/.cache/kaopu/crash-${process.pid}.mjs`);

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL("./bot-process.ts", import.meta.url))],
    outfile: PROGRAM,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  template = join(mkdtempSync(join(tmpdir(), "kaopu-crash-")), "office.sqlite");
  const store = await openStore(`sqlite:${template}`);
  await prepareDatabase(store, { isSandbox: true, now: TUESDAY });
  await store.close();
});

afterAll(() => {
  rmSync(dirname(template), { recursive: true, force: true });
  rmSync(PROGRAM, { force: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-crash-"));
  copyFileSync(template, join(folder, "office.sqlite"));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const databaseUrl = () => `sqlite:${join(folder, "office.sqlite")}`;

async function open(startAt: number): Promise<void> {
  sandbox = await startSandbox({ sendLimits: false, startAt });
}

async function startBot(
  diesAt?: Step,
  when: Pick<Part, "settlesFirst" | "diesWhenTold"> = {},
): Promise<ChildProcess> {
  const part: Part = {
    domain: sandbox.url,
    appId: sandbox.appId,
    appSecret: sandbox.appSecret,
    databaseUrl: databaseUrl(),
    now: sandbox.clock.now(),
    ...(diesAt ? { diesAt } : {}),
    ...when,
  };
  const child = fork(PROGRAM, [], {
    execArgv: [],
    env: { ...process.env, PART: JSON.stringify(part) },
  });
  children.push(child);
  await once(child, "message");
  return child;
}

async function isDead(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

/** What is in the ledger, and that nothing is left over, once all is quiet. */
async function inTheEnd<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(databaseUrl());
  try {
    await expect.poll(() => store.read.inbox.nextAt(), { timeout: 5000 }).toBeNull();
    await expect.poll(() => store.read.outbox.nextAt(), { timeout: 5000 }).toBeNull();
    await sandbox.idle();
    return await look(store);
  } finally {
    await store.close();
  }
}

const report = () =>
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路形象进度65%", mentionBot: true });
const answersTo = (messageId: string) =>
  sandbox.messages(PROJECT_GROUP).filter((message) => message.parentId === messageId);

describe("kill -9", () => {
  it.each(MESSAGE_STEPS)("of a message at %s loses and repeats nothing", async (step) => {
    await open(TUESDAY);
    const first = await startBot(step, { settlesFirst: true });
    const { messageId } = report();
    await isDead(first);
    await startBot();
    // What was not acknowledged comes again after 15 s of the platform's clock.
    sandbox.clock.set(sandbox.clock.now() + 16_000);
    await sandbox.answersTo(messageId);
    const entries = await inTheEnd((store) => store.read.ledger.ofMessage(messageId));
    expect(entries?.records.map(({ measure }) => measure)).toEqual(["percent"]);
    expect(answersTo(messageId)).toHaveLength(1);
  });

  it.each(CLICK_STEPS)("of a click at %s makes it act once", async (step) => {
    await open(TUESDAY);
    const first = await startBot(step, { settlesFirst: true, diesWhenTold: true });
    const { messageId } = report();
    const [card] = await sandbox.answersTo(messageId);
    await inTheEnd(async () => {});
    first.send("may die");
    await once(first, "message");
    void sandbox.click({ by: ZHANG_WEI, message: card?.messageId ?? "", button: "撤销" });
    await isDead(first);
    await startBot();
    const changed = await sandbox.changed(card?.messageId ?? "");
    expect(changed.text).toContain("已撤销");
    const figures = await inTheEnd((store) => store.read.ledger.figures("S-06"));
    expect(figures.percent?.value).toBe(60);
    expect(answersTo(messageId)).toHaveLength(1);
  });

  it.each(POST_STEPS)("of a scheduled post at %s posts it once", async (step) => {
    await open(MONDAY_DIGEST);
    const first = await startBot(step);
    await isDead(first);
    await startBot();
    await sandbox.waitFor(() => sandbox.messages(PROJECT_GROUP).find((message) => message.fromBot), {
      withinMs: 15_000,
    });
    await inTheEnd(async () => {});
    expect(sandbox.messages(PROJECT_GROUP).filter((message) => message.fromBot)).toHaveLength(1);
  });
});
