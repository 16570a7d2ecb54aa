import type { ClickAnswer } from "../src/bot/command.js";
import { assessed, sums, viewpointOf } from "../src/bot/portfolio.js";
import type { Occasions, Post, PostTurn, Slot } from "../src/bot/post.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, buttons, type CardView, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { meetingTime } from "../src/cards/meeting-time.js";
import { lagLine, nextMilestone } from "../src/cards/project-line.js";
import { typed } from "../src/cards/typed.js";
import { at, dayOf } from "../src/domain/day.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import { formatPeriod, monthNumber, yearOf } from "../src/domain/period.js";
import { addWorkdays, onOrAfterWorkday } from "../src/domain/workdays.js";
import type { Meeting } from "../src/store/meetings.js";

const HOUR = 3_600_000;
const ON_DAY = "T-0";
/** workdays before the meeting, and the hour of that day */
const OFFSETS = [
  { period: "T-7", workdays: 7, time: "09:05" },
  { period: "T-3", workdays: 3, time: "09:05" },
  { period: "T-1", workdays: 1, time: "09:05" },
  { period: ON_DAY, workdays: 0, time: "08:40" },
];
const MOST = 5;

interface Model {
  meetingId: number;
  /** the slot's offset: what the card is about stays when it is drawn again */
  period: string;
}

/** 推进会提醒: seven, three and one workdays before the meeting, and on its day. */
export const meetingReminder: Post = {
  name: "推进会提醒",
  summary: "推进会前7、3、1个工作日和当天提醒",
  when: "会前7、3、1个工作日和当天",
  byDefault: true,
  goodFor: 10 * HOUR,
  slots(from, to, occasions) {
    return slotsOf(occasions).filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(turn, slot) {
    const meeting = await turn.tx.meetings.find(Number(slot.subject));
    // Cancelled, or the reminder came too late to be one.
    if (!meeting || meeting.startsAt <= turn.now) return null;
    const model: Model = { meetingId: meeting.id, period: slot.period };
    return { card: await reminderCard(turn, meeting, model.period), model };
  },
  clicks: {
    attend: { repeats: true, run: (turn, click) => answer(turn, click.model as Model, "参会") },
    decline: { repeats: true, run: (turn, click) => answer(turn, click.model as Model, "请假") },
  },
};

/** Every reminder of a meeting; the day of an offset that a booking comes too late for is left out. */
function slotsOf({ meetings }: Occasions): Slot[] {
  return meetings.flatMap((meeting) => {
    const day = onOrAfterWorkday(dayOf(meeting.startsAt));
    return OFFSETS.map(({ period, workdays, time }) => {
      const on = workdays === 0 ? dayOf(meeting.startsAt) : addWorkdays(day, -workdays);
      return { at: at(on, time), subject: String(meeting.id), period };
    }).filter((slot) => slot.at > meeting.bookedAt && slot.at < meeting.startsAt);
  });
}

async function answer(turn: Turn, model: Model, word: "参会" | "请假"): Promise<ClickAnswer> {
  const { tx, speaker, now } = turn;
  const meeting = await tx.meetings.find(model.meetingId);
  if (!meeting) return { toast: "这个会已经取消了", tone: "info" };
  if (meeting.startsAt <= now) return { toast: "会已经开了", tone: "info" };
  await tx.meetings.answer(meeting.id, { openId: speaker.openId, name: speaker.name, answer: word }, now);
  const card = await reminderCard(turn, meeting, model.period);
  return { toast: word === "参会" ? "已记下：参会" : "已记下：请假，请告诉推进办由谁替会", card };
}

type ReminderTurn = Pick<PostTurn, "tx" | "now" | "sight" | "closedMonth">;

async function reminderCard(turn: ReminderTurn, meeting: Meeting, period: string): Promise<CardView> {
  const title: Record<string, string> = {
    "T-7": "推进会预告",
    "T-3": "推进会议程（草）",
    "T-1": "明天开推进会",
    [ON_DAY]: "今天开推进会",
  };
  const blocks: Block[] = [
    text(`时间　**${meetingTime(meeting.startsAt, turn.now)}**\n地点　${typed(meeting.place, 60)}`),
  ];
  if (period === "T-7" || period === ON_DAY) blocks.push(...(await snapshot(turn, period === "T-7")));
  if (period === "T-3") blocks.push(...(await agenda(turn)));
  blocks.push(rule, text(await attendanceText(turn, meeting)));
  blocks.push(
    buttons({ label: "参会", does: "attend", look: "primary" }, { label: "请假", does: "decline" }),
    note(`数据截至${formatPeriod(turn.closedMonth)}`),
  );
  return { title: title[period] ?? "推进会", tone: "blue", blocks };
}

/** 应报／已报／未报, lamps, and the year's money against 时序. */
async function snapshot(turn: ReminderTurn, asksForReports: boolean): Promise<Block[]> {
  const all = await assessed(turn.tx, viewpointOf(turn), { codes: turn.sight.codes });
  const due = all.filter((one) => one.project.firstMonth <= turn.closedMonth);
  const missing = due.filter((one) => (one.reportedMonth ?? "") < turn.closedMonth);
  const year = yearOf(turn.closedMonth);
  const total = sums(all, year);
  const pace = formatPercent((monthNumber(turn.closedMonth) / 12) * 100);
  const lines = [
    `${formatPeriod(turn.closedMonth)}应报${due.length}、已报${due.length - missing.length}、未报${missing.length}`,
    countLine(all),
  ];
  if (turn.sight.money && total.planYuan > 0)
    lines.push(
      `年度计划合计${formatMoney(total.planYuan, "short")}，累计完成${formatMoney(total.ytdYuan, "short")}（${formatPercent((total.ytdYuan / total.planYuan) * 100)}），时序${pace}`,
    );
  if (asksForReports && missing.length > 0)
    lines.push(
      `请会前补报：${missing
        .slice(0, 8)
        .map((one) => typed(one.project.name, 30))
        .join("、")}${missing.length > 8 ? ` 等${missing.length}个` : ""}`,
    );
  return [text(lines.join("\n"))];
}

/** Made of facts: the red projects with their reasons, and what falls due next. */
async function agenda(turn: ReminderTurn): Promise<Block[]> {
  const viewpoint = viewpointOf(turn);
  const year = yearOf(viewpoint.month);
  const all = await assessed(turn.tx, viewpoint, { codes: turn.sight.codes });
  const red = all.filter(({ lamp }) => lamp.lamp === "red");
  const milestones = all
    .map((one) => ({ one, next: nextMilestone(one, viewpoint.today) }))
    .filter(({ next }) => next !== null);
  return [
    text(`**一、红灯项目**（${red.length}个）`),
    ...red.slice(0, MOST).map((one) => text(lagLine(one, year, turn.sight.money))),
    text(
      [
        "**二、临近和逾期节点**",
        ...milestones.slice(0, MOST).map(({ one, next }) => `${typed(one.project.name, 30)}　${next}`),
      ].join("\n"),
    ),
  ];
}

async function attendanceText(turn: ReminderTurn, meeting: Meeting): Promise<string> {
  const answers = await turn.tx.meetings.attendance(meeting.id);
  const names = (word: string) =>
    answers.filter(({ answer: given }) => given === word).map(({ name }) => typed(name, 20));
  const coming = names("参会");
  const away = names("请假");
  return [
    `参会${coming.length}人${coming.length > 0 ? `：${coming.join("、")}` : ""}`,
    ...(away.length > 0 ? [`请假${away.length}人：${away.join("、")}`] : []),
  ].join("\n");
}
