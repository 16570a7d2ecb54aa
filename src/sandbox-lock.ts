import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "sandbox.pid";

/** The process that has this folder's sandbox in hand; null when there is none. */
export function sandboxOwner(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, NAME), "utf8"));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
    process.kill(pid, 0);
    return pid;
  } catch {
    // No file, or a process that was killed and left it behind.
    return null;
  }
}

/** Two sandboxes on one folder would overwrite each other's chats: the first one has it. */
export function ownSandbox(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NAME), String(process.pid));
  return () => rmSync(join(folder, NAME), { force: true });
}
