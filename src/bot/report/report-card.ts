import { type Block, type Button, buttons, type CardView, line, note, text } from "../../cards/card.js";
import { changeLine } from "../../cards/change-line.js";
import { pageButtons, paged } from "../../cards/pager.js";
import { problemButtons } from "../../cards/problem/problem-buttons.js";
import { problemEcho } from "../../cards/problem/problem-echo.js";
import { STATES } from "../../cards/problem/problem-words.js";
import { typed } from "../../cards/typed.js";
import { dataMonthOf } from "../../domain/data-month.js";
import { formatInstant } from "../../domain/day.js";
import type { Change } from "../../domain/ledger-changes.js";
import { formatPeriod } from "../../domain/period.js";
import {
  type AskedSection,
  type DraftSection,
  isOpenDraft,
  isOpenQuestion,
  isStandingProblem,
  type ProblemSection,
  type ReportModel,
  type Section,
  type WrittenSection,
} from "./sections.js";

/** sections of a page: about three screens of a phone */
const PAGE = 12;
/** what was left out, quoted so far */
const MOST_LEFT_OUT = 8;

/** The card that echoes a report: old → new, what is asked, what was not written, and the way back. */
export function reportCard(model: ReportModel): CardView {
  const { sections } = model;
  const written = sections.filter((section) => section.is === "written");
  const standing: Standing[] = [
    ...written.filter((section) => !section.undone),
    ...sections.filter(isStandingProblem),
  ];
  const asked = sections.filter(isOpenQuestion);
  const drafts = sections.filter(({ is }) => is === "draft");
  const pages = paged(inReadingOrder(sections), model.page ?? 1, PAGE);
  const way = [
    ...(drafts.length > 0 ? draftButtons(sections) : undoButtons(standing)),
    ...pageButtons(pages),
  ];
  return {
    title:
      drafts.length > 0 ? `读出${drafts.length}个项目，请核对` : titleOf(sections, standing, asked.length),
    tone:
      asked.length > 0 || drafts.length > 0
        ? "orange"
        : standing.length > 0 ||
            sections.some((section) => section.is === "known" || section.is === "problem")
          ? "green"
          : "grey",
    blocks: [
      ...(drafts.length > 0 ? [text(introduction(asked.length))] : []),
      ...pages.shown.flatMap(({ section, index }) => sectionBlocks(section, index, model)),
      ...(pages.page === pages.pages ? leftOutBlocks(model) : []),
      ...(pages.pages > 1 ? [note(`第${pages.page}／${pages.pages}页`)] : []),
      ...(way.length > 0 ? [buttons(...way)] : []),
      ...undoneTogether(standing),
      ...(written.length > 0 || standing.length > 0
        ? [
            note(
              `${typed(model.saidByName, 20)} ${formatInstant(model.saidAt)} ${written.length > 0 ? `报，计入${formatPeriod(model.dataMonth ?? dataMonthOf(model.saidAt))}数据` : "说"}`,
            ),
          ]
        : []),
    ],
  };
}

/** What was written and can be taken back. */
type Standing = WrittenSection | ProblemSection;

const introduction = (asked: number): string =>
  `**还没有记账。**${asked > 0 ? `有${asked}处要问您；` : ""}不要的点“不记”，核对完点“全部记入”。`;

/** On several pages what waits for an answer comes first: nobody looks for it on the last one. */
function inReadingOrder(sections: readonly Section[]): { section: Section; index: number }[] {
  const all = sections.map((section, index) => ({ section, index }));
  if (sections.length <= PAGE && !sections.some(({ is }) => is === "draft")) return all;
  const rank = (section: Section) => (isOpenQuestion(section) ? 0 : section.is === "refused" ? 1 : 2);
  return all.sort((a, b) => rank(a.section) - rank(b.section));
}

function draftButtons(sections: readonly Section[]): Button[] {
  const count = sections.filter(isOpenDraft).length;
  return [
    ...(count > 0 ? [{ label: `全部记入（${count}个）`, does: "save", look: "primary" as const }] : []),
    { label: "都不记", does: "saveNone" },
  ];
}

const undoButtons = (standing: readonly Standing[]): Button[] =>
  standing.length > 0 ? [{ label: "撤销", does: "undo" }] : [];

/** One button takes all of a message back: how much that is, is said beside it. */
function undoneTogether(standing: readonly Standing[]): Block[] {
  const { length } = projectsOf(standing);
  return length > 1 ? [note(`点“撤销”，这${length}个项目一起撤回。`)] : [];
}

function leftOutBlocks({ leftOut = [] }: ReportModel): Block[] {
  if (leftOut.length === 0) return [];
  const shown = leftOut.slice(0, MOST_LEFT_OUT).map((words) => `“${typed(words, 60)}”`);
  const more = leftOut.length > shown.length ? `，还有${leftOut.length - shown.length}句` : "";
  return [note(`没有读出内容、不会记的：${shown.join("、")}${more}`)];
}

function draftLine(section: DraftSection, model: ReportModel): Block {
  const { project, isDropped } = section;
  const args = { project, drop: !isDropped };
  if (isDropped) return line(`~~${typed(project)}~~　不记`, { label: "还是记", does: "skip", args });
  const also = (section.also ?? []).map((words) => typed(words, 120));
  const lines = [`**${typed(project)}**`, ...changeLines(section.changes, model), ...also];
  return line(lines.join("\n"), { label: "不记", does: "skip", args });
}

function titleOf(sections: Section[], standing: Standing[], asked: number): string {
  const names = projectsOf(standing);
  const refused = sections.filter((section) => section.is === "refused").length;
  const also = `${asked > 0 ? `，还有${asked}处要问您` : ""}${refused > 0 ? `，有${refused}处没记` : ""}`;
  const [only, more] = standing;
  if (only?.is === "problem" && !more)
    return only.was
      ? `#${only.problem.number} ${STATES[only.problem.state]}${also}`
      : `已登记 #${only.problem.number} ${only.project}${also}`;
  if (names.length === 1) return `已记入 ${names[0]}${also}`;
  if (names.length > 1) return `已记入 ${names.length} 个项目${also}`;
  if (asked > 0) return asked === 1 ? "问您一句" : `有${asked}处要问您`;
  const undone = projectsOf(
    sections.filter(
      (section) => section.is === "written" || (section.is === "problem" && section.undone !== undefined),
    ) as Standing[],
  );
  if (sections.every((section) => section.is === "asked" && section.isAnswered)) return "已经答过了";
  if (undone.length > 0) return undone.length > 1 ? `已撤销 ${undone.length} 个项目` : "已撤销";
  return sections.some((section) => section.is === "known" || section.is === "problem")
    ? `已经记过了${also}`
    : "没有记账";
}

const projectsOf = (sections: readonly Standing[]): string[] => [
  ...new Set(sections.map(({ project }) => project)),
];

function sectionBlocks(section: Section, index: number, model: ReportModel): Block[] {
  switch (section.is) {
    case "draft":
      return [draftLine(section, model)];
    case "written":
      return [text(writtenText(section, model))];
    case "problem":
      return problemBlocks(section, model);
    case "known":
      return [text([`**${typed(section.project)}**`, ...changeLines(section.changes, model)].join("\n"))];
    case "asked":
      return askedBlocks(section, index);
    case "refused":
      return [text(typed(section.sentence, 400))];
  }
}

function changeLines(changes: readonly Change[], { today, hasMoney }: ReportModel): string[] {
  return changes.map((change) => changeLine(change, today, hasMoney));
}

function writtenText(section: WrittenSection, model: ReportModel): string {
  const name = `**${typed(section.project)}**`;
  if (section.undone === "told") return `${name}　已撤销`;
  if (section.undone) {
    // What was put right by a later entry no longer counted when it was taken back.
    const lines = section.undone.length > 0 ? changeLines(section.undone, model) : ["当前的数没有变"];
    return [`${name}　已撤销`, ...lines].join("\n");
  }
  const { stand, hint, isPriceInHint } = section;
  const changes = section.changes.filter(({ field }) => field !== "price" || !isPriceInHint);
  return [name, ...changeLines(changes, model), stand, hint].filter(Boolean).join("\n");
}

function problemBlocks(section: ProblemSection, { saidAt, hasMoney, mayClose = true }: ReportModel): Block[] {
  const { problem, was, project, known, stand, hint, undone } = section;
  const shown = { now: saidAt, hasMoney };
  if (undone === "gone") return [text(`~~#${problem.number}　${typed(project)}~~　已撤销，编号不再用`)];
  if (undone) return [text(`已撤销，现在是：\n${problemEcho(project, null, undone, shown)}`)];
  const echo = problemEcho(project, was, problem, shown);
  return [
    text([echo, known, stand, hint].filter(Boolean).join("\n")),
    // In a group everybody sees the card: whoever clicks is checked.
    buttons(...problemButtons(problem, { work: true, close: mayClose })),
  ];
}

function askedBlocks(section: AskedSection, index: number): Block[] {
  const about = section.project ? `**${typed(section.project)}**\n` : "";
  if (section.closed) return [text(`${about}${typed(section.question, 300)}\n${section.closed}`)];
  const options = section.options.map((option, choice) => ({
    label: option.label,
    does: "choose",
    args: { section: index, choice },
    ...(choice === 0 ? { look: "primary" as const } : {}),
  }));
  const drop = {
    label: options.length > 1 ? "都不是" : "不是，不记",
    does: "drop",
    args: { section: index },
  };
  return [
    text(`${about}${typed(section.question, 300)}`),
    ...(options.length > 0 ? [buttons(...options, ...(section.isEitherOr ? [] : [drop]))] : []),
  ];
}
