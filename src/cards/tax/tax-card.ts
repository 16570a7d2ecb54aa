import { type Day, dayOf, formatDay, formatInstant } from "../../domain/day.js";
import { REGISTRATIONS, type TaxAnswer, type TaxLine } from "../../domain/tax.js";
import { type Block, buttons, type CardView, form, line, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";

const PAGE = 6;

export interface TaxQuestionView {
  project: string;
  started: Day | null;
  /** who reported 开工; absent where the office asks itself */
  saidBy?: string;
  known?: TaxAnswer | null;
  /** the contractor as said, where the rest is still asked */
  typedSoFar?: string;
  /** what was lacking in the answer before */
  lacks?: string;
  now: number;
}

/** 总包单位是谁？在本区注册吗？ With a form for the answer. */
export function taxQuestionCard(view: TaxQuestionView): CardView {
  const { project, started, saidBy, known, typedSoFar, lacks, now } = view;
  const since = started ? `${formatDay(started, dayOf(now))}开工` : "还没有报开工";
  return {
    title: `留税　${project}`,
    tone: "blue",
    blocks: [
      text(
        [
          `**${typed(project)}**　${since}${saidBy ? `（${typed(saidBy, 20)}报）` : ""}`,
          "总包单位是谁？在本区注册吗？",
          ...(known ? [`现在记的是：${answerWords(known)}`] : []),
          ...(lacks ? [`**${lacks}**`] : []),
        ].join("\n"),
      ),
      answerForm(typedSoFar ?? known?.contractor, known?.registration),
      note("只在推进办自己的群里问、在这里看；也可以发“留税 项目 总包单位 外区”。"),
    ],
  };
}

const answerForm = (contractor: string | undefined, registration: string | undefined): Block =>
  form(
    [
      {
        name: "contractor",
        label: "总包单位",
        hint: "单位全称",
        ...(contractor === undefined ? {} : { value: contractor }),
      },
      {
        name: "registration",
        label: "在本区注册吗",
        options: REGISTRATIONS,
        ...(registration === undefined ? {} : { value: registration }),
      },
    ],
    { label: "记下", does: "answer" },
  );

/** `中建三局（外区）` */
export const answerWords = ({ contractor, registration }: TaxAnswer): string =>
  `${typed(contractor, 40)}（${registration}）`;

/** What was kept, old → new. */
export function taxEchoCard(
  project: string,
  was: TaxAnswer | null,
  is: TaxAnswer,
  isStarted: boolean,
): CardView {
  const now = `**${answerWords(is)}**`;
  const change =
    was === null ? now : sameAnswer(was, is) ? `${now}，和原来一样` : `${answerWords(was)} → ${now}`;
  return {
    title: `已记留税　${project}`,
    tone: "green",
    blocks: [
      text(`**${typed(project)}**\n总包单位 ${change}`),
      ...(isStarted ? [] : [text("这个项目还没有报开工；报了开工就列入清单，不再问。")]),
      note(
        `${typed(is.answeredByName, 20)} ${formatInstant(is.answeredAt)}　要改，再发一次“留税 项目 总包单位 外区”就行。`,
      ),
    ],
  };
}

export const sameAnswer = (a: TaxAnswer, b: TaxAnswer): boolean =>
  a.contractor === b.contractor && a.registration === b.registration;

/** All started projects, unanswered first. */
export function taxListCard(lines: readonly TaxLine[], page: number, now: number): CardView {
  const started = lines.filter((one) => one.started !== null);
  const open = started.filter(({ answer }) => answer === null).length;
  const counts = [
    ...REGISTRATIONS.map((registration) => ({
      label: registration as string,
      count: started.filter(({ answer }) => answer?.registration === registration).length,
    })),
    { label: "没有答", count: open },
  ];
  const pages = paged(lines, page, PAGE);
  const turns = pageButtons(pages);
  return {
    title: `留税：已开工${started.length}个`,
    tone: open > 0 ? "orange" : "green",
    blocks: [
      text(counts.map(({ label, count }) => `${label}${count}个`).join("　")),
      ...(lines.length === 0 ? [text("还没有项目报开工。")] : []),
      ...pages.shown.map((one) => taxLine(one, now)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(`${pages.pages > 1 ? `第${pages.page}／${pages.pages}页　` : ""}只在推进办自己的群里看。`),
    ],
  };
}

function taxLine({ code, project, started, answer }: TaxLine, now: number): Block {
  const since = started ? `${formatDay(started, dayOf(now))}开工` : "还没有报开工";
  const known = answer
    ? `${answerWords(answer)}　${typed(answer.answeredByName, 20)} ${formatInstant(answer.answeredAt, now)}`
    : "**总包单位没有答**";
  return line(`**${typed(project)}**　${since}\n${known}`, {
    label: answer ? "改" : "填",
    does: "fill",
    args: { code },
  });
}
