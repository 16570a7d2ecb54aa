import type { Click, ClickAnswer, Command } from "../src/bot/command.js";
import { reportCard } from "../src/bot/report/report-card.js";
import type { AskedSection, ReportModel, Section } from "../src/bot/report/sections.js";
import { undoneSections } from "../src/bot/report/undo-sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import type { Turn } from "../src/bot/turn.js";
import { dayOf } from "../src/domain/day.js";

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
    const model: ReportModel = {
      sections: await writeItems(turn, call.items),
      today: dayOf(turn.now),
      saidByName: turn.speaker.name,
      saidAt: turn.saidAt,
      words: turn.words,
    };
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
  if (!isOwn(turn, click)) return { toast: "只有填报人或推进办可以撤销", tone: "error" };
  const sections = await undoneSections(turn, model.sections);
  if (!sections) return { toast: "已经撤销过了", tone: "info" };
  const next = { ...model, sections };
  return { toast: "已撤销", card: reportCard(next), model: next };
}

/** One of the readings offered is the right one: it is written with the original words. */
async function choose(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = model.sections[index];
  if (asked?.is !== "asked" || asked.closed) return { toast: "这一处已经答过了", tone: "info" };
  if (!isOwn(turn, click)) return { toast: "请让填报人自己来选", tone: "error" };
  const option = asked.options[Number(click.args.choice)];
  if (!option) return { toast: "没有这个选项", tone: "error" };
  const sections = await writeItems({ ...turn, words: model.words, saidAt: model.saidAt }, option.items);
  return replaced(model, index, sections.length > 0 ? sections : [closed(asked, option.label)], "已记入");
}

async function drop(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const index = Number(click.args.section);
  const asked = model.sections[index];
  if (asked?.is !== "asked" || asked.closed) return { toast: "这一处已经答过了", tone: "info" };
  if (!isOwn(turn, click)) return { toast: "请让填报人自己来选", tone: "error" };
  return replaced(model, index, [closed(asked, "没有记。请换个说法再报一次。")], "好的，没有记");
}

function replaced(model: ReportModel, index: number, sections: Section[], toast: string): ClickAnswer {
  const next = { ...model, sections: model.sections.toSpliced(index, 1, ...sections) };
  return { toast, card: reportCard(next), model: next };
}

function closed(asked: AskedSection, word: string): AskedSection {
  return { ...asked, options: [], closed: word };
}

function isOwn(turn: Turn, click: Click): boolean {
  return turn.speaker.openId === click.owner || turn.speaker.role === "office";
}
