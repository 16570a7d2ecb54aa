import { type SandboxOptions, startSandbox } from "./sandbox.js";

/** How often the parent process is told the sandbox's time. */
const TELL_CLOCK_EVERY_MS = 1000;

/**
 * The sandbox as a process of its own: forked by the bot's launcher, which is told when it is ready and what time it
 * is, or started by hand to look at. Options come as JSON in SANDBOX_OPTIONS, or singly as SANDBOX_PORT and
 * SANDBOX_JOURNAL.
 */
function optionsFrom(env: NodeJS.ProcessEnv): SandboxOptions {
  const options = JSON.parse(env.SANDBOX_OPTIONS ?? "{}") as SandboxOptions;
  if (env.SANDBOX_PORT) options.port = Number(env.SANDBOX_PORT);
  if (env.SANDBOX_JOURNAL) options.journal = env.SANDBOX_JOURNAL;
  return options;
}

const sandbox = await startSandbox(optionsFrom(process.env)).catch(async (error: NodeJS.ErrnoException) => {
  if (process.send) await tellFailure(error);
  else if (error.code === "EADDRINUSE")
    process.stderr.write("沙盒没有启动：端口已被占用，换一个 SANDBOX_PORT 再试。\n");
  else process.stderr.write(`沙盒没有启动：${error.stack}\n`);
  process.exit(1);
});

/** The parent says it, in its own words. */
function tellFailure({ code, syscall, message }: NodeJS.ErrnoException): Promise<void> {
  return new Promise((resolve) => {
    process.send?.({ type: "failed", code, syscall, message }, undefined, undefined, () => resolve());
  });
}

const tell = (message: object): void => {
  // A parent that has just died is noticed by "disconnect"; a message under way to it may fail in peace.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

async function stop(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}

if (process.send) {
  // Signals often reach the whole group: the bot stops first and still sends what it has, then lets go of this one.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
  process.once("disconnect", stop);
  const { url, appId, appSecret, clock } = sandbox;
  tell({ type: "ready", url, appId, appSecret, now: clock.now() });
  const tellClock = (): void => tell({ type: "clock", now: clock.now() });
  clock.onChange(tellClock);
  setInterval(tellClock, TELL_CLOCK_EVERY_MS);
} else {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  process.stdout.write(
    `本机沙盒已就绪：${sandbox.url}\n机器人用 domain=${sandbox.url} appId=${sandbox.appId} appSecret=${sandbox.appSecret} 连接\n`,
  );
}
