import { namedHere } from "../../src/bot/attend.js";
import type { Answer } from "../../src/bot/command.js";
import { officeContact } from "../../src/bot/permissions.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, type CardView, note, text } from "../../src/cards/card.js";
import { attendanceLines } from "../../src/cards/meeting/attendance-lines.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { typed } from "../../src/cards/typed.js";
import { dayOf, daysBetween } from "../../src/domain/day.js";
import type { Meeting } from "../../src/store/meetings.js";
import { attendButtons, howToBook, type Model, said, timeAndPlace } from "./meeting-texts.js";
import { meetingsHere, nextElsewhere } from "./meetings-here.js";

/** `推进会什么时候开`: the next one, who comes, and the two buttons to say so. */
export async function when(turn: Turn): Promise<Answer> {
  const [here] = await meetingsHere(turn);
  const next = here ?? (await nextElsewhere(turn))?.meeting;
  if (!next) return said("还没有排推进会", await whoBooks(turn));
  return { card: await nextCard(turn, next), model: { id: next.id } satisfies Model };
}

export async function nextCard(turn: Turn, next: Meeting): Promise<CardView> {
  const { tx, now, chat } = turn;
  const days = daysBetween(dayOf(now), dayOf(next.startsAt));
  const distance = ["今天", "明天", "后天"][days] ?? `还有${days}天`;
  const later = (await meetingsHere(turn)).filter(({ startsAt }) => startsAt > next.startsAt);
  const group = next.chatId === chat.chatId ? null : await tx.chats.find(next.chatId);
  return {
    title: `下次推进会：${distance}`,
    tone: "blue",
    blocks: [
      text(`时间　**${meetingTime(next.startsAt, now)}**\n地点　${typed(next.place, 60)}`),
      text(
        attendanceLines(await tx.meetings.attendance(next.id), { here: namedHere(turn, next) }).join("\n"),
      ),
      ...(later.length > 0
        ? [text(`之后还排着：${later.map((other) => timeAndPlace(other, now)).join("；")}`)]
        : []),
      buttons(...attendButtons),
      ...(group
        ? [note(`在“${typed(group.name, 30)}”里排的，提醒也发到那里；改期、取消请到那个群里说`)]
        : turn.speaker.role === "office"
          ? [note("改期请说“会议改到周五下午两点”，取消请说“取消会议”")]
          : []),
    ],
  };
}

async function whoBooks({ tx, now, speaker }: Turn): Promise<string> {
  return speaker.role === "office"
    ? howToBook(now)
    : `定下来我会在群里提醒；想问安排请找${await officeContact(tx)}。`;
}
