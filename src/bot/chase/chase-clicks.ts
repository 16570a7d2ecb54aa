import { chaseCard } from "../../cards/chase/chase-card.js";
import type { ChaseStage } from "../../domain/chase-stage.js";
import { dayOf } from "../../domain/day.js";
import type { Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { Project } from "../../domain/project.js";
import { hasReported } from "../../domain/reported.js";
import type { Item } from "../../language/items.js";
import { understand } from "../../language/understand.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import { reportAnswer } from "../report/report-answer.js";
import { reportModel, type Section } from "../report/sections.js";
import { writeItems } from "../report/write-items.js";
import type { Turn } from "../turn.js";
import { filledWords } from "./filled-words.js";
import { missingReports } from "./missing-reports.js";

/** What a chase card is drawn from; plain JSON. */
export interface ChaseModel {
  month: Period;
  stage: ChaseStage;
  codes: string[];
  done: { name: string; words: string }[];
  filling?: string;
  /** which eight of those that still lack a report, 1 for the first */
  page?: number;
}

type DrawnTurn = Parameters<typeof missingReports>[0];

/** @param known the projects that lack a report, where they have just been found out */
export async function drawnChase(
  turn: DrawnTurn,
  model: ChaseModel,
  hasMoney: boolean,
  known?: readonly Assessed[],
) {
  const missing = known ?? (await missingReports(turn, model.month, new Set(model.codes)));
  const { month, stage, done, filling, page } = model;
  const card = chaseCard({
    month,
    stage,
    today: dayOf(turn.now),
    missing,
    done,
    hasMoney,
    ...(filling === undefined ? {} : { filling }),
    ...(page === undefined ? {} : { page }),
  });
  return { card, model };
}

export const chaseClicks: Record<string, ClickHandler> = {
  unchanged: { run: unchanged },
  fill: { run: (turn, click) => show(turn, click, { filling: String(click.args.code) }) },
  close: { run: (turn, click) => show(turn, click, {}) },
  page: { run: (turn, click) => show(turn, click, { page: Number(click.args.page) }, "") },
  report: {
    async run(turn, click) {
      const words = filledWords(click.form);
      return words === "" ? { toast: "还没有填，至少填一项", tone: "info" } : written(turn, click, words);
    },
  },
};

async function show(
  turn: Turn,
  { model }: Click,
  shown: Pick<ChaseModel, "filling" | "page">,
  toast = "好的",
): Promise<ClickAnswer> {
  const { filling: _, ...rest } = model as ChaseModel;
  return { toast, ...(await drawnChase(turn, { ...rest, ...shown }, turn.sight.money)) };
}

/** 无变化 behind the back of what was reported since the card was drawn would say that it did not count. */
async function unchanged(turn: Turn, click: Click): Promise<ClickAnswer> {
  const { filling: _, ...model } = click.model as ChaseModel;
  const code = String(click.args.code);
  const { reported } = await turn.tx.ledger.figures(code);
  if (!model.codes.includes(code) || !hasReported({ reported }, model.month))
    return written(turn, click, "本月无变化");
  return {
    toast: "这个项目已经报过了，没有再记",
    tone: "info",
    ...(await drawnChase(turn, model, turn.sight.money)),
  };
}

/** Written as if it had been typed: read, checked and asked about in the same way. */
async function written(turn: Turn, click: Click, words: string): Promise<ClickAnswer> {
  const { filling: _, ...model } = click.model as ChaseModel;
  const code = String(click.args.code);
  const project = model.codes.includes(code) ? await turn.tx.projects.byCode(code) : null;
  if (!project) return { toast: "这个项目不在这张卡片里", tone: "error" };
  // After the close what the card asks for is the closed month, not the one that runs.
  const said = { ...turn, words: `${project.name} ${words}`, forMonth: model.month };
  const sections = await writeItems(said, readAs(said, project));
  if (!sections.every(({ is }) => is === "written" || is === "known" || is === "problem"))
    // It is to be asked first, or was refused: that is answered below, and the others keep their buttons.
    return {
      toast: toastOf(sections),
      ...(await drawnChase(turn, model, turn.sight.money)),
      beside: { by: "报", about: code, ...reportAnswer(reportModel(said, sections)) },
    };
  const next = { ...model, done: [...model.done, { name: project.name, words }] };
  const figures = await turn.tx.ledger.figuresToShow(code);
  const toast = hasReported(figures, model.month) ? "已记入" : "已记入，进展还请报一下：没有变化就点“无变化”";
  return { toast, ...(await drawnChase(turn, next, turn.sight.money)) };
}

const toastOf = (sections: readonly Section[]): string =>
  sections.some(({ is }) => is === "asked") ? "有一处要确认，在卡片最下面" : "没有记账";

function readAs({ words, now, names, closedMonth }: Turn, { name }: Project): readonly Item[] {
  return understand(words, { now, names, closedMonth, follow: name }).items;
}
