import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../src/paths.js";
import type { Sandbox } from "../../src/sandbox/sandbox.js";
import { LI_MIN } from "../../src/sandbox/scene.js";

export interface BotProcess {
  /** MB of resident memory now */
  memory(): number;
  /** processor seconds used so far */
  cpu(): number;
  /** ms from start to ready */
  upAfter: number;
  stop(): Promise<void>;
}

/** The bare echo bot in a process of its own. */
export async function echoBot(sandbox: Sandbox): Promise<BotProcess> {
  const began = performance.now();
  const file = fileURLToPath(new URL("./echo-bot.ts", import.meta.url));
  const child = fork(file, [sandbox.appId, sandbox.appSecret, sandbox.url], {
    execArgv: ["--import", "tsx"],
  });
  await once(child, "message");
  return processOf(child, performance.now() - began, () => {});
}

/** The real program as it is started by `npm start`, on a new database; limits off. */
export async function kaopu(sandbox: Sandbox): Promise<BotProcess> {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  return started(
    {
      FEISHU_APP_ID: sandbox.appId,
      FEISHU_APP_SECRET: sandbox.appSecret,
      FEISHU_DOMAIN: sandbox.url,
      DATABASE_URL: `sqlite:${join(folder, "bench.sqlite")}`,
      KAOPU_ADMINS: LI_MIN,
      KAOPU_NOW: new Date(sandbox.clock.now()).toISOString(),
      KAOPU_SEND_LIMITS: "off",
      LOG_LEVEL: "warn",
      PORT: "0",
    },
    () => rmSync(folder, { recursive: true, force: true }),
  );
}

/** What `npm start` hands to node. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  return scripts.start.split(" ").slice(1);
}

/** Starts the compiled program and waits for the address that it prints when it is ready. */
export async function started(env: Record<string, string>, clean: () => void): Promise<BotProcess> {
  const began = performance.now();
  const child = spawn("node", startArguments(), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (data: Buffer) => {
      if (/^http:/m.test(data.toString())) resolve();
    });
    child.once("exit", () => reject(new Error("the bot ended before it was ready")));
  });
  return processOf(child, performance.now() - began, clean);
}

const TICKS_PER_SECOND = 100;
const PAGE = 4096;

function processOf(child: ChildProcess, upAfter: number, clean: () => void): BotProcess {
  const read = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, "utf8");
  return {
    upAfter,
    memory: () => (Number(read("statm").split(" ")[1]) * PAGE) / 1024 / 1024,
    cpu: () => {
      const fields = read("stat")
        .slice(read("stat").lastIndexOf(")") + 2)
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      clean();
    },
  };
}
