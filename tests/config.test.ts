import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS, sandboxFile } from "../src/config.js";
import { ROOT } from "../src/paths.js";

const APP = { FEISHU_APP_ID: "cli_0123456789abcdef", FEISHU_APP_SECRET: "secret" };

function faultsOf(env: Record<string, string>): string[] {
  const read = readConfig(env);
  return "faults" in read ? read.faults : [];
}

describe("settings", () => {
  it.each([
    ["20", []],
    ["0", ["KAOPU_CLOSE_DAY 要是 1 到 28 的整数，现在是“0”"]],
    ["29", ["KAOPU_CLOSE_DAY 要是 1 到 28 的整数，现在是“29”"]],
    ["5日", ["KAOPU_CLOSE_DAY 要是 1 到 28 的整数，现在是“5日”"]],
  ])("a close day %s", (value, faults) => {
    expect(faultsOf({ KAOPU_CLOSE_DAY: value })).toEqual(faults);
  });

  it("without an app choose the sandbox and its own database", () => {
    expect(readConfig({})).toMatchObject({
      config: {
        feishu: undefined,
        databaseUrl: "sqlite:./data/sandbox.sqlite",
        port: 3000,
        host: "127.0.0.1",
      },
    });
  });

  it("with an app choose Feishu's long connection", () => {
    expect(readConfig(APP)).toMatchObject({
      config: {
        feishu: { domain: "https://open.feishu.cn", mode: "websocket" },
        databaseUrl: "sqlite:./data/kaopu.sqlite",
        sendLimits: true,
      },
    });
  });

  it("are told all at once when they are wrong", () => {
    const faults = faultsOf({
      FEISHU_APP_ID: "my-app",
      FEISHU_DOMAIN: "ftp://x",
      FEISHU_MODE: "push",
      DATABASE_URL: "mysql://x",
      PORT: "80000",
      KAOPU_ADMINS: "ou_a, zhang",
      KAOPU_NOW: "yesterday",
      LOG_LEVEL: "loud",
    });
    for (const name of [
      "FEISHU_APP_ID",
      "FEISHU_APP_SECRET",
      "FEISHU_DOMAIN",
      "FEISHU_MODE",
      "DATABASE_URL",
      "PORT",
      "KAOPU_ADMINS",
      "KAOPU_NOW",
      "LOG_LEVEL",
    ])
      expect(
        faults.some((fault) => fault.includes(name)),
        name,
      ).toBe(true);
  });

  it.each([
    [{ ...APP, FEISHU_MODE: "webhook" }, /FEISHU_ENCRYPT_KEY/],
    [{ ...APP, FEISHU_MODE: "webhook" }, /FEISHU_VERIFICATION_TOKEN/],
    [{ ...APP, FEISHU_DOMAIN: "http://open.feishu.cn" }, /FEISHU_DOMAIN .*https/],
    [{ FEISHU_APP_SECRET: "x" }, /还要设 FEISHU_APP_ID/],
    [{ ...APP, KAOPU_NOW: "2022-09-20T10:00:00+08:00" }, /KAOPU_NOW 只能用于本机/],
    [{ ...APP, KAOPU_SEND_LIMITS: "off" }, /KAOPU_SEND_LIMITS=off 只能用于本机/],
  ])("%j is refused", (env, fault) => {
    expect(faultsOf(env as Record<string, string>).join("\n")).toMatch(fault);
  });

  it.each(["http://127.0.0.1:3001", "http://localhost:3001", "http://[::1]:3001"])(
    "let the clock be set with a platform on this machine: %s",
    (domain) => {
      const read = readConfig({
        ...APP,
        FEISHU_DOMAIN: domain,
        KAOPU_NOW: "2022-09-20T10:00:00+08:00",
        KAOPU_SEND_LIMITS: "off",
      });
      expect(read).toMatchObject({ config: { startAt: 1_663_639_200_000, sendLimits: false } });
    },
  );

  it.each([
    [{ DATABASE_URL: "mysql://user:hunter2@host" }, "DATABASE_URL"],
    [{ ...APP, HTTPS_PROXY: "socks5://user:hunter2@host" }, "HTTPS_PROXY"],
  ])("never repeat a secret in a fault: %#", (env, name) => {
    const faults = faultsOf(env as Record<string, string>).join();
    expect(faults).toContain(name);
    expect(faults).not.toContain("hunter2");
  });

  it.each(["HTTPS_PROXY", "https_proxy"])("name the proxy on the way to the platform: %s", (name) => {
    const proxy = "http://proxy.example:3128";
    expect(readConfig({ ...APP, [name]: proxy })).toMatchObject({ config: { feishu: { proxy } } });
    const local = readConfig({ ...APP, [name]: proxy, FEISHU_DOMAIN: "http://127.0.0.1:3001" });
    expect("config" in local && local.config.feishu?.proxy).toBeUndefined();
    expect(readConfig({ [name]: proxy })).toMatchObject({ config: { feishu: undefined } });
  });

  it("keep the sandbox's log short unless told", () => {
    const level = (env: Record<string, string>) => {
      const read = readConfig(env);
      return "config" in read && read.config.logLevel;
    };
    expect([level({}), level({ LOG_LEVEL: "debug" }), level(APP)]).toEqual(["warn", "debug", "info"]);
  });

  it.each([
    [{}, "./data/sandbox.sqlite"],
    [{ DATABASE_URL: "sqlite:/elsewhere/sandbox.sqlite" }, "/elsewhere/sandbox.sqlite"],
    [{ DATABASE_URL: "sqlite:./data/kaopu.sqlite" }, null],
    [{ DATABASE_URL: "sqlite:/elsewhere/not-a-sandbox.sqlite" }, null],
    [{ DATABASE_URL: "postgres://host/sandbox.sqlite" }, null],
    [APP, "./data/sandbox.sqlite"],
    [{ ...APP, DATABASE_URL: "sqlite:/elsewhere/sandbox.sqlite" }, null],
  ])("name the file that a reset of the sandbox may clear: %j", (env, file) => {
    expect(sandboxFile(env as Record<string, string>)).toBe(file);
  });

  it.each(["README.md", "README.zh-CN.md"])("all stand in %s", (file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    for (const { name } of SETTINGS) expect(text).toContain(`| \`${name}\` |`);
  });
});
