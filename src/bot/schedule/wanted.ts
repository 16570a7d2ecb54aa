import { typed } from "../../cards/typed.js";
import type { Nudge } from "../nudge.js";
import type { Post } from "../post.js";
import type { Turn } from "../turn.js";
import { isOffered, nudgesFor } from "./chosen.js";

/** What 订阅 or 退订 is about: a post of this chat, or what the bot tells the speaker alone. */
export type Wanted =
  | { is: "post"; post: Post; name: string; summary: string }
  | { is: "nudge"; nudge: Nudge; name: string; summary: string };

/** There is such a post, but not here; a sentence that says where. */
export interface Elsewhere {
  elsewhere: string;
}

/** The names of posts that plain words contain: 滞后摘要 in 以后别发滞后摘要了. */
export const namedIn = ({ posts, nudges }: Turn, words: string): string[] =>
  [...posts, ...nudges].map(({ name }) => name).filter((name) => words.includes(name));

/** The one post that the words are, or in plain words speak of; null where there is none, or several. */
export function wantedIn(turn: Turn, words: string): Wanted | Elsewhere | null {
  const isPlain = words === turn.words.trim();
  const [name, ...others] = isPlain ? namedIn(turn, words) : [words];
  return name !== undefined && others.length === 0 ? wantedOf(turn, name) : null;
}

/** The post of exactly this name; null where there is none. */
function wantedOf(turn: Turn, name: string): Wanted | Elsewhere | null {
  const post = turn.posts.find((one) => one.name === name);
  if (post && !isOffered(post, turn.chat)) return { elsewhere: `${name}只发到推进办的群里，这里收不到，` };
  if (post) return { is: "post", post, name, summary: post.summary };
  const nudge = turn.nudges.find((one) => one.name === name);
  if (!nudge) return null;
  if (turn.chat.type !== "p2p") return { elsewhere: `${name}是私下发给本人的，请私聊我来办，` };
  if (!nudgesFor([nudge], turn.speaker).length) return { elsewhere: `${name}只发给领导，您收不到，` };
  return { is: "nudge", nudge, name, summary: nudge.summary };
}

/** The names that may be said here. */
export function namesHere(turn: Turn): string[] {
  const posts = turn.posts.filter((post) => isOffered(post, turn.chat));
  const nudges = turn.chat.type === "p2p" ? nudgesFor(turn.nudges, turn.speaker) : [];
  return [...posts, ...nudges].map(({ name }) => name);
}

/** Nothing is changed for a name that is only nearly one, or with words behind it that nobody read. */
export function noSuchPost(turn: Turn, words: string, word: string): string {
  const names = namesHere(turn);
  const near = names.find((name) => words.startsWith(name) || name.includes(words.trim()));
  const post = turn.posts.find(({ name }) => name === near);
  const example = post?.weekly ? "周二 9:30" : post?.daily ? "9:40" : "";
  const move = example ? `，要改时间请发“改时间 ${near} ${example}”` : "";
  const like = near ? `要${word}请发“${word} ${near}”${move}。` : `可以${word}的有：${names.join("、")}。`;
  return `没有“${typed(words, 30)}”，没有改动。${like}`;
}
