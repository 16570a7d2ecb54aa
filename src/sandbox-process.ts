import { fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { SettableClock } from "./clock.js";
import { tickingClock } from "./clock.js";
import type { FeishuConfig } from "./config.js";

/** The sandbox as seen from the bot: a platform to connect to, and its clock to follow. */
export interface SandboxProcess {
  feishu: FeishuConfig;
  clock: SettableClock;
  /** called after the sandbox's clock was set forward */
  onJump(listener: () => void): void;
  stop(): void;
}

export interface SandboxSettings {
  port: number;
  /** file that holds what happened in it */
  journal: string;
  sendLimits: boolean;
  startAt: number | undefined;
  /** called when it ends without having been stopped, with how: `SIGKILL`, or its exit code */
  onLost(how: string): void;
}

type Told =
  | { type: "ready"; url: string; appId: string; appSecret: string; now: number }
  | { type: "clock"; now: number }
  | ({ type: "failed" } & Pick<NodeJS.ErrnoException, "code" | "syscall" | "message">);

/** ms by which the two clocks may differ through the messages between them */
const JUMP = 2000;
/** ms before a sandbox that does not come up is given up */
const UP_WITHIN = 15_000;

/**
 * Starts the local Feishu as a child process; it ends with this one, however this one ends. Rejects with the
 * system's error when it does not come up.
 */
export async function startSandboxProcess(settings: SandboxSettings): Promise<SandboxProcess> {
  // The same file ending as this module: compiled beside compiled, source beside source.
  const ending = extname(fileURLToPath(import.meta.url));
  const child = fork(fileURLToPath(new URL(`./sandbox/main${ending}`, import.meta.url)), [], {
    env: {
      ...process.env,
      SANDBOX_OPTIONS: JSON.stringify({
        port: settings.port,
        journal: settings.journal,
        sendLimits: settings.sendLimits,
        ...(settings.startAt === undefined ? {} : { startAt: settings.startAt }),
      }),
      SANDBOX_PORT: "",
      SANDBOX_JOURNAL: "",
    },
  });
  let isStopped = false;
  let isUp = false;
  const ready = await new Promise<Extract<Told, { type: "ready" }>>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${UP_WITHIN / 1000} 秒内没有起来`));
    }, UP_WITHIN);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      const how = signal ?? String(code);
      if (!isUp) reject(new Error(`沙盒进程结束了（${how}）`));
      else if (!isStopped) settings.onLost(how);
    });
    child.on("message", (told: Told) => {
      if (told.type === "clock") return;
      clearTimeout(timer);
      if (told.type === "failed") {
        reject(Object.assign(new Error(told.message), { code: told.code, syscall: told.syscall }));
        return;
      }
      isUp = true;
      resolve(told);
    });
  });

  const clock = tickingClock(ready.now);
  const listeners: (() => void)[] = [];
  child.on("message", (told: Told) => {
    if (told.type !== "clock" || told.now - clock.now() < JUMP) return;
    clock.set(told.now);
    for (const listener of listeners) listener();
  });
  return {
    feishu: {
      appId: ready.appId,
      appSecret: ready.appSecret,
      domain: ready.url,
      mode: "websocket",
      encryptKey: "",
      verificationToken: "",
      tenantKey: undefined,
    },
    clock,
    onJump: (listener) => listeners.push(listener),
    stop() {
      isStopped = true;
      if (child.connected) child.disconnect();
    },
  };
}
