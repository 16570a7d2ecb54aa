import { namedHere, stillAhead } from "../../src/bot/attend.js";
import type { Answer, Click, ClickAnswer } from "../../src/bot/command.js";
import { cancelButton, type Model, meetingLabel, timeAndPlace } from "../../src/bot/meeting/meeting-texts.js";
import { meant, meetingsHere } from "../../src/bot/meeting/meetings-here.js";
import { meetingWords, recordMeeting } from "../../src/bot/meeting/record.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, type CardView, text } from "../../src/cards/card.js";
import { attendanceLines } from "../../src/cards/meeting/attendance-lines.js";
import { meetingTime } from "../../src/cards/meeting-time.js";
import { plain, typed } from "../../src/cards/typed.js";
import type { Attendance, Meeting } from "../../src/store/meetings.js";
import { bookedCard } from "./booked-card.js";
import { noneHere } from "./none-here.js";

const MOST = 5;
const ASKING: Model = { id: null };

/** `取消会议`: nothing is called off before the button is used. */
export async function askToCancel(turn: Turn, words: string): Promise<Answer> {
  const { tx, now } = turn;
  const found = await meant(turn, await meetingsHere(turn), words);
  const [only, ...more] = found;
  if (!only) return noneHere(turn, "没有取消");
  if (more.length > 0) {
    const choices = found.slice(0, MOST).map((one) => cancelButton(meetingLabel(one, now), one.id));
    const blocks = [text("这里排着几个会，点哪个就取消哪个；取消后不再提醒。"), buttons(...choices)];
    return { card: { title: "要取消哪一个会？", tone: "orange", blocks }, model: ASKING };
  }
  const answers = await tx.meetings.attendance(only.id);
  return {
    card: {
      title: "要取消这个会吗？",
      tone: "orange",
      blocks: [
        ...(only.kind === "专题" ? [text(typed(only.title, 60))] : []),
        text(`时间　**${meetingTime(only.startsAt, now)}**\n地点　${typed(only.place, 60)}`),
        text(
          [
            ...attendanceLines(answers, { here: namedHere(turn, only) }),
            "还没有取消，点了下面的按钮才取消；取消后不再提醒。",
          ].join("\n"),
        ),
        buttons(cancelButton("取消这个会", only.id)),
      ],
    },
    model: ASKING,
  };
}

export async function cancel(turn: Turn, click: Click): Promise<ClickAnswer> {
  const { tx, now } = turn;
  const found = await stillAhead(turn, Number(click.args.id));
  if ("toast" in found) return found;
  await tx.meetings.cancel(found.id, now);
  await recordMeeting(turn, found.id, "取消会议", meetingWords(found, now), null);
  const { id, until } = click.model as Model;
  const own = id === null ? null : await tx.meetings.find(id);
  if (own) return { toast: "已取消", card: await bookedCard(turn, own, until) };
  return { toast: "已取消", card: cancelledCard(turn, found, await tx.meetings.attendance(found.id)) };
}

function cancelledCard({ now, chat }: Turn, found: Meeting, answers: readonly Attendance[]): CardView {
  const names = answers.map(({ openId }) => `<at id=${openId}></at>`).join(" ");
  const informed =
    chat.type === "group"
      ? `${names ? `回复过的${answers.length}人：${names}\n` : ""}群里的人看到这张卡片就知道了；不在群里的请另行通知。`
      : "这里只有您看得到，参会的人请您另行通知。";
  return {
    title: `${plain(found.title, 50)}已取消`,
    tone: "grey",
    blocks: [text(`~~${timeAndPlace(found, now)}~~\n不再提醒。`), text(informed)],
  };
}
