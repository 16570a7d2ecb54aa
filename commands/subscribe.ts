import type { Answer, Call, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { postingTimes } from "../src/bot/posting-times.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

/** 订阅: this group gets a post. */
export const subscribe: Command = {
  name: "订阅",
  aliases: [],
  topic: "会议与提醒",
  summary: "本群开始收某个提醒；不带名称就列出本群收哪些",
  examples: ["订阅", "订阅 滞后摘要"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  run: (turn, call) => arrange(turn, call, true),
};

/** 退订: this group no longer gets it. */
export const unsubscribe: Command = {
  name: "退订",
  aliases: ["取消订阅"],
  topic: "会议与提醒",
  summary: "本群不再收某个提醒",
  examples: ["退订 滞后摘要"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  run: (turn, call) => arrange(turn, call, false),
};

async function arrange(turn: Turn, call: Call, active: boolean): Promise<Answer> {
  if (call.rest === "") return listed(turn);
  const post = turn.posts.find(({ name }) => name === call.rest.trim());
  if (!post) return notAPost(turn, call.rest, active);
  const refusal = await mayArrangePosts(turn);
  if (refusal) return refused(turn, refusal, `${active ? "订阅" : "退订"} ${post.name}`);
  const known = (await turn.tx.schedule.ofChat(turn.chat.chatId)).find(({ job }) => job === post.name);
  await turn.tx.schedule.subscribe({
    chatId: turn.chat.chatId,
    job: post.name,
    active,
    since: active && !known?.active ? turn.now : (known?.since ?? turn.now),
    weekday: known?.weekday ?? null,
    time: known?.time ?? null,
  });
  const was = known?.active ?? false;
  if (was !== active)
    await recordChanges(turn, {
      subject: "posts",
      subjectId: turn.chat.chatId,
      what: `定时消息 ${post.name}`,
      from: received(was),
      to: received(active),
    });
  return active
    ? said(
        `已订阅 ${post.name}`,
        `${post.summary}。时间：${postingTimes(post, known)}。不要了请发“退订 ${post.name}”。`,
      )
    : said(`已退订 ${post.name}`, `这里不再收${post.name}。要恢复请发“订阅 ${post.name}”。`);
}

const received = (active: boolean): string => (active ? "收" : "不收");

/** Nothing is changed for a name that is only nearly one, or with words behind it that nobody read. */
function notAPost({ posts }: Turn, words: string, active: boolean): Answer {
  const near = posts.find(({ name }) => words.startsWith(name) || name.includes(words));
  const like = near
    ? `要${active ? "订阅" : "退订"}请发“${active ? "订阅" : "退订"} ${near.name}”${near.weekly ? `，要改时间请发“改时间 ${near.name} 周二 9:30”` : ""}。`
    : `可以订阅的有：${posts.map(({ name }) => name).join("、")}。`;
  return said("没有这个提醒", `没有“${typed(words, 30)}”，没有改动。${like}`);
}

async function listed(turn: Turn): Promise<Answer> {
  const chosen = await turn.tx.schedule.ofChat(turn.chat.chatId);
  const lines = turn.posts.map((post) => {
    const own = chosen.find(({ job }) => job === post.name);
    return `${own?.active ? "✅" : "－"} **${post.name}**　${postingTimes(post, own)}：${post.summary}`;
  });
  const here = turn.chat.type === "group" ? "本群" : "您";
  return said(`${here}的提醒`, [...lines, "要开请发“订阅 名称”，要关请发“退订 名称”。"].join("\n"));
}

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: "blue", blocks: [text(sentence)] } };
}
