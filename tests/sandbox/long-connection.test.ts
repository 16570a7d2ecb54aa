import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { connectBot, type TestBot } from "./bot.js";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ answerWithinMs: 200 });
});
afterEach(() => sandbox.close());

interface EndpointAnswer {
  code: number;
  data: { URL: string; ClientConfig: { PingInterval: number } };
}

const JSON_BODY = { "content-type": "application/json" };

async function endpoint(secret = sandbox.appSecret): Promise<EndpointAnswer> {
  const body = JSON.stringify({ AppID: sandbox.appId, AppSecret: secret });
  const response = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
    method: "POST",
    headers: JSON_BODY,
    body,
  });
  return (await response.json()) as EndpointAnswer;
}

function open(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once("open", () => resolve(socket));
    socket.once("error", reject);
  });
}

it("says where to connect, service_id not first; refuses wrong credentials with empty data", async () => {
  const { data } = await endpoint();
  expect(data.URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/v2\?fpid=.*&service_id=\d+&/);
  expect(await endpoint("wrong")).toEqual({ code: 514, msg: expect.any(String), data: {} });
});

it("lets a ticket in once", async () => {
  const { data } = await endpoint();
  const socket = await open(data.URL);
  await expect(open(data.URL)).rejects.toThrow(/403/);
  socket.terminate();
});

it("takes fifty connections", async () => {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < 50; i += 1) sockets.push(await open((await endpoint()).data.URL));
  expect(await endpoint()).toMatchObject({ code: 1000040350, data: {} });
  for (const socket of sockets) socket.terminate();
});

it("a client that pings notices a half-dead line and comes back", async () => {
  const restless = await startSandbox({ pingEverySeconds: 0.1, answerWithinMs: 200 });
  const bot = await connectBot(restless, { pingTimeout: 0.05 });
  restless.control.freezeConnections();
  await restless.waitFor(() => (restless.control.connections() === 0 ? true : undefined));
  const said = restless.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "还在吗", mentionBot: true });
  await restless.waitFor(() => bot.events.find((event) => event.event_id === said.eventId));
  await bot.close();
  await restless.close();
});

it("gives each event to one of the connections", async () => {
  const bots: TestBot[] = [await connectBot(sandbox), await connectBot(sandbox), await connectBot(sandbox)];
  const ids = Array.from(
    { length: 40 },
    (_, i) =>
      sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: `第${i}条`, mentionBot: true }).eventId,
  );
  await sandbox.waitFor(() => (sandbox.control.pending().length === 0 ? true : undefined));
  const got = bots.flatMap((bot) => bot.events.map((event) => event.event_id));
  expect(got.sort()).toEqual(ids.sort());
  expect(bots.filter((bot) => bot.events.length > 0).length).toBeGreaterThan(1);
  for (const bot of bots) await bot.close();
});
