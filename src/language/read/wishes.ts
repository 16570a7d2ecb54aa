import type { CommandItem, Item } from "../items.js";
import { WISHES } from "../rules/wishes.js";
import type { Scene } from "../scene.js";

const LONGEST = 200;

/**
 * 把武宁路的责任单位改成区建管委: plain words that one command answers; it gets the whole message.
 *
 * @param items what the words mean otherwise
 */
export function readWish({ masked, names, normal }: Scene, items: readonly Item[]): CommandItem | undefined {
  if (masked.length > LONGEST) return undefined;
  const wish = WISHES.find(
    ({ command, words, onlyIfNothing }) =>
      !(onlyIfNothing && items.length > 0) && names.commands.has(command) && words.test(masked),
  );
  if (!wish) return undefined;
  const text = normal.raw.trim();
  return { intent: "command", name: wish.command, rest: text, text };
}
