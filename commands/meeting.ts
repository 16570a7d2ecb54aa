import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { refusedOffice } from "../src/bot/permissions.js";
import { logRefusal } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { meetingTime } from "../src/cards/meeting-time.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";
import { addWorkdays, isWorkday } from "../src/domain/workdays.js";
import { type AppointmentFault, readAppointment } from "../src/language/appointment.js";

const FAULTS: Record<AppointmentFault, string> = {
  "no-day": "没看出是哪一天。",
  "no-time": "没看出几点开。",
  "impossible-day": "没有这一天。",
  past: "这个时间已经过了。",
};
const LIKE = "请这样说：排会 9月27日下午2点 区府3楼";
const TITLE = "重大项目推进会";

/** 排会: books the monthly 推进会; the group in which it is booked gets its reminders. */
export const meeting: Command = {
  name: "排会",
  aliases: ["预定会议", "订会"],
  topic: "会议与提醒",
  summary: "排推进会，本群会前7、3、1个工作日和当天提醒",
  examples: ["排会 9月27日下午2点 区府3楼", "排会 下周二 14:00 区府3楼"],
  allowed: "office",
  async run(turn, call) {
    const refusal = refusedOffice(turn.speaker);
    if (refusal) {
      await logRefusal(turn, refusal, "排会");
      return said("没有排会", refusal.sentence);
    }
    const booked = readAppointment(call.rest, turn.now);
    if ("fault" in booked) return said("没有排会", `${FAULTS[booked.fault]}${LIKE}`);
    if (!booked.place) return said("没有排会", `还缺地点。${LIKE}`);
    const id = await turn.tx.meetings.book(
      { chatId: turn.chat.chatId, title: TITLE, startsAt: booked.startsAt, place: booked.place },
      turn.speaker.openId,
      turn.now,
    );
    const day = dayOf(booked.startsAt);
    return {
      card: {
        title: `已排${TITLE}`,
        tone: "green",
        blocks: [
          text(`时间　**${meetingTime(booked.startsAt, turn.now)}**\n地点　${typed(booked.place, 60)}`),
          text(`提醒　${reminderDays(day, dayOf(turn.now)).join("、")}`),
          ...(isWorkday(day) ? [] : [text("⚠️ 这一天是休息日，请确认。")]),
          buttons({
            label: "取消这个会",
            does: "cancel",
            look: "danger",
            confirm: { title: "取消会议", text: "取消后不再提醒。" },
          }),
          ...(turn.chat.type === "group" ? [] : [note("提醒会发到这个私聊；要发到群里，请在群里排会。")]),
        ],
      },
      model: { id },
    };
  },
  clicks: { cancel: { run: cancel } },
};

async function cancel(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = refusedOffice(turn.speaker);
  if (refusal) {
    await logRefusal(turn, refusal, "取消会议");
    return { toast: "只有推进办可以取消", tone: "error" };
  }
  const { id } = click.model as { id: number };
  const found = await turn.tx.meetings.find(id);
  if (!found) return { toast: "这个会已经取消了", tone: "info" };
  await turn.tx.meetings.cancel(id, turn.now);
  return {
    toast: "已取消",
    card: {
      title: `${TITLE}已取消`,
      tone: "grey",
      blocks: [text(`~~${meetingTime(found.startsAt, turn.now)} ${typed(found.place, 60)}~~\n不再提醒。`)],
    },
  };
}

function reminderDays(day: string, today: string): string[] {
  const offsets = [7, 3, 1]
    .map((days) => ({ days, on: addWorkdays(day, -days) }))
    .filter(({ on }) => on >= today)
    .map(({ days, on }) => `会前${days}个工作日（${shortDay(on)}）`);
  return [...offsets, `当天（${shortDay(day)}）`];
}

const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: "grey", blocks: [text(sentence)] } };
}
