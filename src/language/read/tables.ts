import type { Item } from "../items.js";
import type { Scene } from "../scene.js";

/** A pasted table, or nothing when the message is none. */
export function readTable(scene: Scene): Item[] | undefined {
  if (!scene.masked.includes("\t")) return undefined;
  return undefined;
}
