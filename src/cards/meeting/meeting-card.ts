import { dayOf, daysBetween, weekdayName } from "../../domain/day.js";
import type { AgendaSection } from "../../domain/meeting-agenda.js";
import type { Offset } from "../../domain/meeting-reminders.js";
import type { Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { Agenda, Attendance, Meeting } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { type Block, type CardView, note, rule, text } from "../card.js";
import { dataAsOf } from "../data-as-of.js";
import { meetingTime } from "../meeting-time.js";
import { plain, typed } from "../typed.js";
import { agendaBlocks } from "./agenda-card.js";
import { attendBlocks } from "./attend-blocks.js";
import { attendanceLines } from "./attendance-lines.js";
import { snapshotBlock } from "./meeting-facts.js";

export interface MeetingView {
  meeting: Meeting;
  period: Offset;
  now: number;
  /** the closed data month */
  month: Period;
  hasMoney: boolean;
  all: readonly Assessed[];
  /** at T-3 */
  agenda: { sections: readonly AgendaSection[]; kept: Agenda | null } | null;
  /** on the day: what was decided the last time and where it stands, as plain text */
  carried: { head: string; lines: readonly string[] } | null;
  answers: readonly Attendance[];
  /** who is expected */
  invited: readonly Person[];
}

/** actions of the last meeting that the day's card names */
const MOST = 6;

/** A reminder of a meeting: what is known for it, who comes, and buttons to say so. */
export function meetingCard(view: MeetingView): CardView {
  const { meeting, period, now, month, answers, invited } = view;
  return {
    title: titleOf(view),
    tone: "blue",
    blocks: [
      text(
        `${meeting.kind === "专题" ? `**${typed(meeting.title, 60)}**\n` : ""}时间　**${meetingTime(meeting.startsAt, now)}**\n地点　${typed(meeting.place, 60)}`,
      ),
      ...facts(view),
      rule,
      text(attendanceLines(answers, { invited: period === "T-1" ? invited : [] }).join("\n")),
      ...attendBlocks,
      ...(period === "T-3" ? [note("推进办要改议程，请发“议程”")] : []),
      note(`${period === "T-0" ? "会上用的数：" : ""}${dataAsOf(month, now)}`),
    ],
  };
}

function titleOf({ meeting, period, now, agenda }: MeetingView): string {
  if (period === "T-7") return "推进会预告";
  if (period === "T-3") return `推进会议程${agenda?.kept?.isFinal ? "" : "（草）"}`;
  const day = dayOf(meeting.startsAt);
  const days = daysBetween(dayOf(now), day);
  // One workday before a Monday's meeting is a Friday.
  const when = ["今天", "明天", "后天"][days] ?? weekdayName(day);
  return `${when}开${meeting.kind === "专题" ? plain(meeting.title, 50) : "推进会"}`;
}

function facts({ meeting, period, all, month, hasMoney, agenda, carried }: MeetingView): Block[] {
  switch (period) {
    case "T-7":
      return [snapshotBlock(all, month, hasMoney, { asksForReports: true })];
    case "T-3":
      return agendaBlocks(agenda?.sections ?? []);
    case "T-0":
      return [
        ...carriedBlocks(carried),
        ...(meeting.kind === "专题" ? [] : [snapshotBlock(all, month, hasMoney, { asksForReports: false })]),
      ];
    case "T-1":
    case "T+1":
      return [];
  }
}

function carriedBlocks(carried: MeetingView["carried"]): Block[] {
  if (!carried || (!carried.head && carried.lines.length === 0)) return [];
  const { head, lines } = carried;
  const more = lines.length > MOST ? [`另有${lines.length - MOST}行，发“议定事项”看全部`] : [];
  const shown = lines.slice(0, MOST).map((one) => typed(one, 200));
  return [text([head ? `**${typed(head, 120)}**` : "**还没办结的议定事项**", ...shown, ...more].join("\n"))];
}
