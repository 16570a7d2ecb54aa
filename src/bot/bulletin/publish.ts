import { typed } from "../../cards/typed.js";
import { dayOf, formatDay } from "../../domain/day.js";
import type { Chat } from "../../store/chats.js";
import { isUnbound } from "../schedule/bound.js";
import type { Turn } from "../turn.js";
import { PUBLICATION } from "./name.js";

/** names of groups that a sentence holds */
const MOST = 6;

interface Recipients {
  /** inside groups that a bulletin goes to */
  groups: Chat[];
  /** groups that get none, with why: 武宁路群（绑定了单位或项目，没有订阅） */
  leftOut: string[];
}

/** Which inside groups get what goes out at an instant, epoch ms: unbound ones, and who has subscribed. */
export async function recipientsOf(tx: Turn["tx"], goesOutAt: number): Promise<Recipients> {
  const rows = await tx.schedule.subscriptions(PUBLICATION);
  const chosen = new Map(rows.map(({ chatId, active }) => [chatId, active]));
  const found: Recipients = { groups: [], leftOut: [] };
  for (const chat of await tx.chats.groups()) {
    if (chat.external) continue;
    const why = await whyNot(tx, chat, chosen.get(chat.chatId), goesOutAt);
    if (why === null) found.groups.push(chat);
    else found.leftOut.push(`${chat.name}（${why}）`);
  }
  return found;
}

async function whyNot(
  tx: Turn["tx"],
  chat: Chat,
  chosen: boolean | undefined,
  goesOutAt: number,
): Promise<string | null> {
  if (chosen === false) return "退订了";
  if (chosen === undefined && !(await isUnbound(tx, chat))) return "绑定了单位或项目，没有订阅";
  const mutedUntil = await tx.schedule.mutedUntil(chat.chatId);
  return mutedUntil !== null && dayOf(goesOutAt) <= mutedUntil ? "静音" : null;
}

/** `现在发到2个群：推进办内部群、重大项目推进群`, `9月26日上午8:30以后发到…` */
export const goesOutWords = (now: number, goesOutAt: number, { groups }: Recipients): string =>
  groups.length > 0
    ? `${whenWords(now, goesOutAt)}发到${groups.length}个群：${named(groups.map(({ name }) => name))}`
    : "没有群要收，不发";

/** `不发：武宁路群（静音）。`; empty where all get it */
export const leftOutWords = ({ leftOut }: Recipients): string =>
  leftOut.length > 0 ? `不发：${named(leftOut)}。` : "";

/** `9月26日上午8:30以后`, `现在` */
export const whenWords = (now: number, goesOutAt: number): string =>
  goesOutAt > now ? `${formatDay(dayOf(goesOutAt), dayOf(now))}上午8:30以后` : "现在";

const named = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST)
    .map((name) => typed(name, 40))
    .join("、")}${names.length > MOST ? `等${names.length}个` : ""}`;
