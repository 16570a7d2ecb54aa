import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { subjectInFront } from "../src/bot/subject-in-front.js";
import { keepAnswer } from "../src/bot/tax/answer.js";
import type { TaxModel } from "../src/bot/tax/on-start.js";
import { startsOf, taxLines } from "../src/bot/tax/tax-lines.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, text } from "../src/cards/card.js";
import { taxEchoCard, taxListCard, taxQuestionCard } from "../src/cards/tax/tax-card.js";
import { typed } from "../src/cards/typed.js";
import type { Project } from "../src/domain/project.js";
import { REGISTRATIONS, type Registration } from "../src/domain/tax.js";
import { readTax } from "./tax/read-tax.js";

/** 留税: who builds the started projects, and whether they pay taxes here; for the office's own group alone. */
export const tax: Command = {
  name: "留税",
  aliases: ["建筑业留税", "留税清单"],
  topic: "管理",
  summary: "已开工项目的总包单位、是否在本区注册；只在推进办自己的群里",
  examples: ["留税", "留税 武宁路 中建三局 外区"],
  act: "tax.handle",
  async run(turn, { rest }) {
    if (rest === "") return { card: taxListCard(await taxLines(turn), 1, turn.now), model: {} };
    const { projects, words } = await subjectInFront(turn, rest, false);
    const [project, second] = projects;
    if (!project || second) return whichOne(turn, rest, projects);
    const { contractor, registration } = readTax(words);
    if (contractor && registration) return kept(turn, project, contractor, registration);
    return asked(turn, project, contractor, registration);
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        return { toast: "好的", card: taxListCard(await taxLines(turn), Number(click.args.page), turn.now) };
      },
    },
    fill: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "error" };
        return { toast: "请填", ...(await asked(turn, project, "", null)) };
      },
    },
    answer: { run: answered },
  },
};

async function answered(turn: Turn, click: Click): Promise<ClickAnswer> {
  const { code } = click.model as TaxModel;
  const project = await turn.tx.projects.byCode(code);
  if (!project) return { toast: "没有这个项目了", tone: "error" };
  const contractor = String(click.form.contractor ?? "").trim();
  const registration = REGISTRATIONS.find((one) => one === click.form.registration);
  if (contractor === "") return { toast: "请写总包单位，还没有记", tone: "error" };
  if (!registration) return { toast: "请选在不在本区注册，还没有记", tone: "error" };
  const { card } = await kept(turn, project, contractor.slice(0, 80), registration);
  return { toast: "已记下", card };
}

async function kept(
  turn: Turn,
  project: Project,
  contractor: string,
  registration: Registration,
): Promise<Answer> {
  const { was, is } = await keepAnswer(turn, project, contractor, registration);
  const isStarted = (await startsOf(turn)).has(project.code);
  const model: TaxModel = { code: project.code };
  return { card: taxEchoCard(project.name, was, is, isStarted), model };
}

/** What is not yet said is asked; what was said stands in the form already. */
async function asked(
  turn: Turn,
  project: Project,
  contractor: string,
  registration: Registration | null,
): Promise<Answer> {
  const answer = (await turn.tx.tax.find(project.code))?.answer ?? null;
  const started = (await startsOf(turn)).get(project.code) ?? null;
  const model: TaxModel = { code: project.code };
  const lacks = contractor
    ? `还没有记：${typed(contractor, 40)}在不在本区注册？请在下面选，点“记下”。`
    : registration
      ? "还没有记：请写总包单位，点“记下”。"
      : "";
  const card = taxQuestionCard({
    project: project.name,
    started,
    known: answer,
    ...(lacks ? { lacks } : {}),
    ...(contractor ? { typedSoFar: contractor } : {}),
    now: turn.now,
  });
  return { card, model };
}

/** The projects that share the name, else those that are near; the form is then asked of the one tapped. */
async function whichOne(turn: Turn, said: string, named: readonly Project[]): Promise<Answer> {
  const near = named.length > 0 ? named.slice(0, 6) : await nearProjects(turn, said);
  const blocks =
    near.length > 0
      ? [
          text("没看出是哪个项目，还没有记。您说的是不是："),
          buttons(...near.map(({ name, code }) => ({ label: name, does: "fill", args: { code } }))),
        ]
      : [text("没看出是哪个项目，还没有记。请带上项目名，如“留税 武宁路 中建三局 外区”。")];
  return { card: { title: "哪个项目？", tone: "grey", blocks }, model: {} };
}
