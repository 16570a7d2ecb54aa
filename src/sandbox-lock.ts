import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "sandbox.pid";

/** The process that has this folder's sandbox in hand; null when there is none. */
export function sandboxOwner(folder: string): number | null {
  const pid = noted(folder);
  return pid !== null && pid !== process.pid && isAlive(pid) ? pid : null;
}

function noted(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, NAME), "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** False for a process that was killed and left its note behind. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Two sandboxes on one folder would overwrite each other's chats: the first one has it. */
export function ownSandbox(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NAME), String(process.pid));
  return () => rmSync(join(folder, NAME), { force: true });
}
