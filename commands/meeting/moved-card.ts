import { namedHere } from "../../src/bot/attend.js";
import { confirmedCancel, reminderBlocks, type Was } from "../../src/bot/meeting/meeting-texts.js";
import type { Turn } from "../../src/bot/turn.js";
import { type Button, buttons, type CardView, text } from "../../src/cards/card.js";
import { attendButtons } from "../../src/cards/meeting/attend-blocks.js";
import { attendanceLines } from "../../src/cards/meeting/attendance-lines.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { plain, typed } from "../../src/cards/typed.js";
import { dayOf, timeOf } from "../../src/domain/day.js";
import type { Meeting } from "../../src/store/meetings.js";

/** What has changed, old → new, who is asked again, and who has answered so far. */
export async function movedCard(turn: Turn, was: Was, moved: Meeting): Promise<CardView> {
  const { tx, now } = turn;
  const answers = await tx.meetings.attendance(moved.id);
  const answered = new Set(answers.map(({ openId }) => openId));
  const asked = was.startsAt === moved.startsAt ? [] : await tx.meetings.attendance(was.id);
  const again = asked.filter(({ openId }) => !answered.has(openId));
  const names = again.map(({ openId }) => `<at id=${openId}></at>`).join(" ");
  const back: Button = {
    label: `改回${was.startsAt === moved.startsAt ? was.place : meetingTime(was.startsAt, now)}`,
    does: "move",
    args: { id: moved.id, before: "", verb: "改到", after: timeAgain(was) },
  };
  return {
    title: `${moved.kind === "专题" ? plain(moved.title, 50) : "推进会"}改了`,
    tone: "green",
    blocks: [
      text(
        [
          change("时间", meetingTime(was.startsAt, now), meetingTime(moved.startsAt, now)),
          change("地点", typed(was.place, 60), typed(moved.place, 60)),
        ].join("\n"),
      ),
      ...(await reminderBlocks(turn, moved)),
      ...(answers.length > 0
        ? [text(attendanceLines(answers, { here: namedHere(turn, moved) }).join("\n"))]
        : []),
      ...(names ? [text(`${names} 时间变了，请重新回复参会还是请假。`)] : []),
      buttons(
        ...attendButtons,
        ...(was.startsAt > now ? [back] : []),
        confirmedCancel("取消这个会", moved.id),
      ),
    ],
  };
}

/** As readMove takes it: `2022-09-27 14:00 区府3楼` */
const timeAgain = ({ startsAt, place }: Was): string => `${dayOf(startsAt)} ${timeOf(startsAt)} ${place}`;

const change = (what: string, old: string, now: string): string =>
  old === now ? `${what}　${now}` : `${what}　~~${old}~~ → **${now}**`;
