import { readFileSync } from "node:fs";
import type { Item } from "../../src/language/items.js";
import { buildNameIndex } from "../../src/language/names.js";
import { namingOf, type Seed } from "../../src/language/naming.js";
import type { Understanding } from "../../src/language/understand.js";

/** The clock of the corpus: Tuesday 2022-09-20 10:00 in Shanghai. */
export const NOW = Date.parse("2022-09-20T10:00:00+08:00");

const seed = JSON.parse(readFileSync(new URL("../../seeds/projects.json", import.meta.url), "utf8")) as Seed;
/** The seeds' names and the commands' own words. */
export const NAMES = buildNameIndex(namingOf(seed));

export interface Phrase {
  text: string;
  items: Record<string, unknown>[];
  /** the command that answers it in plain words; without it none may */
  wish?: string;
}

/** The phrases of one file of the corpus. */
export function phrases(name: string): Phrase[] {
  const file = new URL(`../corpus/${name}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Phrase);
}

/** Whether a message is read as written down, and no command takes it that was not to. */
export function isRight({ items, wish }: Phrase, read: Pick<Understanding, "items" | "wish">): boolean {
  return agrees(items, read.items) && wish === read.wish?.name;
}

/** Whether a reading has as many items, in this order, and every field that is written down. */
export function agrees(expected: Phrase["items"], items: readonly Item[]): boolean {
  if (expected.length !== items.length) return false;
  return expected.every((fields, index) => {
    const item = items[index] as unknown as Record<string, unknown>;
    return Object.entries(fields).every(
      ([key, value]) => JSON.stringify(item[key]) === JSON.stringify(value),
    );
  });
}
