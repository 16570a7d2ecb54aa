import { typed } from "../../cards/typed.js";
import type { Turn } from "../turn.js";

const ONE = /我(?!们)/;

/**
 * 别给我发滞后摘要了, said in a group: what is changed there is changed for all, and somebody who speaks of
 * themselves alone has not asked for that. Null where all are meant.
 *
 * @param like what to say for oneself in private, and what for the group
 */
export function notForAll(
  { chat }: Pick<Turn, "chat">,
  words: string,
  like: { own: string; all: string },
): string | null {
  if (chat.type === "p2p" || !ONE.test(words)) return null;
  return `在群里改的是大家的，没有改动。只改您自己的，请私聊我说“${typed(like.own, 30)}”；要改这个群的，请发“${typed(like.all, 30)}”。`;
}
