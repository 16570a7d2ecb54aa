import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Credentials, feishuApi } from "../../src/feishu/api.js";
import { longConnection } from "../../src/feishu/long-connection.js";
import { redact, sdkLogger } from "../../src/feishu/redact.js";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.js";
import { PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { listeningLog } from "./log.js";
import { outboxRow } from "./post-office.js";

describe("redact", () => {
  it.each([
    "Authorization: Bearer t-g1044q/A+b=c.d_e",
    '{"app_secret":"SECRET"}',
    '{"AppID":"cli_a","AppSecret":"SECRET"}',
    String.raw`{"config":{"data":"{\"app_id\":\"cli_a\",\"app_secret\":\"SECRET\"}"}}`,
    "wss://msg.feishu.cn/ws/v2?fpid=493&access_key=SECRET&service_id=7&ticket=SECRET",
    '{"tenant_access_token": "SECRET", "expire": 7200}',
    "app_access_token=SECRET",
    "{ appSecret: 'SECRET' }",
    '{"encrypt":"SECRET"}',
    "verification_token: SECRET",
    "connect ECONNREFUSED http://user:SECRET@proxy.example:3128",
  ])("hides the secret in %s", (text) => {
    const hidden = redact(text);
    expect(hidden).toContain("…");
    expect(hidden).not.toMatch(/SECRET|t-g1044q|A\+b|d_e/);
  });

  it("leaves the rest, cut short", () => {
    expect(redact("code: 514, app_id or app_secret is invalid")).toBe(
      "code: 514, app_id or app_secret is invalid",
    );
    expect(redact("武".repeat(1000))).toHaveLength(500);
  });
});

describe("the SDK's log", () => {
  it("lets messages and codes through, and nothing else of an object", () => {
    const { log, lines } = listeningLog();
    const logger = sdkLogger(log);
    logger.error([
      [
        { message: "Request failed", config: { data: '{"x":"SECRET"}' } },
        { code: 230002, msg: "out" },
      ],
    ]);
    logger.warn("[ws]", new Error("Bearer SECRET"));
    logger.debug();
    logger.trace();
    expect(lines).toMatchObject([
      { level: 40, code: "sdk", msg: "Request failed 230002 out" },
      { level: 40, code: "sdk", msg: "[ws] Bearer …" },
    ]);
  });
});

describe("no log line ever holds a secret", () => {
  let sandbox: Sandbox;
  const appSecret = "very5secret0very5secret0very5sec";
  beforeEach(async () => {
    sandbox = await startSandbox({ appSecret });
  });
  afterEach(() => sandbox.close());

  const credentials = (more: Partial<Credentials> = {}): Credentials => ({
    appId: sandbox.appId,
    appSecret,
    domain: sandbox.url,
    ...more,
  });

  it("whatever goes wrong with a call", async () => {
    const { log, lines, text } = listeningLog();
    const api = feishuApi(credentials(), log);
    const send = () => api.send(outboxRow(), PROJECT_GROUP);
    const { control } = sandbox;
    const path = "/open-apis";
    const outcomes = [];
    // The first calls are for the token: without it nothing has left.
    control.failNext({ path, effect: { kind: "reset", work: "undone" } });
    outcomes.push(await send());
    control.failNext({ path, effect: { kind: "http", status: 502 } });
    outcomes.push(await send());
    outcomes.push(await send());
    control.failNext({ path, effect: { kind: "http", status: 502 } });
    outcomes.push(await send());
    control.failNext({ path, effect: { kind: "code", code: 230002 } });
    outcomes.push(await send());
    control.failNext({ path, effect: { kind: "reset", work: "done" } });
    outcomes.push(await send());
    control.expireTokens();
    control.failNext({ path: "tenant_access_token", effect: { kind: "code", code: 10014, status: 200 } });
    outcomes.push(await send());
    await api.bot().catch((error: unknown) => log.error({ err: error }));
    await feishuApi(credentials({ appSecret: "wrong5secret0" }), log)
      .bot()
      .catch((error: unknown) => log.error({ err: error }));
    await feishuApi(credentials({ domain: "http://127.0.0.1:9" }), log)
      .bot()
      .catch((error: unknown) => log.error({ err: error }));

    expect(outcomes.map(({ kind }) => kind)).toEqual([
      "unreachable",
      "unreachable",
      "sent",
      "unclear",
      "refused",
      "unclear",
      "unreachable",
    ]);
    expect(lines.length).toBeGreaterThan(5);
    expect(text() + JSON.stringify(outcomes)).not.toMatch(/5secret0|Bearer t-|"t-|app_secret":"v/);
  });

  it("whatever goes wrong with the long connection", async () => {
    const { log, lines, text } = listeningLog();
    const end = new AbortController();
    const options = { signal: end.signal };
    const handle = async () => undefined;
    const refused = longConnection(credentials({ appSecret: "wrong5secret0" }), handle, log, options);
    await longConnection(credentials(), handle, log, options);
    sandbox.control.dropConnections();
    await expect.poll(() => lines.some(({ code }) => code === "connection-failed")).toBe(true);
    await expect.poll(() => lines.filter(({ msg }) => msg === "long connection stands").length).toBe(2);
    end.abort();
    await refused;
    expect(text()).not.toMatch(/5secret0|ticket=(?!…)|access_key=(?!…)/);
  });
});
