import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AESCipher } from "@larksuiteoapi/node-sdk";
import Koa from "koa";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { callbackRouter } from "../../src/feishu/callback-route.js";
import { takeEvents } from "../../src/feishu/take-events.js";
import { listeningLog } from "./log.js";

const KEY = "test key";
const TOKEN = "verification-token";
const NOW = Date.now();
const HEADER = {
  event_id: "ev_1",
  token: TOKEN,
  app_id: "cli_a",
  tenant_key: "home",
  create_time: String(NOW),
};

const take = vi.fn();
let listening: ReturnType<typeof listeningLog>;
let server: Server;
let url: string;

async function listen(): Promise<void> {
  listening = listeningLog();
  const identity = { appId: "cli_a", botOpenId: "ou_bot", tenantKey: "home" };
  const handle = takeEvents({ bot: { take }, identity, log: listening.log });
  const settings = { verificationToken: TOKEN, encryptKey: KEY };
  const app = new Koa();
  app.silent = true;
  app.use(callbackRouter(settings, handle, { now: () => NOW }, listening.log).routes());
  server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/events`;
}

function seal(value: unknown): { encrypt: string } {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(KEY).digest(), iv);
  const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return { encrypt: sealed.toString("base64") };
}

function signed(body: string, at = NOW): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHash("sha256").update(`${timestamp}nonce${KEY}${body}`).digest("hex");
  return {
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": "nonce",
    "x-lark-signature": signature,
  };
}

async function post(body: string, headers: Record<string, string> = {}, query = "") {
  const response = await fetch(url + query, { method: "POST", body, headers });
  return { status: response.status, body: (await response.json()) as unknown };
}
const postSigned = (value: unknown) => {
  const body = JSON.stringify(seal(value));
  return post(body, signed(body));
};

const left = (header: object = {}) => ({
  schema: "2.0",
  header: { ...HEADER, event_type: "im.chat.disbanded_v1", ...header },
  event: { chat_id: "oc_a" },
});
const click = {
  schema: "2.0",
  header: { ...HEADER, event_type: "card.action.trigger" },
  event: {
    operator: { open_id: "ou_zhang" },
    token: "c-of-the-card",
    action: { tag: "button", value: { id: "a1" } },
    context: { open_message_id: "om_card", open_chat_id: "oc_a" },
  },
};
const challenge = (token: string) => ({ challenge: "abc", token, type: "url_verification" });

describe("the callback route", () => {
  beforeEach(async () => {
    take.mockReset().mockResolvedValue(undefined);
    await listen();
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("decrypts as the platform encrypts", () => {
    const sealed = "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=";
    expect(new AESCipher(KEY).decrypt(sealed)).toBe("hello world");
  });

  it("answers the challenge, which is encrypted and unsigned", async () => {
    expect(await post(JSON.stringify(seal(challenge(TOKEN))))).toEqual({
      status: 200,
      body: { challenge: "abc" },
    });
    expect(await post(JSON.stringify(seal(challenge("wrong"))))).toMatchObject({ status: 401 });
    expect(await post(JSON.stringify(challenge(TOKEN)))).toMatchObject({ status: 401 });
  });

  it("takes a signed event", async () => {
    expect(await postSigned(left())).toEqual({ status: 200, body: {} });
    expect(take).toHaveBeenCalledExactlyOnceWith({
      key: "ev_1",
      eventId: "ev_1",
      event: { kind: "left", chatId: "oc_a", at: expect.any(Number) },
    });
  });

  it("takes it with other whitespace and with a query", async () => {
    const body = ` ${JSON.stringify(seal(left()), null, 3)}\n`;
    expect((await post(body, signed(body), "?x=1")).status).toBe(200);
    expect(take).toHaveBeenCalledOnce();
  });

  const body = JSON.stringify(seal(left()));
  it.each<[what: string, body: string, headers: Record<string, string>]>([
    ["no signature", body, {}],
    ["a wrong signature", body, { ...signed(body), "x-lark-signature": "0".repeat(64) }],
    ["a signature of another body", body, signed(`${body} `)],
    ["a stale timestamp", body, signed(body, NOW - 301_000)],
    ["a timestamp of the future", body, signed(body, NOW + 302_000)],
    ["an unencrypted body", JSON.stringify(left()), signed(JSON.stringify(left()))],
    ["a body that is no JSON", "hello", signed("hello")],
    ["what was encrypted with another key", '{"encrypt":"AAAA"}', signed('{"encrypt":"AAAA"}')],
  ])("refuses %s with 401", async (_what, text, headers) => {
    expect((await post(text, headers)).status).toBe(401);
    expect(take).not.toHaveBeenCalled();
    expect(listening.lines.at(-1)?.code).toMatch(/^callback-/);
  });

  it("refuses a wrong token and an unknown shape", async () => {
    expect(await postSigned(left({ token: "wrong" }))).toEqual({
      status: 401,
      body: { code: "wrong-token" },
    });
    expect(await postSigned({ type: "event_callback" })).toEqual({
      status: 401,
      body: { code: "unknown-shape" },
    });
    expect(take).not.toHaveBeenCalled();
  });

  it("acknowledges foreign events without effect, and logs them", async () => {
    expect(await postSigned(left({ tenant_key: "away" }))).toEqual({ status: 200, body: {} });
    expect(await postSigned(left({ app_id: "cli_b" }))).toEqual({ status: 200, body: {} });
    expect(await postSigned(left({ event_type: "im.chat.updated_v1" }))).toEqual({ status: 200, body: {} });
    expect(take).not.toHaveBeenCalled();
    const codes = listening.lines.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["event-foreign-tenant", "event-foreign-app"]));
  });

  it("answers 500 when the event could not be kept, so that it comes again", async () => {
    take.mockRejectedValue(new Error("disk full"));
    expect((await postSigned(left())).status).toBe(500);
    expect(listening.lines.at(-1)).toMatchObject({ code: "event-not-kept", key: "ev_1" });
  });

  it("answers a click with its toast", async () => {
    take.mockResolvedValue({ text: "已撤销", tone: "success" });
    expect(await postSigned(click)).toEqual({
      status: 200,
      body: { toast: { type: "success", content: "已撤销" } },
    });
  });

  it("refuses a body that is too large, announced or not", async () => {
    const large = "x".repeat(1024 * 1024 + 1);
    expect((await post(large)).status).toBe(413);
    expect(await chunked(large)).toBe(413);
    expect((await postSigned(left())).status).toBe(200);
  });
});

it.each([
  { verificationToken: TOKEN, encryptKey: "" },
  { verificationToken: "", encryptKey: KEY },
])("is not set up with an empty secret: %#", (settings) => {
  const log = listeningLog().log;
  expect(() => callbackRouter(settings, async () => undefined, { now: () => NOW }, log)).toThrow(/needs/);
});

/** The status of the answer to a body that comes in pieces, without its length. */
function chunked(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject);
    for (let i = 0; i < body.length; i += 64 * 1024) call.write(body.slice(i, i + 64 * 1024));
    call.end();
  });
}
