import { chaseCard } from "../../cards/chase/chase-card.js";
import type { ChaseStage } from "../../domain/chase-stage.js";
import { dayOf } from "../../domain/day.js";
import type { Period } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
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
}

type DrawnTurn = Parameters<typeof missingReports>[0];

export async function drawnChase(turn: DrawnTurn, model: ChaseModel, hasMoney: boolean) {
  const missing = await missingReports(turn, model.month, new Set(model.codes));
  const { month, stage, done, filling } = model;
  const card = chaseCard({
    month,
    stage,
    today: dayOf(turn.now),
    missing,
    done,
    hasMoney,
    ...(filling === undefined ? {} : { filling }),
  });
  return { card, model };
}

export const chaseClicks: Record<string, ClickHandler> = {
  unchanged: { run: (turn, click) => reported(turn, click, "本月无变化") },
  fill: { run: (turn, click) => show(turn, click, { filling: String(click.args.code) }) },
  close: { run: (turn, click) => show(turn, click, {}) },
  report: {
    async run(turn, click) {
      const words = filledWords(click.form);
      return words === "" ? { toast: "还没有填，至少填一项", tone: "info" } : reported(turn, click, words);
    },
  },
};

async function show(turn: Turn, { model }: Click, { filling }: { filling?: string }): Promise<ClickAnswer> {
  const { filling: _, ...rest } = model as ChaseModel;
  const next = { ...rest, ...(filling === undefined ? {} : { filling }) };
  return { toast: "好的", ...(await drawnChase(turn, next, turn.sight.money)) };
}

/** Written as if it had been typed: read, checked and asked about in the same way. */
async function reported(turn: Turn, click: Click, words: string): Promise<ClickAnswer> {
  const { filling: _, ...model } = click.model as ChaseModel;
  const code = String(click.args.code);
  const project = model.codes.includes(code) ? await turn.tx.projects.byCode(code) : null;
  if (!project) return { toast: "这个项目不在这张卡片里", tone: "error" };
  // After the close what the card asks for is the closed month, not the one that runs.
  const said = { ...turn, words: `${project.name} ${words}`, forMonth: model.month };
  const sections = await writeItems(said, readAs(said, project));
  if (!sections.every(({ is }) => is === "written" || is === "known" || is === "problem"))
    // It is to be asked first, or was refused: the card becomes that answer, with its own buttons.
    return { toast: toastOf(sections), ...reportAnswer(reportModel(said, sections)), becomes: "报" };
  const next = { ...model, done: [...model.done, { name: project.name, words }] };
  return { toast: "已记入", ...(await drawnChase(turn, next, turn.sight.money)) };
}

const toastOf = (sections: readonly Section[]): string =>
  sections.some(({ is }) => is === "asked") ? "有一处要确认" : "没有记账";

function readAs({ words, now, names, closedMonth }: Turn, { name }: Project): readonly Item[] {
  return understand(words, { now, names, closedMonth, follow: name }).items;
}
