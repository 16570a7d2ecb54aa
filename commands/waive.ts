import { enter } from "../src/bot/book.js";
import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { lapseOfReport, reportAnswer } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { reportModel, type Section } from "../src/bot/report/sections.js";
import { writable } from "../src/bot/report/writable.js";
import type { Turn } from "../src/bot/turn.js";
import { typed } from "../src/cards/typed.js";
import { type Day, dayOf } from "../src/domain/day.js";
import type { Project } from "../src/domain/project.js";
import { stepFor } from "../src/domain/stages.js";
import { templateOf } from "../src/domain/stages-of-project.js";
import { refusedWaiver } from "../src/domain/stages-waive.js";
import type { MilestoneItem } from "../src/language/items.js";
import { readDue } from "./flow/read-step.js";

const EXAMPLE = "如“容缺 606 工规证 10月15日”";

/** 容缺: a paper of a project may be made up by a day; what comes after it need not wait. */
export const waive: Command = {
  name: "容缺",
  aliases: ["容缺办理", "容缺受理"],
  topic: "报进度",
  summary: "一项手续先容缺、约定哪天补齐；后面的步骤不用等它",
  examples: ["容缺 606 工规证 10月15日"],
  act: "report",
  async run(turn, call) {
    const item = call.items.find((one): one is MilestoneItem => one.intent === "milestone");
    const said = call.rest || item?.text || "";
    const named = item ? await byName(turn, item.project) : await projectsNamed(turn, said);
    if (named.length > 1) return notWaived(`一次容缺一个项目的手续，${EXAMPLE}。没有记账。`);
    const project = named[0] ?? (await projectGoneOnAbout(turn, said));
    if (!project) {
      const near = await nearProjects(turn, said);
      const hint = near.length > 0 ? `是不是${near.map(({ name }) => name).join("、")}？` : "";
      return notWaived(`没看出是哪个项目，没有记账。${hint}请带上项目、手续和补齐日期，${EXAMPLE}。`);
    }
    const read = readDue(said, turn.names, templateOf(project), dayOf(turn.saidAt));
    const milestones = item ? [item.milestone] : read.milestones;
    const day = item?.date ?? read.day;
    if (milestones.length === 0) return notWaived(`没看出容缺哪一项手续，没有记账。请写上，${EXAMPLE}。`);
    if (!day) return notWaived(`容缺要有补齐的日期，没有记账。请带上哪天补，${EXAMPLE}。`);
    await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
    return reportOf(turn, await written(turn, project, milestones, day));
  },
  clicks: reportClicks,
  lapse: lapseOfReport,
};

async function byName(turn: Turn, name: string): Promise<Project[]> {
  const project = await turn.tx.projects.byName(name);
  return project ? [project] : [];
}

/** Without any other word the project is the one spoken of; a name that is not known is not taken for it. */
async function projectGoneOnAbout(turn: Turn, said: string): Promise<Project | null> {
  const project = await projectMeant(turn);
  if (!project) return null;
  return readDue(said, turn.names, templateOf(project), dayOf(turn.saidAt)).hasMore ? null : project;
}

/** What can be made up is written, each refusal is said. */
async function written(turn: Turn, project: Project, milestones: string[], day: Day): Promise<Section[]> {
  const refusal = await writable(turn, project.name, []);
  if ("is" in refusal) return [refusal];
  const template = templateOf(project);
  const figures = await turn.tx.ledger.figures(project.code);
  const weighed = milestones.map((milestone) => {
    const step = stepFor(template, milestone);
    const cannot = refusedWaiver(step, milestone, figures, { day, today: dayOf(turn.saidAt) });
    return { milestone, step, cannot };
  });
  const refused = weighed.flatMap(({ cannot }): Section[] =>
    cannot ? [{ is: "refused", sentence: `${project.name}没有记账：${cannot}` }] : [],
  );
  const able = weighed.filter(({ cannot }) => cannot === null);
  if (able.length === 0) return refused;
  const { entered } = await enter(
    turn,
    project,
    able.map(({ milestone }) => ({
      measured: { measure: "milestone", milestone, status: "waived", date: day },
    })),
  );
  const changes = entered.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  if (!entered.some(({ kind }) => kind === "written"))
    return [{ is: "known", project: project.name, changes }, ...refused];
  const name = able[0]?.step?.name ?? "";
  const hint = `后面的步骤不用等它，到期没补会提示卡住。补齐了说一声“${project.name} ${name}已取得”。`;
  return [{ is: "written", project: project.name, changes, writeId: turn.writeId, hint }, ...refused];
}

function reportOf(turn: Turn, sections: Section[]): Answer {
  const { card, ...rest } = reportAnswer(reportModel(turn, sections));
  return { card: { ...card, title: card.title.replace("已记入", "已记容缺") }, ...rest };
}

function notWaived(sentence: string): Answer {
  return brief("没有记账", typed(sentence, 400));
}
