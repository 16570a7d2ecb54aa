import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.js";
import { sandboxOwner } from "../sandbox-lock.js";

/** Forgets all that happened in the sandbox; the next start begins on 2022-09-20 again. */
const FILES = ["sandbox.sqlite", "sandbox.sqlite-wal", "sandbox.sqlite-shm", "sandbox-feishu.jsonl"];

const folder = join(ROOT, "data");
const owner = sandboxOwner(folder);
if (owner === null) {
  for (const name of FILES) rmSync(join(folder, name), { force: true });
  process.stdout.write("沙盒已清空，下次启动从头开始。\n");
} else {
  process.stderr.write(`沙盒正在运行（进程 ${owner}），请先停下它。\n`);
  process.exitCode = 1;
}
