import type { Normal } from "./normalise.js";

/** A stretch of the text and what stands in its place; nothing when it is left out. */
export interface Edit {
  start: number;
  end: number;
  text?: string;
}

/** The text with some stretches changed; every position still leads back to the words as typed. */
export function edited(normal: Normal, edits: readonly Edit[]): Normal {
  const pieces: string[] = [];
  const from: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    pieces.push(normal.text.slice(at, Math.max(at, end)));
    for (let index = at; index < end; index++) from.push(normal.from[index] ?? 0);
  };
  for (const { start, end, text = "" } of [...edits].sort((a, b) => a.start - b.start)) {
    keep(start);
    pieces.push(text);
    for (const _ of text) from.push(normal.from[start] ?? 0);
    at = Math.max(at, end);
  }
  keep(normal.text.length);
  from.push(normal.from[normal.text.length] ?? normal.raw.length);
  return { text: pieces.join(""), raw: normal.raw, from: Uint32Array.from(from) };
}
