import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import type { Post } from "../src/bot/post.js";
import { EARLIEST, LATEST } from "../src/bot/posting-time.js";
import { postingTimes } from "../src/bot/posting-times.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refused } from "../src/bot/run-command.js";
import { chosenFor, isOffered } from "../src/bot/schedule/chosen.js";
import { readHour, readWeekly } from "../src/bot/schedule/read-posting-time.js";
import type { Turn } from "../src/bot/turn.js";
import { typed } from "../src/cards/typed.js";
import { startOfIsoWeek } from "../src/domain/iso-week.js";

/** When a post is to leave: `weekday` is null where its days are given. */
interface Wished {
  weekday: number | null;
  time: string;
}

/** 改时间: a post leaves this chat at another time, to the minute. */
export const retime: Command = {
  name: "改时间",
  aliases: ["修改时间"],
  topic: "会议与提醒",
  summary: "改某个提醒在这里的时间：每周的改星期和钟点，按日子发的改钟点",
  examples: ["改时间 滞后摘要 周二 9:30"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
  async run(turn, call) {
    const movable = turn.posts.filter((post) => isMovable(post) && isOffered(post, turn.chat));
    const post = movable.find(({ name }) => call.rest.startsWith(name));
    if (!post)
      return unchanged(
        `${fixedWords(turn, call.rest)}可以改时间的有：${movable.map(({ name }) => name).join("、")}。请这样说：${exampleOf(movable[0])}`,
      );
    const said = call.rest.slice(post.name.length).trim();
    const wished = readTime(post, said.normalize("NFKC"));
    if (!wished) return notRead(post, said);
    if (wished.time < EARLIEST || wished.time > LATEST || (wished.weekday ?? 1) > 5)
      return unchanged(`提醒只在工作日 8:30 到 18:00 发，请换个时间，如“${exampleTime(post)}”。`);
    const refusal = await mayArrangePosts(turn);
    return refusal ? refused(turn, refusal, `改时间 ${post.name}`) : move(turn, post, wished);
  },
};

const isMovable = ({ weekly, daily }: Post): boolean => weekly !== undefined || daily !== undefined;

const readTime = (post: Post, said: string): Wished | null => {
  if (post.weekly) return readWeekly(said);
  const time = readHour(said);
  return time === null ? null : { weekday: null, time };
};

async function move(turn: Turn, post: Post, wished: Wished): Promise<Answer> {
  const { chatId } = turn.chat;
  const known = chosenFor(post, chatId, await turn.tx.schedule.ofChat(chatId));
  if (!known.active) return unchanged(`这里没有订阅${post.name}。请先发“订阅 ${post.name}”，再改时间。`);
  // At the new time the weeks before had no slot: there is nothing of them to make up.
  const since = post.weekly ? Math.max(known.since, startOfIsoWeek(turn.now)) : known.since;
  await turn.tx.schedule.subscribe({ ...known, ...wished, since });
  const [from, to] = [postingTimes(post, known), postingTimes(post, wished)];
  if (from !== to)
    await recordChanges(turn, {
      subject: "posts",
      subjectId: chatId,
      what: `${post.name}的时间`,
      from,
      to,
    });
  const rest = post.weekly ? "每周的逢休息日不发。" : "";
  return said(
    "已改时间",
    `${post.name}以后发到这里的时间：${to}。${rest}${from === to ? "" : `原来是${from}。`}`,
  );
}

function notRead(post: Post, words: string): Answer {
  const fault = words ? `没看懂时间“${typed(words, 30)}”。` : "";
  const parts = post.weekly ? "请写星期和钟点" : "它的日子是定好的，请只写钟点";
  return unchanged(`${fault}${parts}，如“改时间 ${post.name} ${exampleTime(post)}”。`);
}

/** Why the time of what was named is not for moving. */
function fixedWords({ posts, nudges }: Turn, words: string): string {
  if (nudges.some(({ name }) => words.startsWith(name)))
    return "私下的提醒每个工作日早上合成一条发，不单独改时间；不想收请私聊我发“退订 名称”。";
  const post = posts.find(({ name }) => words.startsWith(name));
  if (!post) return "";
  return isMovable(post) ? `${post.name}只发到推进办的群里。` : `${post.name}跟着会走，改了会它就跟着改。`;
}

const exampleTime = ({ weekly }: Post): string => (weekly ? "周二 9:30" : "9:40");

const exampleOf = (post: Post | undefined): string =>
  post ? `改时间 ${post.name} ${exampleTime(post)}` : "改时间 名称 9:40";

const unchanged = (sentence: string): Answer => said("没有改动", sentence);

function said(title: string, sentence: string): Answer {
  return brief(title, sentence, title === "已改时间" ? "green" : "grey");
}
