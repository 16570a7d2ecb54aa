import { afterEach, beforeEach, expect, it } from "vitest";
import {
  type EventHandler,
  type LongConnection,
  longConnection,
  type Patience,
} from "../../src/feishu/long-connection.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { listeningLog } from "./log.js";

/** s and ms: far shorter than in earnest */
const PATIENCE: Patience = { pingTimeout: 0.05, restartAfter: 30 };

let sandbox: Sandbox;
let end: AbortController;
let listening: ReturnType<typeof listeningLog>;
beforeEach(async () => {
  sandbox = await startSandbox({ pingEverySeconds: 0.1, answerWithinMs: 500 });
  end = new AbortController();
  listening = listeningLog();
});
afterEach(async () => {
  end.abort();
  await sandbox.close();
});

function connect(
  handle: EventHandler = async () => undefined,
  appSecret = sandbox.appSecret,
): Promise<LongConnection> {
  const credentials = { appId: sandbox.appId, appSecret, domain: sandbox.url };
  return longConnection(credentials, handle, listening.log, { patience: PATIENCE, signal: end.signal });
}

const say = () =>
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路 65%", mentionBot: true }).eventId ?? "";
const codes = () => listening.lines.map(({ code }) => code);
const outcome = (eventId: string) => sandbox.waitFor(() => sandbox.control.attempts(eventId).at(-1)?.outcome);

it("takes events, and acknowledges them when they are safe", async () => {
  let keep: () => void = () => {};
  const kept = new Promise<undefined>((resolve) => {
    keep = () => resolve(undefined);
  });
  const connection = await connect(() => kept);
  expect(connection.isConnected()).toBe(true);
  const eventId = say();
  await sandbox.waitFor(() => (sandbox.control.pending().length === 1 ? true : undefined));
  expect(sandbox.control.attempts(eventId)).toEqual([]);
  keep();
  expect(await outcome(eventId)).toBe("acknowledged");
});

it("refuses what could not be kept, so that it comes again", async () => {
  await connect(async () => {
    throw new Error("disk full");
  });
  expect(await outcome(say())).toBe("refused");
});

it("comes back when the line is cut, and says so meanwhile", async () => {
  const connection = await connect();
  sandbox.control.dropConnections();
  await expect.poll(codes, { interval: 2 }).toContain("connection-lost");
  await expect.poll(() => connection.isConnected(), { interval: 2 }).toBe(true);
  expect(await outcome(say())).toBe("acknowledged");
});

it("notices a line that stands and is dead", async () => {
  const connection = await connect();
  await sandbox.waitFor(() => (sandbox.control.connections() === 1 ? true : undefined));
  sandbox.control.freezeConnections();
  await expect.poll(codes, { interval: 2, timeout: 3000 }).toContain("connection-lost");
  await expect.poll(() => connection.isConnected(), { interval: 2, timeout: 3000 }).toBe(true);
  expect(await outcome(say())).toBe("acknowledged");
});

it("logs wrong credentials, tries on, and stops when it is closed", async () => {
  const connecting = connect(undefined, "wrong");
  const failures = () => codes().filter((code) => code === "connection-failed").length;
  await expect.poll(failures, { interval: 5 }).toBeGreaterThan(1);
  expect(listening.lines.find(({ code }) => code === "connection-failed")?.reason).toContain("code=514");
  end.abort();
  expect((await connecting).isConnected()).toBe(false);
  const before = failures();
  await new Promise((resolve) => setTimeout(resolve, 3 * PATIENCE.restartAfter));
  expect(failures()).toBe(before);
});

it.each(["before it starts", "before it stands"])("closed %s it is closed for good", async (when) => {
  if (when === "before it starts") end.abort();
  const connecting = connect();
  end.abort();
  expect((await connecting).isConnected()).toBe(false);
  await sandbox.idle();
  // The SDK may have been shaking hands: that line is cut as soon as it stands.
  await expect.poll(() => sandbox.control.connections()).toBe(0);
});
