import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as lark from "@larksuiteoapi/node-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { decrypt, encrypt, signature } from "../../src/sandbox/webhook.js";
import { clientOf } from "./bot.js";
import { button, cardOf } from "./cards.js";

const KEY = "test key";

it("decrypts the platform's own vector", () => {
  expect(decrypt(KEY, "P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=")).toBe("hello world");
  expect(new lark.AESCipher(KEY).decrypt(encrypt(KEY, "武宁路"))).toBe("武宁路");
});

describe("events over HTTP", () => {
  let server: Server;
  let sandbox: Sandbox;
  let calls: { headers: IncomingHttpHeaders; raw: string; plain: Record<string, unknown> }[];
  let answer: (plain: Record<string, unknown>) => { status: number; body: unknown };

  beforeEach(async () => {
    calls = [];
    answer = (plain) => ({ status: 200, body: plain.challenge ? { challenge: plain.challenge } : {} });
    server = createServer(async (request, response) => {
      let raw = "";
      for await (const chunk of request) raw += String(chunk);
      const { encrypt: secret } = JSON.parse(raw) as { encrypt: string };
      const plain = JSON.parse(decrypt(KEY, secret)) as Record<string, unknown>;
      calls.push({ headers: request.headers, raw, plain });
      const { status, body } = answer(plain);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/event`;
    sandbox = await startSandbox({
      webhook: { url, encryptKey: KEY, verificationToken: "v-token" },
      answerWithinMs: 300,
    });
  });
  afterEach(async () => {
    await sandbox.close();
    server.closeAllConnections();
    server.close();
  });

  const report = () => sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "65%", mentionBot: true });
  const attempted = (eventId: string | undefined, times: number) =>
    sandbox.waitFor(() => {
      const attempts = sandbox.control.attempts(eventId ?? "");
      return attempts.length >= times ? attempts.map((attempt) => attempt.outcome) : undefined;
    });

  it("asks the challenge first, unsigned, then signs the raw body", async () => {
    const { eventId } = report();
    expect(await attempted(eventId, 1)).toEqual(["acknowledged"]);
    const [challenge, event] = calls;
    expect(challenge?.plain).toMatchObject({ type: "url_verification", token: "v-token" });
    expect(challenge?.headers["x-lark-signature"]).toBeUndefined();
    expect(event?.plain).toMatchObject({ schema: "2.0", header: { event_id: eventId, token: "v-token" } });
    const { "x-lark-request-timestamp": time = "", "x-lark-request-nonce": nonce = "" } =
      event?.headers ?? {};
    expect(event?.headers["x-lark-signature"]).toBe(
      signature(String(time), String(nonce), KEY, event?.raw ?? ""),
    );
  });

  it("comes again when the answer is no 200", async () => {
    answer = (plain) =>
      plain.challenge ? { status: 200, body: { challenge: plain.challenge } } : { status: 500, body: {} };
    const { eventId } = report();
    await attempted(eventId, 1);
    answer = () => ({ status: 200, body: {} });
    sandbox.clock.set(sandbox.clock.now() + 16_000);
    expect(await attempted(eventId, 2)).toEqual(["refused", "acknowledged"]);
  });

  it("honours the answer to a click", async () => {
    const sent = await clientOf(sandbox).im.v1.message.create({
      params: { receive_id_type: "chat_id" },
      data: {
        receive_id: PROJECT_GROUP,
        msg_type: "interactive",
        content: JSON.stringify(cardOf(button("撤销"))),
      },
    });
    answer = (plain) =>
      plain.challenge
        ? { status: 200, body: { challenge: plain.challenge } }
        : { status: 200, body: { toast: { type: "info", content: "正在处理" } } };
    const toast = await sandbox.click({
      by: ZHANG_WEI,
      message: sent.data?.message_id ?? "",
      button: "撤销",
    });
    expect(toast).toEqual({ type: "info", content: "正在处理" });
  });
});
