import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { sandboxFile } from "../config.js";
import { sandboxOwner } from "../sandbox-lock.js";

/** Forgets all that happened in the sandbox of the settings; the next start begins on 2022-09-20 again. */
function reset(): string | null {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const file = sandboxFile(process.env);
  if (file === null)
    return "DATABASE_URL 指的不是沙盒的库（名为 sandbox.sqlite，不给应用用），没有清空任何东西。";
  const folder = dirname(file);
  const owner = sandboxOwner(folder);
  if (owner !== null) return `沙盒正在运行（进程 ${owner}），请先停下它。`;
  for (const name of [file, `${file}-wal`, `${file}-shm`, join(folder, "sandbox-feishu.jsonl")])
    rmSync(name, { force: true });
  return null;
}

const fault = reset();
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else process.stdout.write("沙盒已清空，下次启动从头开始。\n");
