import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { feishuApi } from "../../src/feishu/api.js";
import { type LongConnection, longConnection } from "../../src/feishu/long-connection.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { BOT_OPEN_ID } from "../../src/sandbox/scene.js";
import { listeningLog } from "./log.js";

let sandbox: Sandbox;
let server: Server;
let proxy: string;
/** hosts that were asked for, and with whose word */
let asked: { host: string | undefined; by: string | undefined }[];
const sockets = new Set<Socket>();
const { log } = listeningLog();

beforeEach(async () => {
  asked = [];
  sandbox = await startSandbox();
  server = createServer();
  server.on("connect", (request, client: Socket) => {
    asked.push({ host: request.url, by: request.headers["proxy-authorization"] });
    const { hostname, port } = new URL(`http://${request.url}`);
    const platform = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      platform.pipe(client).pipe(platform);
    });
    for (const socket of [client, platform]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy = `http://bot:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server.close();
  await sandbox.close();
});

const credentials = () => ({ appId: sandbox.appId, appSecret: sandbox.appSecret, domain: sandbox.url });
const word = `Basic ${Buffer.from("bot:hunter2").toString("base64")}`;

it("the calls go through the proxy that is set", async () => {
  const api = feishuApi({ ...credentials(), proxy }, log);
  expect(await api.bot()).toMatchObject({ openId: BOT_OPEN_ID });
  expect(asked[0]).toEqual({ host: new URL(sandbox.url).host, by: word });
});

it("so do the question where to connect, and the long connection itself", async () => {
  const connection: LongConnection = await longConnection(
    { ...credentials(), proxy },
    async () => undefined,
    log,
  );
  const through = { host: new URL(sandbox.url).host, by: word };
  expect(asked).toEqual([through, through]);
  connection.close();
});

it("without one they go straight", async () => {
  expect(await feishuApi(credentials(), log).bot()).toMatchObject({ openId: BOT_OPEN_ID });
  expect(asked).toEqual([]);
});
