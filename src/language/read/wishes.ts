import type { CommandItem } from "../items.js";
import { WISHES } from "../rules/wishes.js";
import type { Scene } from "../scene.js";

const LONGEST = 200;

/** 把武宁路的责任单位改成区建管委: plain words that one command answers; it gets the whole message. */
export function readWish({ masked, names, normal }: Scene): CommandItem | undefined {
  if (masked.length > LONGEST) return undefined;
  const wish = WISHES.find(({ command, words }) => names.commands.has(command) && words.test(masked));
  if (!wish) return undefined;
  const text = normal.raw.trim();
  return { intent: "command", name: wish.command, rest: text, text };
}
