import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { priceUnread } from "../src/bot/land/price-unread.js";
import { notYours } from "../src/bot/not-yours.js";
import { problemClicks } from "../src/bot/problem/clicks.js";
import { draftItems } from "../src/bot/report/draft-items.js";
import { isPasted, MOST_PROJECTS, projectsIn } from "../src/bot/report/pasted.js";
import { lapsed, reportAnswer } from "../src/bot/report/report-answer.js";
import {
  type AskedSection,
  isOpenQuestion,
  type ReportModel,
  reportModel,
  type Section,
  withQuestionsClosed,
} from "../src/bot/report/sections.js";
import { asSaid, redrafted, saved, withDropped, withoutDrafts } from "../src/bot/report/settle-drafts.js";
import { undoneSections } from "../src/bot/report/undo-sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { route } from "../src/bot/route.js";
import { runCommand } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import type { Item, Option } from "../src/language/items.js";
import { leftOut } from "../src/language/left-out.js";

/** 报: what people tell of their projects, in their own words. */
export const report: Command = {
  name: "报",
  aliases: ["填报", "上报进度"],
  topic: "报进度",
  summary: "用自己的话报进度，一次可以报几个项目，周报整段贴来也行",
  examples: [
    "武宁路 本年累计完成1.02亿，形象进度65%",
    "武宁路9月完成3200万",
    "养老院主体结构到12层了",
    "能源站本月无进展",
    "武宁路65%／新金环88 70%／603 办证中",
  ],
  act: "report",
  async run(turn, call) {
    if (projectsIn(call.items) > MOST_PROJECTS) return tooMany(turn, projectsIn(call.items));
    if (isPasted(turn.words, call.items)) return preview(turn, call.items);
    const model = reportModel(turn, [
      ...(await writeItems(turn, call.items)),
      ...priceUnread(turn, call.items),
    ]);
    if (model.sections.length === 0)
      model.sections.push({
        is: "refused",
        sentence: "没有读出要记的内容。请带上项目名和数字，如“武宁路 本年累计完成1.02亿，形象进度65%”。",
      });
    return reportAnswer(model);
  },
  clicks: {
    undo: { run: undo },
    choose: { run: choose },
    drop: { run: drop },
    save: { run: save },
    saveNone: { run: saveNone },
    // Several lines are dropped one after the other, faster than the card is drawn anew.
    skip: { repeats: true, run: skip },
    page: { repeats: true, run: page },
    ...problemClicks,
  },
  lapse: (model) => lapsed(model as ReportModel),
};

function tooMany(turn: Turn, count: number): Answer {
  const sentence = `一次最多报${MOST_PROJECTS}个项目，这条有${count}个，没有记账。请分几次发。`;
  return reportAnswer(reportModel(turn, [{ is: "refused", sentence }]));
}

/** A pasted report is shown, line by line, and written at one tap. */
async function preview(turn: Turn, items: readonly Item[]): Promise<Answer> {
  const sections = await draftItems(turn, items);
  return reportAnswer({ ...reportModel(turn, sections), leftOut: leftOut(turn.words, items, turn.names) });
}

async function save(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = await notYours(turn, click, "记入");
  if (refusal) return refusal;
  const next = await saved(turn, click.model as ReportModel);
  return next
    ? { toast: "已记入", ...reportAnswer(next) }
    : { toast: "没有留下要记的，没有记账", tone: "info" };
}

async function saveNone(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = await notYours(turn, click, "不记");
  return refusal ?? { toast: "好的，都没有记", ...reportAnswer(withoutDrafts(click.model as ReportModel)) };
}

async function skip(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const refusal = await notYours(turn, click, "不记");
  if (refusal) return refusal;
  if (!model.sections.some(({ is }) => is === "draft")) return { toast: "已经记完了", tone: "info" };
  const isDropped = click.args.drop === true;
  const next = withDropped(model, click.args.project, isDropped);
  return { toast: isDropped ? "这个不记" : "这个记", ...reportAnswer(next) };
}

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
  const question = option.items.every(({ intent }) => intent === "query") && (await answered(turn, option));
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

/** What was unclear was a question: the card becomes its answer. */
async function answered(turn: Turn, { items }: Option): Promise<ClickAnswer | null> {
  const [call] = route(items);
  const command = call && turn.commands.find(({ name }) => name === call.command);
  if (!command) return null;
  const { model = null, ...answer } = await runCommand(turn, command, call);
  return { toast: "好的", ...answer, model, becomes: command.name };
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
