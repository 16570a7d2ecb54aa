import { tickingClock } from "../../src/clock.js";
import { type Step, start } from "../../src/compose.js";
import { createLog } from "../../src/log.js";
import { openStore } from "../../src/store/store.js";

/** What the test tells this process to be. */
export interface Part {
  domain: string;
  appId: string;
  appSecret: string;
  databaseUrl: string;
  /** epoch ms */
  now: number;
  /** the step at which it dies; absent: it lives */
  diesAt?: Step;
  /** what the start itself posts has left before it is ready: it dies of what comes after */
  settlesFirst?: boolean;
  /** it lives until it is told that it may die */
  diesWhenTold?: boolean;
}

/** A bot in a process of its own that dies, as if the machine had, at one named step. */
const part = JSON.parse(process.env.PART ?? "{}") as Part;
const store = await openStore(part.databaseUrl);
let mayDie = false;
const bot = await start({
  feishu: {
    appId: part.appId,
    appSecret: part.appSecret,
    domain: part.domain,
    mode: "websocket",
    encryptKey: "",
    verificationToken: "",
    tenantKey: undefined,
  },
  store,
  clock: tickingClock(part.now),
  log: createLog(process.env.LOG_LEVEL ?? "silent"),
  host: "127.0.0.1",
  port: 0,
  admins: [],
  sendLimits: false,
  step: (name) => {
    if (mayDie && name === part.diesAt) process.kill(process.pid, "SIGKILL");
  },
});
await bot.connected;
if (part.settlesFirst) {
  await bot.tick();
  while ((await store.read.outbox.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
mayDie = !part.diesWhenTold;
process.send?.("ready");
process.on("message", () => {
  mayDie = true;
  process.send?.("may die");
});
process.once("disconnect", () => process.exit(0));
