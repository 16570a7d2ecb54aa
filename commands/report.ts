import type { Click, ClickAnswer, Command } from "../src/bot/command.js";
import { notYours } from "../src/bot/not-yours.js";
import { reportCard } from "../src/bot/report/report-card.js";
import {
  type AskedSection,
  type ReportModel,
  reportModel,
  type Section,
} from "../src/bot/report/sections.js";
import { undoneSections } from "../src/bot/report/undo-sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { route } from "../src/bot/route.js";
import { runCommand } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import type { Option } from "../src/language/items.js";

/** 报: what people tell of their projects, in their own words. */
export const report: Command = {
  name: "报",
  aliases: ["填报", "上报进度"],
  topic: "报进度",
  summary: "用自己的话报进度，一次可以报几个项目",
  examples: [
    "武宁路 本年累计完成1.02亿，形象进度65%",
    "武宁路9月完成3200万",
    "养老院主体结构到12层了",
    "能源站本月无进展",
    "武宁路65%／新金环88 70%／603 办证中",
  ],
  allowed: "write",
  async run(turn, call) {
    const model = reportModel(turn, await writeItems(turn, call.items));
    if (model.sections.length === 0)
      model.sections.push({
        is: "refused",
        sentence: "没有读出要记的内容。请带上项目名和数字，如“武宁路 本年累计完成1.02亿，形象进度65%”。",
      });
    return { card: reportCard(model), model };
  },
  clicks: {
    undo: { run: undo },
    choose: { run: choose },
    drop: { run: drop },
  },
};

async function undo(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const refusal = await notYours(turn, click, "撤销");
  if (refusal) return refusal;
  const sections = await undoneSections(turn, model.sections);
  if (!sections) return { toast: "已经撤销过了", tone: "info" };
  const next = { ...model, sections };
  return { toast: "已撤销", card: reportCard(next), model: next };
}

/** One of the readings offered is the right one: it is written with the original words. */
async function choose(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = open(model, index);
  if (!asked) return { toast: "这一处已经答过了", tone: "info" };
  const refusal = await notYours(turn, click, "选择");
  if (refusal) return refusal;
  const option = asked.options[Number(click.args.choice)];
  if (!option) return { toast: "没有这个选项", tone: "error" };
  const question = option.items.every(({ intent }) => intent === "query") && (await answered(turn, option));
  if (question) return question;
  const { words, saidAt, messageId } = model;
  const sections = await writeItems({ ...turn, words, saidAt, messageId }, option.items, option.corrects);
  const toast = sections.some((section) => section.is === "refused")
    ? "没有记账"
    : sections.some((section) => section.is === "written")
      ? "已记入"
      : "好的";
  return replaced(model, index, sections.length > 0 ? sections : [closed(asked, option.label)], toast);
}

/** What was unclear was a question: the card becomes its answer. */
async function answered(turn: Turn, { items }: Option): Promise<ClickAnswer | null> {
  const [call] = route(items);
  const command = call && turn.commands.find(({ name }) => name === call.command);
  if (!command) return null;
  const { card, model = null } = await runCommand(turn, command, call);
  return { toast: "好的", card, model, becomes: command.name };
}

async function drop(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = open(model, index);
  if (!asked) return { toast: "这一处已经答过了", tone: "info" };
  const refusal = await notYours(turn, click, "选择");
  if (refusal) return refusal;
  return replaced(model, index, [closed(asked, "没有记。请换个说法再报一次。")], "好的，没有记");
}

/** The question at this place, while it waits for its answer. */
function open(model: ReportModel, index: number): AskedSection | null {
  const section = model.sections[index];
  return section?.is === "asked" && !section.closed ? section : null;
}

function replaced(model: ReportModel, index: number, sections: Section[], toast: string): ClickAnswer {
  const next = { ...model, sections: model.sections.toSpliced(index, 1, ...sections) };
  return { toast, card: reportCard(next), model: next };
}

function closed(asked: AskedSection, word: string): AskedSection {
  return { ...asked, options: [], closed: word };
}
