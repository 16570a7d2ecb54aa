import { dayOf, formatDay, timeOf, weekdayName } from "../../domain/day.js";
import { startOfIsoWeek } from "../../domain/iso-week.js";
import type { Subscription } from "../../store/schedule.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import type { Post } from "../post.js";
import { postingTimes } from "../posting-times.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import { chosenFor, isOffered } from "./chosen.js";
import { comesNext } from "./next-slot.js";
import type { Wished } from "./wished-time.js";

/** Whether its time may be changed. */
export const isMovable = ({ weekly, daily }: Post): boolean => weekly !== undefined || daily !== undefined;

/** The posts whose time may be changed in this chat. */
export const movableHere = ({ posts, chat }: Turn): Post[] =>
  posts.filter((post) => isMovable(post) && isOffered(post, chat));

/** How this chat stands to a post. */
export const ownOf = async ({ tx, chat: { chatId } }: Turn, post: Post): Promise<Subscription> =>
  chosenFor(post, chatId, await tx.schedule.ofChat(chatId));

/** Moves a post of this chat; says old → new, and when it comes next. */
export async function movePost(turn: Turn, post: Post, known: Subscription, wished: Wished): Promise<Answer> {
  if (!known.active)
    return brief("没有改动", `这里没有订阅${post.name}。请先发“订阅 ${post.name}”，再改时间。`);
  // At the new time the weeks before had no slot: there is nothing of them to make up.
  const since = post.weekly ? Math.max(known.since, startOfIsoWeek(turn.now)) : known.since;
  const changed: Subscription = { ...known, ...wished, since };
  await turn.tx.schedule.subscribe(changed);
  const [from, to] = [postingTimes(post, known), postingTimes(post, wished)];
  if (from !== to)
    await recordChanges(turn, {
      subject: "posts",
      subjectId: turn.chat.chatId,
      what: `${post.name}的时间`,
      from,
      to,
    });
  const rest = post.weekly ? "每周的逢休息日不发。" : "";
  const was = from === to ? "" : `原来是${from}。`;
  return brief(
    "已改时间",
    `${post.name}以后发到这里的时间：${to}。${rest}${was}${await nextWords(turn, post, changed)}`,
    "green",
  );
}

async function nextWords(turn: Turn, post: Post, own: Subscription): Promise<string> {
  const next = await comesNext(turn, post, own);
  if (next === null) return "";
  if (next === turn.now) return "这周的还没发过，马上补发。";
  const day = dayOf(next);
  return `下次：${formatDay(day, dayOf(turn.now))}（${weekdayName(day)}）${timeOf(next)}。`;
}
