import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { refusedOffice } from "../src/bot/permissions.js";
import { isPostingTime } from "../src/bot/posting-time.js";
import { logRefusal } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import { type Button, buttons, type CardView, text } from "../src/cards/card.js";
import { meetingTime } from "../src/cards/meeting-time.js";
import { typed } from "../src/cards/typed.js";
import { dayOf, formatInstant } from "../src/domain/day.js";
import { remindersOf } from "../src/domain/meeting-reminders.js";
import { isWorkday } from "../src/domain/workdays.js";
import { type AppointmentFault, readAppointment } from "../src/language/appointment.js";
import type { Meeting } from "../src/store/meetings.js";

const FAULTS: Record<AppointmentFault, string> = {
  "no-day": "没看出是哪一天。",
  "no-time": "没看出几点开。",
  "impossible-day": "没有这一天。",
  past: "这个时间已经过了。",
};
const LIKE = "请这样说：排会 9月27日下午2点 区府3楼";
const TITLE = "重大项目推进会";
/** the post that reminds of meetings */
const REMINDER = "推进会提醒";
const YEAR = 366 * 24 * 3_600_000;

interface Model {
  id: number;
}

/** 排会: books the monthly 推进会; the chat in which it is booked gets its reminders. */
export const meeting: Command = {
  name: "排会",
  aliases: ["预定会议", "订会"],
  topic: "会议与提醒",
  summary: "排推进会，会前7、3、1个工作日和当天在这里提醒",
  examples: ["排会 9月27日下午2点 区府3楼", "排会 下周二 14:00 区府3楼"],
  allowed: "office",
  insideOnly: "推进会不在外部群里排。",
  async run(turn, call) {
    const { tx, now, chat, speaker } = turn;
    const appointed = readAppointment(call.rest, now);
    if ("fault" in appointed) return said("没有排会", `${FAULTS[appointed.fault]}${LIKE}`);
    const { startsAt, place } = appointed;
    if (!place) return said("没有排会", `还缺地点。${LIKE}`);
    const same = (await meetingsHere(turn)).find((other) => other.startsAt === startsAt);
    if (same) return said("已经排过了", `这个时间已经排了推进会，地点${typed(same.place, 60)}。`);
    const booking = { chatId: chat.chatId, title: TITLE, startsAt, place };
    const id = await tx.meetings.book(booking, speaker.openId, now);
    await startReminding(turn);
    const booked = { ...booking, id, bookedAt: now };
    return { card: await bookedCard(turn, booked), model: { id } satisfies Model };
  },
  clicks: { cancel: { run: cancel } },
};

async function bookedCard(turn: Turn, booked: Meeting): Promise<CardView> {
  const { now } = turn;
  const others = (await meetingsHere(turn)).filter(({ id }) => id !== booked.id);
  const times = others.map(({ startsAt, place }) => `${meetingTime(startsAt, now)} ${typed(place, 60)}`);
  return {
    title: `已排${TITLE}`,
    tone: "green",
    blocks: [
      text(`时间　**${meetingTime(booked.startsAt, now)}**\n地点　${typed(booked.place, 60)}`),
      text(await reminderText(turn, booked)),
      ...(isWorkday(dayOf(booked.startsAt)) ? [] : [text("⚠️ 这一天是休息日，请确认；当天不发提醒。")]),
      ...(others.length > 0 ? [text(`这里还排着：${times.join("；")}。改期的话请把原来的取消。`)] : []),
      buttons(
        cancelButton("取消这个会", booked.id),
        ...others
          .slice(0, 3)
          .map(({ startsAt, id }) => cancelButton(`取消${meetingTime(startsAt, now)}的会`, id)),
      ),
    ],
  };
}

async function meetingsHere({ tx, now, chat }: Turn): Promise<Meeting[]> {
  const all = await tx.meetings.between(now, now + YEAR);
  return all.filter(({ chatId }) => chatId === chat.chatId);
}

/** A chat that has said nothing about reminders gets them from now on; one that turned them off does not. */
async function startReminding({ tx, chat, now }: Turn): Promise<void> {
  const { chatId } = chat;
  const isChosen = (await tx.schedule.ofChat(chatId)).some(({ job }) => job === REMINDER);
  if (isChosen) return;
  await tx.schedule.subscribe({
    chatId,
    job: REMINDER,
    active: true,
    since: now,
    weekday: null,
    time: null,
  });
}

async function reminderText({ tx, chat, now }: Turn, booked: Meeting): Promise<string> {
  const chosen = (await tx.schedule.ofChat(chat.chatId)).find(({ job }) => job === REMINDER);
  if (!chosen?.active) return `这里退订了${REMINDER}，不会提醒；要提醒请发“订阅 ${REMINDER}”。`;
  const due = remindersOf(booked).filter(({ at }) => isPostingTime(at));
  if (due.length === 0) return "离开会太近，不再另发提醒。";
  return `我会在这里提醒：${due.map(({ at }) => formatInstant(at, now)).join("、")}`;
}

const cancelButton = (label: string, id: number): Button => ({
  label,
  does: "cancel",
  args: { id },
  look: "danger",
  confirm: { title: "取消会议", text: "取消后不再提醒。" },
});

async function cancel(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = await refusedOffice(turn);
  if (refusal) {
    await logRefusal(turn, refusal, "取消会议");
    return { toast: "只有推进办可以取消", tone: "error" };
  }
  const id = Number(click.args.id);
  const found = await turn.tx.meetings.find(id);
  if (!found) return { toast: "这个会已经取消了", tone: "info" };
  await turn.tx.meetings.cancel(id, turn.now);
  const own = await turn.tx.meetings.find((click.model as Model).id);
  if (own) return { toast: "已取消", card: await bookedCard(turn, own) };
  return {
    toast: "已取消",
    card: {
      title: `${TITLE}已取消`,
      tone: "grey",
      blocks: [text(`~~${meetingTime(found.startsAt, turn.now)} ${typed(found.place, 60)}~~\n不再提醒。`)],
    },
  };
}

function said(title: string, sentence: string): Answer {
  return { card: { title, tone: "grey", blocks: [text(sentence)] } };
}
