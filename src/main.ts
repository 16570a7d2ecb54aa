import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Logger } from "pino";
import { type Clock, systemClock, tickingClock } from "./clock.js";
import { type Running, start } from "./compose.js";
import { type Config, type FeishuConfig, readConfig } from "./config.js";
import { adoptCloseDay } from "./domain/data-month.js";
import { adoptCalendar } from "./domain/workdays.js";
import { createLog } from "./log.js";
import { sandboxFault } from "./sandbox-fault.js";
import { ownSandbox, sandboxOwner } from "./sandbox-lock.js";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.js";
import { prepareDatabase } from "./seeding/prepare-database.js";
import { openStore } from "./store/store.js";
import { readWorkdays } from "./workdays-file.js";

/** ms: what is under way may end, then the process does. */
const STOP_WITHIN = 8000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says what is wrong in plain sentences and ends; a stack trace helps nobody who sets up a bot. */
function giveUp(faults: readonly string[]): never {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}

async function sandboxOf(config: Config): Promise<SandboxProcess | undefined> {
  if (config.feishu) return undefined;
  const folder = dataFolder(config.databaseUrl);
  const owner = sandboxOwner(folder);
  if (owner !== null) giveUp([`沙盒已经在运行（进程 ${owner}），同一份数据只能开一个`]);
  const port = config.sandboxPort ?? (config.port === 0 ? 0 : config.port + 1);
  try {
    process.once("exit", ownSandbox(folder));
    return await startSandboxProcess({
      port,
      journal: join(folder, "sandbox-feishu.jsonl"),
      sendLimits: config.sendLimits,
      startAt: config.startAt,
      onLost: (how) => giveUp([`沙盒意外结束了（${how}），靠谱也停下。已记的账都在，请重新启动`]),
    });
  } catch (error) {
    return giveUp([sandboxFault(error as NodeJS.ErrnoException, { port, folder })]);
  }
}

/** What happened in the sandbox lies beside its database. */
function dataFolder(databaseUrl: string): string {
  return databaseUrl.startsWith("sqlite:") ? dirname(databaseUrl.slice("sqlite:".length)) : "data";
}

function clockOf(config: Config): Clock {
  return config.startAt === undefined ? systemClock() : tickingClock(config.startAt);
}

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const read = readConfig(process.env);
  if ("faults" in read) giveUp(["设置有误：", ...read.faults.map((fault) => `· ${fault}`)]);
  const { config } = read;
  if (config.workdays) {
    const workdays = readWorkdays(config.workdays);
    if ("faults" in workdays) giveUp(["调休文件有误：", ...workdays.faults.map((fault) => `· ${fault}`)]);
    adoptCalendar(workdays.calendar);
  }
  adoptCloseDay(config.closeDay);
  const isSandbox = config.feishu === undefined;
  const log = createLog(config.logLevel);

  const sandbox = await sandboxOf(config);
  const feishu = (config.feishu ?? sandbox?.feishu) as FeishuConfig;
  const clock = sandbox?.clock ?? clockOf(config);
  const store = await openStore(config.databaseUrl).catch((error: unknown) => {
    log.error({ code: "database", reason: error instanceof Error ? error.message : String(error) });
    return giveUp(["数据库打不开，请检查 DATABASE_URL 和它所在的目录、账号"]);
  });
  const refused = await prepareDatabase(store, { isSandbox, now: clock.now(), hasRegister: true });
  if (refused) giveUp([refused]);
  if (!config.sendLimits) say("发送限额已放开（KAOPU_SEND_LIMITS=off）：只用于压测，不代表平台上的速度");

  const running = await start({
    feishu,
    store,
    clock,
    log,
    host: config.host,
    port: config.port,
    admins: config.admins,
    sendLimits: config.sendLimits,
  }).catch((error: NodeJS.ErrnoException) =>
    giveUp([
      error.code === "EADDRINUSE"
        ? `端口 ${config.port} 被占用，请换一个 PORT`
        : `没能启动：${error.message}`,
    ]),
  );
  sandbox?.onJump(() => void running.tick());
  stopOnSignal(running, store, sandbox, log);
  await running.connected;
  if (sandbox) {
    say("靠谱已就绪（本机沙盒，演示数据）。在浏览器打开：");
    say(feishu.domain);
  } else {
    say("靠谱已就绪，已连上平台。健康检查：");
    say(`${running.url}/healthz`);
  }
}

function stopOnSignal(
  running: Running,
  store: { close(): Promise<void> },
  sandbox: SandboxProcess | undefined,
  log: Logger,
): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    await running.stop().catch((error: unknown) => log.error({ code: "stop", err: error }));
    await store.close();
    sandbox?.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

await main();
