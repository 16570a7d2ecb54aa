import { rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.js";

/** Forgets all that happened in the sandbox; the next start begins on 2022-09-20 again. */
const FILES = ["sandbox.sqlite", "sandbox.sqlite-wal", "sandbox.sqlite-shm", "sandbox-feishu.jsonl"];

for (const name of FILES) rmSync(join(ROOT, "data", name), { force: true });
process.stdout.write("沙盒已清空，下次启动从头开始。\n");
