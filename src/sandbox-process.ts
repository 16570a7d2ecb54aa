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
  host: string;
  port: number;
  /** file that holds what happened in it */
  journal: string;
  sendLimits: boolean;
  startAt: number | undefined;
}

type Told =
  | { type: "ready"; url: string; appId: string; appSecret: string; now: number }
  | { type: "clock"; now: number };

/** ms by which the two clocks may differ through the messages between them */
const JUMP = 2000;
/** ms before a sandbox that does not come up is given up */
const UP_WITHIN = 15_000;

/** Starts the local Feishu as a child process; it ends with this one, however this one ends. */
export async function startSandboxProcess(settings: SandboxSettings): Promise<SandboxProcess> {
  // The same file ending as this module: compiled beside compiled, source beside source.
  const ending = extname(fileURLToPath(import.meta.url));
  const child = fork(fileURLToPath(new URL(`./sandbox/main${ending}`, import.meta.url)), [], {
    env: {
      ...process.env,
      SANDBOX_OPTIONS: JSON.stringify({
        host: settings.host,
        port: settings.port,
        journal: settings.journal,
        sendLimits: settings.sendLimits,
        ...(settings.startAt === undefined ? {} : { startAt: settings.startAt }),
      }),
      SANDBOX_PORT: "",
      SANDBOX_JOURNAL: "",
    },
  });
  const ready = await new Promise<Extract<Told, { type: "ready" }>>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the sandbox did not come up")), UP_WITHIN);
    child.once("exit", (code) => reject(new Error(`the sandbox ended with ${code}`)));
    child.on("message", (told: Told) => {
      if (told.type !== "ready") return;
      clearTimeout(timer);
      resolve(told);
    });
  });
  child.removeAllListeners("exit");

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
    stop: () => void child.disconnect(),
  };
}
