import { brief } from "../../src/bot/brief.js";
import type { Answer, Click, ClickAnswer } from "../../src/bot/command.js";
import { known } from "../../src/bot/meeting/meetings-here.js";
import { recordMeeting } from "../../src/bot/meeting/record.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, note, text } from "../../src/cards/card.js";
import { addDays, at, type Day, dayOf, formatDay, isDay } from "../../src/domain/day.js";
import { MONTHLY } from "./topic.js";

const DAYS = /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?/g;
/** where a 推进会 of before was held is not asked for */
const NOWHERE = "未记";

interface Model {
  entered: number[];
}

/** `排会 补记 1月20日、2月24日`: 推进会 held before the bot was there, so that they are counted. */
export async function enterHeld(turn: Turn, words: string): Promise<Answer> {
  const { tx, now, chat, speaker } = turn;
  const today = dayOf(now);
  const days = daysIn(words, today);
  const like = "如“排会 补记 1月20日、2月24日”。";
  if (days === null) return brief("没有补记", `有一天不在日历里，${like}`);
  if (days.length === 0) return brief("没有补记", `没看出是哪几天，${like}`);
  const ahead = days.find((day) => day >= today);
  if (ahead) return brief("没有补记", `${formatDay(ahead, today)}还没到，补记的是已经开过的会，${like}`);
  const entered: number[] = [];
  const kept: Day[] = [];
  const twice: Day[] = [];
  for (const day of days) {
    const held = await known(tx, await tx.meetings.between(at(day), at(addDays(day, 1))), chat.chatId);
    if (held.some(({ kind }) => kind === "推进会")) {
      twice.push(day);
      continue;
    }
    const meeting = { ...MONTHLY, chatId: chat.chatId, startsAt: at(day), place: NOWHERE };
    const id = await tx.meetings.book(meeting, speaker.openId, now);
    await recordMeeting(turn, id, "补记会议", null, `${MONTHLY.title} ${day}`);
    entered.push(id);
    kept.push(day);
  }
  const list = (some: readonly Day[]) => some.map((day) => formatDay(day, today)).join("、");
  return {
    card: {
      title: kept.length > 0 ? `已补记推进会${kept.length}次` : "没有补记",
      tone: kept.length > 0 ? "green" : "grey",
      blocks: [
        text(
          [kept.length > 0 ? list(kept) : "", twice.length > 0 ? `${list(twice)}原来就有，没有再记。` : ""]
            .filter(Boolean)
            .join("\n"),
        ),
        ...(kept.length > 0 ? [buttons({ label: "撤销", does: "unenter" })] : []),
        note("发“会议”看全年的会和已开次数"),
      ],
    },
    model: { entered } satisfies Model,
  };
}

export async function unenter(turn: Turn, click: Click): Promise<ClickAnswer> {
  const { entered } = click.model as Model;
  for (const id of entered) {
    await turn.tx.meetings.cancel(id, turn.now);
    await recordMeeting(turn, id, "撤销补记", MONTHLY.title, null);
  }
  const { card } = brief("已撤销补记", `${entered.length}次补记的推进会不再计入。`);
  return { toast: "已撤销", card };
}

/** A year that is named stands for the days behind it; null when one of them does not exist. */
function daysIn(words: string, today: Day): Day[] | null {
  let year = today.slice(0, 4);
  const days: Day[] = [];
  for (const [, named, month = "", date = ""] of words.normalize("NFKC").matchAll(DAYS)) {
    year = named ?? year;
    const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
    if (!isDay(day)) return null;
    days.push(day);
  }
  return [...new Set(days)].sort();
}
