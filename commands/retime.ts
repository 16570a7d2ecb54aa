import type { Answer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { logRefusal } from "../src/bot/refuse.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

const DAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const NAMES = "一二三四五六日";
const SPOKEN =
  /(?:每?(?:周|星期|礼拜))([一二三四五六日天])\s*(上午|下午)?\s*(\d{1,2})\s*[:：点时]\s*(\d{1,2}|半)?/;
const EARLIEST = "08:30";
const LATEST = "18:00";

/** 改时间: a weekly post leaves this group at another time, to the minute. */
export const retime: Command = {
  name: "改时间",
  aliases: ["修改时间"],
  topic: "会议与提醒",
  summary: "改某个每周提醒在本群的时间",
  examples: ["改时间 滞后摘要 周二 9:30"],
  allowed: "office",
  async run(turn, call) {
    const movable = turn.posts.filter((post) => post.weekly);
    const post = movable.find(({ name }) => call.rest.startsWith(name));
    if (!post)
      return said(
        "没有改动",
        `可以改时间的有：${movable.map(({ name }) => name).join("、")}。请这样说：改时间 ${movable[0]?.name ?? ""} 周二 9:30`,
      );
    const weekly = readWeekly(call.rest.slice(post.name.length).normalize("NFKC"));
    if (!weekly)
      return said(
        "没有改动",
        `没看懂时间“${typed(call.rest.slice(post.name.length).trim(), 30)}”。请写星期和钟点，如“改时间 ${post.name} 周二 9:30”。`,
      );
    if (weekly.time < EARLIEST || weekly.time > LATEST || weekly.weekday > 5)
      return said("没有改动", `提醒只在工作日 8:30 到 18:00 发，请换个时间，如“周二 9:30”。`);
    const refusal = mayArrangePosts(turn);
    if (refusal) {
      await logRefusal(turn, refusal, `改时间 ${post.name}`);
      return said("没有改动", refusal.sentence);
    }
    const known = (await turn.tx.schedule.ofChat(turn.chat.chatId)).find(({ job }) => job === post.name);
    await turn.tx.schedule.subscribe({
      chatId: turn.chat.chatId,
      job: post.name,
      active: true,
      since: known?.active ? known.since : turn.now,
      ...weekly,
    });
    return said(
      "已改时间",
      `${post.name}改为每周${NAMES[weekly.weekday - 1]} ${weekly.time} 发到这里；逢休息日不发。`,
    );
  },
};

/** `周二 9:30`, `每周三下午2点半` */
export function readWeekly(said: string): { weekday: number; time: string } | null {
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
