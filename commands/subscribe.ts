import { brief } from "../src/bot/brief.js";
import type { Answer, Call, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { askWhichToStop } from "../src/bot/schedule/ask-which-to-stop.js";
import { boundNames } from "../src/bot/schedule/bound.js";
import { mutedHere, mutedWords, muteHere } from "../src/bot/schedule/mute.js";
import { received } from "../src/bot/schedule/received.js";
import { turnOn } from "../src/bot/schedule/turn-on.js";
import { namedIn, noSuchPost, type Wanted, wantedIn } from "../src/bot/schedule/wanted.js";
import { notForAll } from "../src/bot/schedule/whose.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { receivedCard } from "../src/cards/schedule/received-card.js";
import { dayOf } from "../src/domain/day.js";

/** 订阅: this chat gets a post, or a person what is theirs; alone it lists what comes here. */
export const subscribe: Command = {
  name: "订阅",
  aliases: ["订阅列表", "我的订阅", "本群订阅"],
  topic: "会议与提醒",
  summary: "收某个提醒；不带名称就列出这里收哪些、接下来哪几天",
  examples: ["订阅列表", "订阅 滞后摘要"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  run: (turn, call) => arrange(turn, call, true),
  clicks: { unmute: { run: unmute } },
};

/** 退订: it no longer does. */
export const unsubscribe: Command = {
  name: "退订",
  aliases: ["取消订阅"],
  topic: "会议与提醒",
  summary: "不再收某个提醒",
  examples: ["退订 滞后摘要"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  run: (turn, call) => arrange(turn, call, false),
  clicks: { off: { run: stopByButton } },
};

/** 滞后摘要什么时候发, 接下来会发什么: asks for the list. */
const ASKS = /什么|哪|几点|几号|周几|啥|有什么|[?？]/;

async function arrange(turn: Turn, call: Call, active: boolean): Promise<Answer> {
  const isPlain = call.rest === turn.words.trim();
  // Plain words that ask for the list are the whole message.
  if (call.rest === "" || (isPlain && ASKS.test(call.rest)))
    return { card: await listed(turn, isPlain ? namedIn(turn, call.rest) : []) };
  const wanted = wantedIn(turn, call.rest.trim());
  const word = active ? "订阅" : "退订";
  if (isPlain && !wanted) return active ? { card: await listed(turn) } : askWhichToStop(turn);
  if (!wanted) return said("没有这个提醒", noSuchPost(turn, call.rest, word));
  if ("elsewhere" in wanted) return said("没有改动", `${wanted.elsewhere}没有改动。`);
  const own = `${word} ${wanted.name}`;
  const others = isPlain ? notForAll(turn, call.rest, { own, all: own }) : null;
  if (others) return said("没有改动", others);
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refused(turn, refusal, own);
  const when = await turnOn(turn, wanted, active);
  return active ? onSaid(turn, wanted, when) : said(`已退订 ${wanted.name}`, offWords(turn, wanted));
}

async function onSaid(turn: Turn, { name, summary }: Wanted, when: string): Promise<Answer> {
  const until = await mutedHere(turn);
  const silence = until ? `现在静音${mutedWords(until, turn.now)}，过后才发。` : "";
  return said(`已订阅 ${name}`, `${summary}。时间：${when}。${silence}不要了请发“退订 ${name}”。`);
}

const offWords = ({ chat }: Turn, { name }: Wanted): string =>
  `${chat.type === "p2p" ? "不再发给您" : "这里不再收"}${name}。要恢复请发“订阅 ${name}”。`;

/** All posts, or those of some names. */
async function listed(turn: Turn, names: readonly string[] = []): Promise<CardView> {
  const until = await mutedHere(turn);
  const all = await received(turn);
  const named = all.filter(({ name }) => names.includes(name));
  return receivedCard({
    isGroup: turn.chat.type === "group",
    today: dayOf(turn.now),
    shown: named.length > 0 ? named : all,
    muted: until && mutedWords(until, turn.now),
    about: await boundNames(turn),
  });
}

async function unmute(turn: Turn): Promise<ClickAnswer> {
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refusedClick(turn, refusal, "取消静音");
  await muteHere(turn, null);
  return { toast: "已取消静音", card: await listed(turn) };
}

async function stopByButton(turn: Turn, { args }: Click): Promise<ClickAnswer> {
  const name = String(args.name);
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refusedClick(turn, refusal, `退订 ${name}`);
  const wanted = wantedIn(turn, name);
  if (!wanted || "elsewhere" in wanted) return { toast: "这里没有这个提醒", tone: "info" };
  await turnOn(turn, wanted, false);
  return { toast: `已退订 ${name}`, ...said(`已退订 ${name}`, offWords(turn, wanted)) };
}

const said = (title: string, sentence: string): Answer => brief(title, sentence, "blue");
