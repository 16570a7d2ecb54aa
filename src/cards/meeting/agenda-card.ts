import { formatInstant } from "../../domain/day.js";
import { type AgendaSection, LONGEST_SECTION, linesOf, numbered } from "../../domain/meeting-agenda.js";
import type { Agenda, Meeting } from "../../store/meetings.js";
import { type Block, buttons, type CardView, form, note, text } from "../card.js";
import { meetingTime } from "../meeting-time.js";
import { plain, typed } from "../typed.js";

export interface AgendaView {
  /** null: none is booked, the draft is for the month */
  meeting: Meeting | null;
  sections: readonly AgendaSection[];
  kept: Agenda | null;
  /** what the card asks of whoever may change it */
  asking?: "edit" | "rebuild";
  mayEdit: boolean;
  now: number;
}

/** An agenda with 编辑, 定稿 and 重新生成, or as a form. */
export function agendaCard(view: AgendaView): CardView {
  const { meeting, sections, kept, asking, now } = view;
  const name = meeting && meeting.kind === "专题" ? meeting.title : "推进会";
  return {
    title: `${plain(name, 50)}议程${kept?.isFinal ? "（定稿）" : "（草）"}`,
    tone: kept?.isFinal ? "green" : "blue",
    blocks: [
      text(
        meeting
          ? `时间　**${meetingTime(meeting.startsAt, now)}**\n地点　${typed(meeting.place, 60)}`
          : "还没有排会，先按现在的数起草；排了会再定稿。",
      ),
      ...(asking === "edit" ? [editForm(sections)] : agendaBlocks(sections, true)),
      ...actions(view),
      note(keptWords(kept, now)),
    ],
  };
}

/** The sections, each under its number; empty ones are left out. `isWhole`: with the lines that a phone has no room for. */
export function agendaBlocks(sections: readonly AgendaSection[], isWhole: boolean): Block[] {
  return sections
    .filter(({ body }) => body.trim() !== "")
    .map((section, index) => {
      const lines = linesOf(section, isWhole).map((line) => typed(line, LONGEST_SECTION));
      return text([`**${numbered(index, typed(section.title, 40))}**`, ...lines].join("\n"));
    });
}

function actions({ meeting, kept, asking, mayEdit }: AgendaView): Block[] {
  if (!meeting || !mayEdit || asking === "edit") return [];
  if (asking === "rebuild")
    return [
      text("**这份议程有人改过。重新生成会盖掉改动，要吗？**"),
      buttons(
        { label: "盖掉，重新生成", does: "rebuildSurely", look: "danger" },
        { label: "留着改过的", does: "keep", look: "primary" },
      ),
    ];
  return [
    buttons(
      { label: "编辑", does: "edit" },
      ...(kept?.isFinal ? [] : [{ label: "定稿", does: "finalise", look: "primary" as const }]),
      { label: "重新生成", does: "rebuild" },
    ),
  ];
}

const editForm = (sections: readonly AgendaSection[]): Block =>
  form(
    sections.map(({ title, body, rest = [] }, index) => ({
      name: `section${index}`,
      label: rest.length > 0 ? `${title}，后面还有${rest.length}项照旧` : title,
      value: body,
      long: true,
    })),
    { label: "保存议程", does: "save" },
  );

const keptWords = (kept: Agenda | null, now: number): string =>
  kept
    ? `${typed(kept.byName, 20)} ${formatInstant(kept.at, now)} ${kept.isFinal ? "定稿" : "改过"}；会前提醒用的就是这一份`
    : "按现在的数起草，还没有人改过；会前3个工作日自动发出";
