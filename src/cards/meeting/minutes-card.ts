import type { Action } from "../../domain/action.js";
import { carriedOf, carriedWords } from "../../domain/action-carry.js";
import { dayOf, formatDay } from "../../domain/day.js";
import { type AgendaSection, linesOf, numbered } from "../../domain/meeting-agenda.js";
import type { Attendance, Meeting } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import { actionLine } from "../action/action-words.js";
import { type Block, buttons, type CardView, note, text } from "../card.js";
import { isDayOnly, meetingTime } from "../meeting-time.js";
import { plain, typed } from "../typed.js";
import { attendanceLines } from "./attendance-lines.js";

export interface MinutesView {
  meeting: Meeting;
  answers: readonly Attendance[];
  invited: readonly Person[];
  /** who is named; null: all */
  here: ReadonlySet<string> | null;
  /** null: none was kept */
  agenda: readonly AgendaSection[] | null;
  actions: readonly Action[];
  /** as one plain text, to be copied and printed */
  isText: boolean;
  now: number;
}

/** 纪要: time, place, who came, agenda, 议定事项 with where they stand. */
export function minutesCard(view: MinutesView): CardView {
  const { meeting, actions, isText, now } = view;
  const parts = partsOf(view);
  const day = formatDay(dayOf(meeting.startsAt), dayOf(now));
  return {
    title: `${day}${plain(meeting.title, 50)}纪要`,
    tone: "blue",
    blocks: isText
      ? [text(parts.map(({ title, lines }) => [title, ...lines].join("\n")).join("\n\n"))]
      : [
          ...parts.map(({ title, lines }): Block => text([`**${title}**`, ...lines].join("\n"))),
          buttons({ label: "文字版", does: "asText" }),
          note(
            actions.length > 0
              ? "议定事项的办理情况是现在的；补记请说“议定 区建管委 9/30 …”"
              : "会上定的事请说“议定 区建管委 9/30 完成管线迁改方案”，我来编号、提醒",
          ),
        ],
  };
}

function partsOf({ meeting, answers, invited, here, agenda, actions, now }: MinutesView): {
  title: string;
  lines: string[];
}[] {
  const done = actions.length > 0 ? carriedWords(carriedOf(actions, now), "议定") : "";
  const items = (agenda ?? []).filter(({ body }) => body.trim() !== "");
  return [
    {
      title: typed(meeting.title, 60),
      lines: [`时间　${meetingTime(meeting.startsAt, now)}`, `地点　${typed(meeting.place, 60)}`],
    },
    // Nobody was asked to one that was entered afterwards.
    ...(isDayOnly(meeting.startsAt) && answers.length === 0
      ? []
      : [{ title: "参会", lines: attendanceLines(answers, { invited, here }) }]),
    ...(items.length > 0
      ? [
          {
            title: "议程",
            lines: items.flatMap((section, index) => [
              numbered(index, typed(section.title, 40)),
              ...linesOf(section, true).map((one) => typed(one, 480)),
            ]),
          },
        ]
      : []),
    {
      title: "议定事项",
      lines:
        actions.length > 0 ? [done, ...actions.map((one) => typed(actionLine(one, now), 400))] : ["没有记"],
    },
  ];
}
