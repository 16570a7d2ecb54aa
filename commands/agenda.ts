import type { Answer, Click, ClickAnswer, ClickHandler, Command } from "../src/bot/command.js";
import { agendaOf } from "../src/bot/meeting/agenda.js";
import { draftAgenda } from "../src/bot/meeting/agenda-facts.js";
import { meant, meetingsHere, nextElsewhere } from "../src/bot/meeting/meetings-here.js";
import { recordMeeting } from "../src/bot/meeting/record.js";
import { mayOfAll, refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { agendaCard } from "../src/cards/meeting/agenda-card.js";
import { type AgendaSection, LONGEST_SECTION } from "../src/domain/meeting-agenda.js";
import type { Meeting } from "../src/store/meetings.js";

interface Model {
  /** null: none is booked */
  meetingId: number | null;
  /** the sections as the form shows them: what is filled in goes by their order */
  sections?: AgendaSection[];
}

/** 议程: made from facts for the next meeting; what the office edits is kept and goes out before the meeting. */
export const agenda: Command = {
  name: "议程",
  aliases: ["会议议程", "推进会议程"],
  topic: "会议与提醒",
  summary: "下次会的议程，按事实起草：上次议定、红灯、要决定的、节点、时序；推进办可改可定稿",
  examples: ["议程"],
  act: "look",
  insideOnly: "推进会的安排只在内部说。",
  async run(turn, { rest }) {
    const here = await meant(turn, await meetingsHere(turn), rest);
    const meeting = here[0] ?? (await nextElsewhere(turn))?.meeting ?? null;
    if (meeting) return shown(turn, meeting);
    const draft = {
      chatId: turn.chat.chatId,
      kind: "推进会" as const,
      title: "重大项目推进会",
      startsAt: turn.now,
      code: null,
      problem: null,
    };
    const sections = await draftAgenda(turn, draft);
    return {
      card: agendaCard({ meeting: null, sections, kept: null, mayEdit: false, now: turn.now }),
      model: { meetingId: null } satisfies Model,
    };
  },
  clicks: {
    edit: changing(async (turn, meeting) => {
      const { sections, kept } = await agendaOf(turn, meeting);
      const model: Model = { meetingId: meeting.id, sections };
      return { toast: "改好点“保存议程”", card: view(turn, meeting, sections, kept, "edit"), model };
    }),
    save: changing(save),
    finalise: changing(async (turn, meeting) => {
      const { sections, kept } = await agendaOf(turn, meeting);
      await keep(turn, meeting, sections, true);
      await recordMeeting(
        turn,
        meeting.id,
        "议程定稿",
        kept ? wordsOf(kept.sections) : null,
        wordsOf(sections),
      );
      return { toast: "议程已定稿", ...(await shown(turn, meeting)) };
    }),
    rebuild: changing(async (turn, meeting) => {
      const { sections, kept } = await agendaOf(turn, meeting);
      if (!kept) return { toast: "已按现在的数重新生成", ...(await shown(turn, meeting)) };
      return { toast: "这份议程改过，要盖掉吗？", card: view(turn, meeting, sections, kept, "rebuild") };
    }),
    rebuildSurely: changing(async (turn, meeting) => {
      const kept = await turn.tx.meetings.agenda(meeting.id);
      await turn.tx.meetings.dropAgenda(meeting.id);
      const answer = await shown(turn, meeting);
      const built = await draftAgenda(turn, meeting);
      if (kept) await recordMeeting(turn, meeting.id, "重新生成议程", wordsOf(kept.sections), wordsOf(built));
      return { toast: "已重新生成", ...answer };
    }),
    keep: changing(async (turn, meeting) => ({
      toast: "留着改过的议程",
      tone: "info",
      ...(await shown(turn, meeting)),
    })),
  },
};

async function save(turn: Turn, meeting: Meeting, click: Click): Promise<ClickAnswer> {
  const { sections: before } = click.model as Model;
  if (!before) return { toast: "这张卡片太旧了，请重新发“议程”", tone: "info" };
  const sections = before.map((section, index) => {
    const filled = click.form[`section${index}`];
    return { ...section, body: typeof filled === "string" ? filled.trim() : section.body };
  });
  const long = sections.find(({ body }) => [...body].length > LONGEST_SECTION);
  if (long)
    return {
      toast: `“${long.title}”有${[...long.body].length}个字，最多${LONGEST_SECTION}个，请精简后再保存`,
      tone: "info",
    };
  await keep(turn, meeting, sections, false);
  await recordMeeting(turn, meeting.id, "改议程", wordsOf(before), wordsOf(sections));
  return { toast: "议程已保存", ...(await shown(turn, meeting)) };
}

async function keep(
  turn: Turn,
  meeting: Meeting,
  sections: AgendaSection[],
  isFinal: boolean,
): Promise<void> {
  const { tx, speaker, now } = turn;
  await tx.meetings.keepAgenda(meeting.id, {
    sections,
    isFinal,
    by: speaker.openId,
    byName: speaker.name,
    at: now,
  });
}

async function shown(turn: Turn, meeting: Meeting): Promise<Required<Pick<Answer, "card" | "model">>> {
  const { sections, kept } = await agendaOf(turn, meeting);
  const model: Model = { meetingId: meeting.id };
  return { card: view(turn, meeting, sections, kept), model };
}

function view(
  turn: Turn,
  meeting: Meeting,
  sections: AgendaSection[],
  kept: Awaited<ReturnType<typeof agendaOf>>["kept"],
  asking?: "edit" | "rebuild",
): CardView {
  const { chat, now } = turn;
  const mayEdit = chat.type === "group" || mayOfAll(turn, "meeting.arrange");
  return agendaCard({ meeting, sections, kept, mayEdit, now, ...(asking ? { asking } : {}) });
}

/** Only the office changes an agenda, and only of a meeting that still stands. */
function changing(run: (turn: Turn, meeting: Meeting, click: Click) => Promise<ClickAnswer>): ClickHandler {
  return {
    async run(turn, click) {
      const refusal = await refusedAct(turn, "meeting.arrange");
      if (refusal) return refusedClick(turn, refusal, "改议程");
      const { meetingId } = click.model as Model;
      const meeting = meetingId === null ? null : await turn.tx.meetings.find(meetingId);
      if (!meeting) return { toast: "这个会已经取消或改期了，请重新发“议程”", tone: "info" };
      return run(turn, meeting, click);
    },
  };
}

const wordsOf = (sections: readonly AgendaSection[]): string =>
  sections
    .filter(({ body }) => body !== "")
    .map(({ title, body }) => `${title}：${body}`)
    .join("\n");
