import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { DIRECTOR_CHEN, LI_MIN, PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { connectBot } from "./bot.js";
import { button, cardOf, words } from "./cards.js";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/page/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** fetch sets Host itself, so a foreign one needs the plain client. */
function statusWithHost(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.url}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.once("error", reject).end();
  });
}

const saying = { from: ZHANG_WEI, chat: PROJECT_GROUP, text: "武宁路 65%", mentionBot: true };

describe("the page's own files", () => {
  it("come with a policy under which only they run", async () => {
    const response = await fetch(sandbox.url);
    const text = await response.text();
    const policy = response.headers.get("content-security-policy") ?? "";
    const map = /<script type="importmap">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? "";
    expect(policy).toContain(`'sha256-${createHash("sha256").update(map).digest("base64")}'`);
    expect(policy).toContain("default-src 'none'");
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => `/${match[1]}`);
    const modules = Object.values((JSON.parse(map) as { imports: Record<string, string> }).imports);
    for (const path of [...files, ...modules])
      expect((await fetch(sandbox.url + path)).status, path).toBe(200);
  });

  it("are all there is", async () => {
    for (const path of [
      "/vendor/koa.js",
      "/vendor/constructor",
      "/vendor/__proto__",
      "/vendor/..%2f..%2fpackage.json",
      "/..%2fsandbox.ts",
      "/nothing",
    ]) {
      expect([403, 404], path).toContain((await fetch(sandbox.url + path)).status);
    }
  });
});

describe("who may call", () => {
  it("a page from here, with JSON", async () => {
    expect((await post("say", saying, { origin: sandbox.url })).status).toBe(200);
  });

  it("no other site, no other name for this machine, no plain form", async () => {
    expect((await post("say", saying, { origin: "https://example.com" })).status).toBe(403);
    expect((await post("say", saying, { origin: "null" })).status).toBe(403);
    expect((await post("say", saying, { "content-type": "text/plain" })).status).toBe(403);
    expect((await post("say", saying, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    for (const path of ["/", "/page/state", "/page/changes"]) {
      expect(await statusWithHost("rebound.example:80", path), path).toBe(403);
    }
    expect(await statusWithHost("localhost:80", "/page/state")).toBe(200);
    expect(sandbox.messages(PROJECT_GROUP)).toEqual([]);
  });
});

describe("the platform's API", () => {
  it("is for this machine too, for every sandbox has the same secret", async () => {
    const { appId, appSecret, url } = sandbox;
    const token = "/open-apis/auth/v3/tenant_access_token/internal";
    const ask = (headers: Record<string, string>) =>
      fetch(url + token, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
      });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: "https://example.com" })).status).toBe(403);
    expect((await ask({ "content-type": "text/plain" })).status).toBe(403);
    expect(await statusWithHost("rebound.example:80", token)).toBe(403);
  });

  it("listens on no address that others reach", async () => {
    await expect(startSandbox({ host: "0.0.0.0" })).rejects.toThrow(/this machine alone/);
  });
});

describe("what a person does", () => {
  it("says something; names typed by hand are mentions", async () => {
    const text = "@靠谱 武宁路 65%，@陈主任 请阅 <b>";
    await post("say", { ...saying, mentionBot: false, text });
    const [message] = sandbox.messages(PROJECT_GROUP);
    expect(message?.text).toBe(text);
    expect(message?.mentions.map((mention) => mention.id)).toEqual([sandbox.bot.openId, DIRECTOR_CHEN]);
  });

  it("recalls an own message only", async () => {
    const { body } = await post("say", saying);
    expect((await post("recall", { by: LI_MIN, message: body.messageId })).status).toBe(422);
    expect((await post("recall", { by: ZHANG_WEI, message: body.messageId })).status).toBe(200);
    expect(sandbox.messages(PROJECT_GROUP)[0]?.recalled).toBe(true);
  });

  it("puts the clock forward only", async () => {
    const now = sandbox.clock.now();
    expect((await post("clock", { to: now + 3_600_000 })).status).toBe(200);
    expect(await post("clock", { to: now })).toMatchObject({
      status: 422,
      body: { error: "沙盒的时钟只能往前拨" },
    });
  });

  it("clicks the element that stands where it was pressed", async () => {
    const bot = await connectBot(sandbox);
    bot.onEvent = () => ({ toast: { type: "success", content: "好" } });
    const card = cardOf(words("65%"), button("同一个词", { id: 1 }), button("同一个词", { id: 2 }));
    const data = { receive_id: PROJECT_GROUP, msg_type: "interactive", content: JSON.stringify(card) };
    const sent = await bot.client.im.v1.message.create({ params: { receive_id_type: "chat_id" }, data });
    const touch = { by: ZHANG_WEI, message: sent.data?.message_id, path: ["body", "elements", 2] };
    expect((await post("click", touch)).body).toEqual({ toast: { type: "success", content: "好" } });
    expect(bot.events).toMatchObject([{ action: { value: { id: 2 } } }]);
    await bot.close();
  });

  it("is told what is missing", async () => {
    expect(await post("say", { from: ZHANG_WEI })).toMatchObject({ status: 422 });
    expect(await post("say", { ...saying, chat: "oc_nowhere" })).toMatchObject({ status: 422 });
  });
});

it("streams what changes", async () => {
  const response = await fetch(`${sandbox.url}/page/changes`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const kinds: string[] = [];
  let rest = "";
  const read = async (count: number) => {
    while (kinds.length < count) {
      rest += (await reader?.read())?.value ?? "";
      const parts = rest.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        if (part.startsWith("data: ")) kinds.push((JSON.parse(part.slice(6)) as { kind: string }).kind);
      }
    }
  };
  await read(1);
  sandbox.say({ from: ZHANG_WEI, chat: PROJECT_GROUP, text: "在线" });
  sandbox.clock.set(sandbox.clock.now() + 1000);
  await read(3);
  expect(kinds).toEqual(["clock", "message", "clock"]);
  await reader?.cancel();
});
