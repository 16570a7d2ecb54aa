import { dayOf, daysBetween, weekdayName } from "../../domain/day.js";
import { type AgendaSection, hasMore } from "../../domain/meeting-agenda.js";
import { type Offset, reportDay } from "../../domain/meeting-reminders.js";
import { formatPeriod, monthOf, type Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { Totals } from "../../domain/totals.js";
import type { Agenda, Attendance, Meeting } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
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
  /** of the year's money; null where it may not be shown */
  totals: Totals | null;
  /** on the day as the last month was frozen, where it has a snapshot; else as things stand */
  all: readonly Assessed[];
  /** `2022-10-1`: the snapshot that `all` is of; null where it is of now */
  snapshot: string | null;
  /** a later reminder of the meeting has the answers and the buttons */
  isOver: boolean;
  /** every line of the agenda is shown */
  isWhole: boolean;
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
  const { meeting, period, now } = view;
  return {
    title: titleOf(view),
    tone: "blue",
    blocks: [
      text(
        `${meeting.kind === "专题" ? `**${typed(meeting.title, 60)}**\n` : ""}时间　**${meetingTime(meeting.startsAt, now)}**\n地点　${typed(meeting.place, 60)}`,
      ),
      // Above what may be long: a phone shows the buttons without being scrolled.
      ...attendanceBlocks(view),
      ...facts(view),
      ...(period === "T-3" ? [note("推进办要改议程，请发“议程”")] : []),
      note(asOf(view)),
    ],
  };
}

function attendanceBlocks({ period, answers, invited, isOver, agenda, isWhole }: MeetingView): Block[] {
  const more: Block[] =
    period === "T-3" && hasMore(agenda?.sections ?? [])
      ? [buttons({ label: isWhole ? "收起议程" : "全部议程", does: isWhole ? "shortAgenda" : "wholeAgenda" })]
      : [];
  if (isOver) return [text("参会、请假请在最新的那张通知上点。"), ...more];
  const lines = attendanceLines(answers, { invited: period === "T-1" ? invited : [] });
  return [text(lines.join("\n")), ...attendBlocks, ...more, rule];
}

function asOf({ period, month, now, snapshot }: MeetingView): string {
  if (period !== "T-0") return dataAsOf(month, now);
  return snapshot === null
    ? `会上用的数是现在的，还没有快照：${dataAsOf(month, now)}`
    : `会上用的数：${formatPeriod(month, monthOf(now))}关账时的，快照 ${snapshot}；关账以后报的不在内`;
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

function facts({ meeting, period, now, all, month, totals, agenda, carried, isWhole }: MeetingView): Block[] {
  switch (period) {
    case "T-7":
      return [
        snapshotBlock(all, month, totals, { day: reportDay(meeting.startsAt, month), today: dayOf(now) }),
      ];
    case "T-3":
      return agendaBlocks(agenda?.sections ?? [], isWhole);
    case "T-0":
      return [
        ...carriedBlocks(carried),
        ...(meeting.kind === "专题" ? [] : [snapshotBlock(all, month, totals, null)]),
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
