import type { Answer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { EARLIEST, LATEST } from "../src/bot/posting-time.js";
import { refused } from "../src/bot/run-command.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

const DAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const NAMES = "一二三四五六日";
const SPOKEN =
  /(?:每?(?:周|星期|礼拜))([一二三四五六日天])\s*(上午|下午)?\s*(\d{1,2})\s*[:：点时]\s*(\d{1,2}|半)?/;

/** 改时间: a weekly post leaves this group at another time, to the minute. */
export const retime: Command = {
  name: "改时间",
  aliases: ["修改时间"],
  topic: "会议与提醒",
  summary: "改某个每周提醒在本群的时间",
  examples: ["改时间 滞后摘要 周二 9:30"],
  allowed: "posts",
  insideOnly: "推进办的提醒不发到外部群。",
  async run(turn, call) {
    const movable = turn.posts.filter((post) => post.weekly);
    const post = movable.find(({ name }) => call.rest.startsWith(name));
    if (!post)
      return said(
        "没有改动",
        `可以改时间的有：${movable.map(({ name }) => name).join("、")}。请这样说：改时间 ${movable[0]?.name ?? ""} 周二 9:30`,
      );
    const time = call.rest.slice(post.name.length).trim();
    const weekly = readWeekly(time.normalize("NFKC"));
    if (!weekly)
      return said(
        "没有改动",
        `${time ? `没看懂时间“${typed(time, 30)}”。` : ""}请写星期和钟点，如“改时间 ${post.name} 周二 9:30”。`,
      );
    if (weekly.time < EARLIEST || weekly.time > LATEST || weekly.weekday > 5)
      return said("没有改动", `提醒只在工作日 8:30 到 18:00 发，请换个时间，如“周二 9:30”。`);
    const refusal = await mayArrangePosts(turn);
    if (refusal) return refused(turn, refusal, `改时间 ${post.name}`);
    const known = (await turn.tx.schedule.ofChat(turn.chat.chatId)).find(({ job }) => job === post.name);
    if (!known?.active)
      return said("没有改动", `这里没有订阅${post.name}。请先发“订阅 ${post.name}”，再改时间。`);
    await turn.tx.schedule.subscribe({ ...known, ...weekly });
    return said(
      "已改时间",
      `${post.name}改为每周${NAMES[weekly.weekday - 1]} ${weekly.time} 发到这里；逢休息日不发。`,
    );
  },
};

/** `周二 9:30`, `每周三下午2点半` */
function readWeekly(said: string): { weekday: number; time: string } | null {
  const match = SPOKEN.exec(said);
  if (!match) return null;
  const [, day = "", half, hourText = "", minuteText] = match;
  const hour = Number(hourText) + (half === "下午" && Number(hourText) < 12 ? 12 : 0);
  const minute = minuteText === "半" ? 30 : Number(minuteText ?? 0);
  if (hour > 23 || minute > 59) return null;
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { weekday: DAYS[day] ?? 1, time };
}

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: title === "已改时间" ? "green" : "grey", blocks: [text(sentence)] } };
}
