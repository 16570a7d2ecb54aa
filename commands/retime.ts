import type { Answer, Command } from "../src/bot/command.js";
import { mayArrangePosts } from "../src/bot/permissions.js";
import { EARLIEST, LATEST } from "../src/bot/posting-time.js";
import { postingTimes } from "../src/bot/posting-times.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refused } from "../src/bot/run-command.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { at, dayOf, timeOf, weekday } from "../src/domain/day.js";
import { startOfIsoWeek } from "../src/domain/iso-week.js";
import { readAppointment } from "../src/language/appointment.js";

const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]/g;
/** a Monday's first minute: read from here, every weekday and hour lies ahead */
const MONDAY = at("2022-01-03");

/** 改时间: a weekly post leaves this group at another time, to the minute. */
export const retime: Command = {
  name: "改时间",
  aliases: ["修改时间"],
  topic: "会议与提醒",
  summary: "改某个每周提醒在本群的时间",
  examples: ["改时间 滞后摘要 周二 9:30"],
  act: "posts.arrange",
  insideOnly: "推进办的提醒只发给内部。",
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
    // At the new time the weeks before had no slot: there is nothing of them to make up.
    const since = Math.max(known.since, startOfIsoWeek(turn.now));
    await turn.tx.schedule.subscribe({ ...known, ...weekly, since });
    const [from, to] = [postingTimes(post, known), postingTimes(post, weekly)];
    if (from !== to)
      await recordChanges(turn, {
        subject: "posts",
        subjectId: turn.chat.chatId,
        what: `${post.name}的时间`,
        from,
        to,
      });
    return said(
      "已改时间",
      `${post.name}以后发到这里的时间：${postingTimes(post, weekly)}。每周的逢休息日不发。`,
    );
  },
};

/** `周二 9:30`, `每周三下午2点半`: said like an appointment, and kept for every week. */
function readWeekly(said: string): { weekday: number; time: string } | null {
  const day = /^每?((?:周|星期|礼拜).*)$/.exec(said)?.[1];
  const read = day === undefined ? null : readAppointment(day, MONDAY);
  // 周一周三 are two wishes, and words behind the hour say something that is not read.
  if (!read || "fault" in read || read.place || (said.match(WEEKDAY)?.length ?? 0) > 1) return null;
  return { weekday: weekday(dayOf(read.startsAt)), time: timeOf(read.startsAt) };
}

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: title === "已改时间" ? "green" : "grey", blocks: [text(sentence)] } };
}
