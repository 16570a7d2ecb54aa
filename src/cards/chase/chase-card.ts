import type { ChaseStage } from "../../domain/chase-stage.js";
import { closeDayOf } from "../../domain/data-month.js";
import { formatDay } from "../../domain/day.js";
import { formatPeriod, type Period, periodOf, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { type Block, buttons, type CardView, form, note, rule, text } from "../card.js";
import { paged, restButtons } from "../pager.js";
import { listLine } from "../project-line.js";
import { typed } from "../typed.js";

/** projects with their own buttons; the rest is a tap away */
const MOST = 8;

export interface ChaseView {
  month: Period;
  stage: ChaseStage;
  today: string;
  /** those that still lack a report, in the order of the list */
  missing: readonly Assessed[];
  /** what was reported from this card, in words, by code */
  done: readonly { name: string; words: string }[];
  /** the project whose form is open */
  filling?: string;
  /** which eight of those that lack a report, 1 for the first */
  page?: number;
  hasMoney: boolean;
}

/** 催报: what is missing of a person's projects, with what was said last, answered by a tap. */
export function chaseCard(view: ChaseView): CardView {
  const { month, stage, missing, done, today } = view;
  const what = `${formatPeriod(month, periodOf(today))}进度`;
  const due = `${what}${formatDay(closeDayOf(month), today)}关账`;
  if (missing.length === 0)
    return { title: `${what}都报齐了`, tone: "green", blocks: [text(doneLines(done) || "谢谢！")] };
  const page = paged(missing, view.page ?? 1, MOST);
  return {
    title:
      stage === "D+1" ? `${what}还有${missing.length}个项目没报` : `${what}请报：还有${missing.length}个项目`,
    tone: stage === "D-3" ? "blue" : "orange",
    blocks: [
      text(stage === "D+1" ? `${what}已经关账，还没报的按未报算。请安排补报：` : `${due}，请在这之前报：`),
      ...page.shown.flatMap((one) => projectBlocks(view, one)),
      ...(page.pages > 1
        ? [rule, buttons(...restButtons(page, missing.length - page.page * MOST, "个"))]
        : []),
      ...(done.length > 0 ? [rule, text(doneLines(done))] : []),
      note("也可以直接发给我，如“武宁路 本年累计1.05亿，形象进度68%”。不想收请发“退订 催报提醒”。"),
    ],
  };
}

const doneLines = (done: ChaseView["done"]): string =>
  done.map(({ name, words }) => `✅ ${typed(name, 30)}　${typed(words, 60)}`).join("\n");

function projectBlocks(view: ChaseView, one: Assessed): Block[] {
  const { code } = one.project;
  const line = listLine(one, yearOf(view.month), view.hasMoney);
  // What was said last; of a project that has never said anything there is nothing.
  const last = text(line.endsWith("还没有报") ? line : `${line}（上次）`);
  if (view.filling === code) return [rule, last, fields(code), buttons({ label: "先不填", does: "close" })];
  return [
    rule,
    last,
    buttons(
      { label: "无变化", does: "unchanged", args: { code } },
      { label: "填报", does: "fill", args: { code }, look: "primary" },
    ),
  ];
}

const fields = (code: string): Block =>
  form(
    [
      { name: "ytd", label: "本年累计投资", hint: "如 10500万 或 1.05亿" },
      { name: "percent", label: "形象进度（%）", hint: "如 68" },
      { name: "note", label: "进展，或有什么问题", long: true },
    ],
    { label: "报上去", does: "report", args: { code } },
  );
