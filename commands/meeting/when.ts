import { namedHere } from "../../src/bot/attend.js";
import { brief } from "../../src/bot/brief.js";
import type { Answer } from "../../src/bot/command.js";
import { invitedTo } from "../../src/bot/meeting/invited.js";
import { howToBook, type Model, timeAndPlace } from "../../src/bot/meeting/meeting-texts.js";
import { meant, meetingsHere, nextElsewhere, TOPIC } from "../../src/bot/meeting/meetings-here.js";
import { mayOfAll, officeContact } from "../../src/bot/permissions.js";
import type { Turn } from "../../src/bot/turn.js";
import { type CardView, note, text } from "../../src/cards/card.js";
import { attendBlocks } from "../../src/cards/meeting/attend-blocks.js";
import { attendanceLines } from "../../src/cards/meeting/attendance-lines.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf, daysBetween } from "../../src/domain/day.js";
import { kindName } from "../../src/domain/meeting.js";
import type { Meeting } from "../../src/store/meetings.js";

const WHO_IS_SILENT = /没有?(?:回复|答复|确认|表态|反馈)|还没回/;

/** `推进会什么时候开`: the next one, who comes, and the buttons to say so; `谁没回复` also who has said nothing. */
export async function when(turn: Turn, words: string): Promise<Answer> {
  const here = await meant(turn, await meetingsHere(turn), words);
  const next = here[0] ?? (await nextElsewhere(turn))?.meeting;
  if (!next || (next.kind === "专题" && /推进会/.test(words)))
    return brief(`还没有排${TOPIC.test(words) ? "专题协调会" : "推进会"}`, await whoBooks(turn));
  const isFull = WHO_IS_SILENT.test(words);
  const model: Model = { id: next.id, ...(isFull ? { isFull } : {}) };
  return { card: await nextCard(turn, next, isFull), model };
}

export async function nextCard(turn: Turn, next: Meeting, isFull: boolean): Promise<CardView> {
  const { tx, now, chat } = turn;
  const days = daysBetween(dayOf(now), dayOf(next.startsAt));
  const distance = ["今天", "明天", "后天"][days] ?? `还有${days}天`;
  const later = (await meetingsHere(turn)).filter(({ startsAt }) => startsAt > next.startsAt);
  const group = next.chatId === chat.chatId ? null : await tx.chats.find(next.chatId);
  const expected = {
    here: namedHere(turn, next),
    ...(isFull ? { invited: await invitedTo(tx, next) } : {}),
  };
  return {
    title: `下次${kindName(next.kind)}：${distance}`,
    tone: "blue",
    blocks: [
      ...(next.kind === "专题" ? [text(`**${typed(next.title, 60)}**`)] : []),
      text(`时间　**${meetingTime(next.startsAt, now)}**\n地点　${typed(next.place, 60)}`),
      text(attendanceLines(await tx.meetings.attendance(next.id), expected).join("\n")),
      ...(later.length > 0
        ? [text(`之后还排着：${later.map((other) => timeAndPlace(other, now)).join("；")}`)]
        : []),
      ...attendBlocks,
      ...(group
        ? [note(`在“${typed(group.name, 30)}”里排的，提醒也发到那里；改期、取消请到那个群里说`)]
        : mayOfAll(turn, "meeting.arrange")
          ? [note("改期请说“会议改到周五下午两点”，取消请说“取消会议”，没回复的看“会议谁没回复”")]
          : []),
    ],
  };
}

async function whoBooks(turn: Turn): Promise<string> {
  const { tx, now } = turn;
  return mayOfAll(turn, "meeting.arrange")
    ? howToBook(now)
    : `定下来我会在群里提醒；想问安排请找${await officeContact(tx)}。`;
}
