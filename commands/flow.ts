import { answerAs } from "../src/bot/answer-as.js";
import type { Answer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { otherCommand } from "../src/bot/other-command.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { refusedClick } from "../src/bot/refuse.js";
import { lapseOfReport, reportAnswer } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { reportModel } from "../src/bot/report/sections.js";
import { writeItems } from "../src/bot/report/write-items.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { flowCard } from "../src/cards/flow/flow-card.js";
import { whichProject } from "../src/cards/which-project.js";
import { dayOf } from "../src/domain/day.js";
import { flowOf } from "../src/domain/flow.js";
import type { Project } from "../src/domain/project.js";
import { templateOf } from "../src/domain/stages-of-project.js";
import type { MilestoneItem, QueryItem } from "../src/language/items.js";
import { readStep } from "./flow/read-step.js";

interface Model {
  code: string;
}

/** 流程: the approvals and works of one project, step by step: done, current, blocked and by whom. */
export const flow: Command = {
  name: "流程",
  aliases: ["流程图", "走到哪一步了", "走到哪一步", "走到哪步了", "到哪一步了"],
  topic: "查项目",
  summary: "一个项目的流程图：办结、在办、卡在哪家、容缺到哪天、早几天晚几天",
  examples: ["流程 武宁路", "606走到哪一步了", "流程 603 设计方案 6月20日完成"],
  act: "look",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const said = asked?.project ?? call.rest.replace(/[了?？吗呢\s]+$/, "");
    const named = await projectsNamed(turn, said);
    const meant = said === "" ? await projectMeant(turn) : null;
    const [project] = meant ? [meant] : named;
    if (!project) return { card: whichProject("流程", said, await nearProjects(turn, said || turn.words)) };
    const visible = named.filter(({ code }) => maySee(turn, code));
    if (visible.length > 1) return { card: whichProject("流程", said, visible.slice(0, 4)) };
    const step = await stepSaid(turn, visible[0] ?? project, asked ? "" : call.rest);
    return step ?? answerOn(turn, visible[0] ?? project);
  },
  clicks: {
    // What was said of a step is a report, with a report's buttons.
    ...reportClicks,
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `流程 ${project.code}`);
        const model: Model = { code: project.code };
        return { toast: "好的", card: await flowOn(turn, project), model };
      },
    },
    nodes: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `节点 ${project.code}`);
        const item: QueryItem = { intent: "query", about: "milestones", project: project.name };
        return (await answerAs(turn, [item])) ?? { toast: "现在看不了", tone: "info" };
      },
    },
    status: otherCommand("查"),
    plot: otherCommand("地块"),
  },
  lapse: lapseOfReport,
};

/** 流程 606 立项 3月15日办结: a day for a step; null where none is named. */
async function stepSaid(turn: Turn, project: Project, said: string): Promise<Answer | null> {
  const template = templateOf(project);
  const { milestone, day, status } = readStep(said, turn.names, template, dayOf(turn.saidAt));
  if (milestone === undefined || day === undefined) return null;
  const item: MilestoneItem = {
    intent: "milestone",
    project: project.name,
    milestone,
    status,
    date: day,
    precision: "day",
  };
  await keepSpokenOf(turn, [item], null);
  return reportAnswer(reportModel(turn, await writeItems(turn, [item])));
}

async function answerOn(turn: Turn, project: Project): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `流程 ${project.code}`);
  await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
  return { card: await flowOn(turn, project), model: { code: project.code } satisfies Model };
}

async function flowOn({ tx, now, sight }: Turn, project: Project): Promise<CardView> {
  const today = dayOf(now);
  const template = templateOf(project);
  const figures = await tx.ledger.figuresToShow(project.code);
  const drawn = flowOf(template, figures, project.stage, today);
  return flowCard({ project, template, flow: drawn, today, hasMoney: sight.money });
}
