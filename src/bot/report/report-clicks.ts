import { answerAs } from "../answer-as.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import { keepSpokenOf } from "../conversation.js";
import { notYours } from "../not-yours.js";
import { problemClicks } from "../problem/clicks.js";
import type { Turn } from "../turn.js";
import { draftClicks } from "./draft-clicks.js";
import { reportAnswer } from "./report-answer.js";
import {
  type AskedSection,
  isOpenQuestion,
  type ReportModel,
  type Section,
  withQuestionsClosed,
} from "./sections.js";
import { asSaid, redrafted } from "./settle-drafts.js";
import { undoneSections } from "./undo-sections.js";
import { writeItems } from "./write-items.js";

/** The buttons of a report's card, for every command that may answer with one. */
export const reportClicks = {
  undo: { run: undo },
  choose: { run: choose },
  drop: { run: drop },
  page: { repeats: true, run: page },
  ...draftClicks,
  ...problemClicks,
} satisfies Record<string, ClickHandler>;

async function page(_turn: Turn, click: Click): Promise<ClickAnswer> {
  return { toast: "", ...reportAnswer({ ...(click.model as ReportModel), page: Number(click.args.page) }) };
}

async function undo(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const refusal = await notYours(turn, click, "撤销");
  if (refusal) return refusal;
  const sections = await undoneSections(turn, model.sections);
  if (!sections) return { toast: "已经撤销过了，或者后来有人办过，没有动", tone: "info" };
  const next = withQuestionsClosed({ ...model, sections }, "报的已经撤销，这一处没有记。");
  return { toast: "已撤销", ...reportAnswer(next) };
}

/** One of the readings offered is the right one: it is written with the original words. */
async function choose(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = open(model, index);
  if (!asked) return { toast: "这一处已经答过了", tone: "info" };
  const refusal = await notYours(turn, { ...click, owner: asked.askedOf ?? click.owner }, "选择");
  if (refusal) return refusal;
  const option = asked.options[Number(click.args.choice)];
  if (!option) return { toast: "没有这个选项", tone: "error" };
  const question =
    option.items.every(({ intent }) => intent === "query") && (await answerAs(turn, option.items));
  if (question) return question;
  if (model.sections.some(({ is }) => is === "draft"))
    return {
      toast: "已选，和其他的一起记入",
      ...reportAnswer(await redrafted(turn, model, index, option.items)),
    };
  const sections = await writeItems(asSaid(turn, model), option.items, option.corrects);
  const toast = sections.some((section) => section.is === "refused")
    ? "没有记账"
    : sections.some((section) => section.is === "written" || section.is === "problem")
      ? "已记入"
      : "好的";
  const answer = replaced(
    model,
    index,
    sections.length > 0 ? sections : [closed(asked, option.label)],
    toast,
  );
  await keepSpokenOf(turn, option.items, answer.asks ? turn.messageId : null);
  return answer;
}

async function drop(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = open(model, index);
  if (!asked) return { toast: "这一处已经答过了", tone: "info" };
  const refusal = await notYours(turn, { ...click, owner: asked.askedOf ?? click.owner }, "选择");
  if (refusal) return refusal;
  return replaced(model, index, [closed(asked, "没有记。请换个说法再报一次。")], "好的，没有记");
}

/** The question at this place, while it waits for its answer. */
function open(model: ReportModel, index: number): AskedSection | null {
  const section = model.sections[index];
  return section && isOpenQuestion(section) ? section : null;
}

function replaced(model: ReportModel, index: number, sections: Section[], toast: string): ClickAnswer {
  // A problem that has gone on is shown once, as it stands.
  const goneOn = new Set(sections.flatMap((one) => (one.is === "problem" ? one.problem.number : [])));
  const others = model.sections.map((one, at) =>
    at !== index && one.is === "problem" && goneOn.has(one.problem.number)
      ? []
      : at === index
        ? sections
        : [one],
  );
  return { toast, ...reportAnswer({ ...model, sections: others.flat() }) };
}

function closed(asked: AskedSection, word: string): AskedSection {
  return { ...asked, options: [], closed: word };
}
