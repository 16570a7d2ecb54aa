import { dayOf, daysBetween, weekdayName } from "../../domain/day.js";
import type { Offset } from "../../domain/meeting-reminders.js";
import type { Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { Attendance, Meeting } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
import { dataAsOf } from "../data-as-of.js";
import { meetingTime } from "../meeting-time.js";
import { typed } from "../typed.js";
import { attendanceLines } from "./attendance-lines.js";
import { agendaBlocks, snapshotBlock } from "./meeting-facts.js";

export interface MeetingView {
  meeting: Meeting;
  period: Offset;
  now: number;
  /** the closed data month */
  month: Period;
  hasMoney: boolean;
  all: readonly Assessed[];
  answers: readonly Attendance[];
  /** who is registered and so expected */
  invited: readonly Person[];
}

/** A reminder of the 推进会: what is known for it, who comes, and two buttons to say so. */
export function meetingCard(view: MeetingView): CardView {
  const { meeting, period, now, month, answers, invited } = view;
  return {
    title: titleOf(view),
    tone: "blue",
    blocks: [
      text(`时间　**${meetingTime(meeting.startsAt, now)}**\n地点　${typed(meeting.place, 60)}`),
      ...facts(view),
      rule,
      text(attendanceLines(answers, { invited: period === "T-1" ? invited : [] }).join("\n")),
      buttons({ label: "参会", does: "attend", look: "primary" }, { label: "请假", does: "decline" }),
      note(`${period === "T-0" ? "会上用的数：" : ""}${dataAsOf(month, now)}`),
    ],
  };
}

function titleOf({ meeting, period, now }: MeetingView): string {
  if (period === "T-7") return "推进会预告";
  if (period === "T-3") return "推进会议程（草）";
  const day = dayOf(meeting.startsAt);
  const days = daysBetween(dayOf(now), day);
  // One workday before a Monday's meeting is a Friday.
  const when = ["今天", "明天", "后天"][days] ?? weekdayName(day);
  return `${when}开推进会`;
}

function facts({ period, all, month, now, hasMoney }: MeetingView): Block[] {
  switch (period) {
    case "T-7":
      return [snapshotBlock(all, month, hasMoney, { asksForReports: true })];
    case "T-3":
      return agendaBlocks(all, month, dayOf(now), hasMoney);
    case "T-1":
      return [];
    case "T-0":
      return [snapshotBlock(all, month, hasMoney, { asksForReports: false })];
  }
}
