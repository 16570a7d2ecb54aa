import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Entry } from "./world.js";

/**
 * The sandbox's memory between two starts: one JSON line a record, appended and written before anyone gets an
 * answer, so that a killed process loses nothing that was answered.
 */
export interface Journal {
  /** What was found at the start, oldest first. */
  readonly entries: readonly Entry[];
  /** The sandbox instant of the last line. */
  readonly lastInstant: number | undefined;
  append(entry: Entry): void;
  /** Replaces the file by these entries: what was overwritten since goes. */
  compact(entries: readonly Entry[]): void;
  close(): void;
}

type Line = Entry & { at?: number };

/** Keeps nothing: for tests and benches. */
export const forgetfulJournal: Journal = {
  entries: [],
  lastInstant: undefined,
  append() {},
  compact() {},
  close() {},
};

/** `now` stamps each line, so that the clock can go on from there. */
export function openJournal(path: string, now: () => number): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const lines = existsSync(path) ? readLines(path) : [];
  const lastInstant = lines.reduce<number | undefined>(
    (latest, line) => Math.max(latest ?? 0, line.at ?? 0) || undefined,
    undefined,
  );
  let file = openSync(path, "a", 0o600);
  const write = (target: number, entry: Entry, at: number): void => {
    writeSync(target, `${JSON.stringify({ ...entry, at })}\n`);
  };
  return {
    entries: lines,
    lastInstant,
    append: (entry) => write(file, entry, now()),
    compact(entries) {
      const fresh = `${path}.new`;
      const target = openSync(fresh, "w", 0o600);
      for (const entry of entries) write(target, entry, lastInstant ?? 0);
      fsyncSync(target);
      closeSync(target);
      closeSync(file);
      renameSync(fresh, path);
      file = openSync(path, "a", 0o600);
    },
    close: () => closeSync(file),
  };
}

/** A last line cut off by a kill or a full disk was never answered for: it is left out, and the file is usable. */
function readLines(path: string): Line[] {
  const lines: Line[] = [];
  for (const text of readFileSync(path, "utf8").split("\n")) {
    if (text === "") continue;
    try {
      lines.push(JSON.parse(text) as Line);
    } catch {
      break;
    }
  }
  return lines;
}
