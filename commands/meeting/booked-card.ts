import { confirmedCancel, reminderBlocks, timeAndPlace } from "../../src/bot/meeting/meeting-texts.js";
import { meetingsHere } from "../../src/bot/meeting/meetings-here.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, type CardView, text } from "../../src/cards/card.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { plain, typed } from "../../src/cards/typed.js";
import type { Meeting } from "../../src/store/meetings.js";

/** Until when it lasts was said, but has no place in what is kept: it is shown here, not in the reminders. */
export async function bookedCard(turn: Turn, booked: Meeting, until?: string): Promise<CardView> {
  const { now } = turn;
  const others = (await meetingsHere(turn)).filter(({ id }) => id !== booked.id);
  const alike = others.filter(({ kind }) => kind === booked.kind);
  const times = others.map((other) => timeAndPlace(other, now));
  const again = alike.length > 0 && booked.kind === "推进会" ? "改期的话请把原来的取消。" : "";
  return {
    title: `已排${plain(booked.title, 50)}`,
    tone: "green",
    blocks: [
      text(
        `时间　**${meetingTime(booked.startsAt, now)}**${until ? `（到${until}，提醒里只写开始时间）` : ""}\n地点　${typed(booked.place, 60)}`,
      ),
      ...(await reminderBlocks(turn, booked)),
      ...(others.length > 0 ? [text(`这里还排着：${times.join("；")}。${again}`)] : []),
      buttons(
        confirmedCancel("取消这个会", booked.id),
        ...alike
          .slice(0, 3)
          .map(({ startsAt, id }) => confirmedCancel(`取消${meetingTime(startsAt, now)}的会`, id)),
      ),
    ],
  };
}
