import type { Answer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { refusedToWrite } from "../src/bot/permissions.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { whichProject } from "../src/cards/which-project.js";
import { dayOf } from "../src/domain/day.js";
import type { Project } from "../src/domain/project.js";
import { raiseProblem, undoAgreement } from "./land/agreement-clicks.js";
import { dueChecks, shownAgreement } from "./land/agreement-show.js";
import { notKept, writeChecked, writeSigned } from "./land/agreement-write.js";
import { readAgreement } from "./land/read-agreement.js";

/** 监管: 全生命周期管理 agreements, their yearly checks, and what came of them. */
export const agreement: Command = {
  name: "监管",
  aliases: ["土地监管", "监管协议", "土地监管到期", "监管到期", "监管检查", "全周期监管", "全生命周期管理"],
  topic: "查项目",
  summary: "土地全生命周期管理协议：签了哪天、每年几月检查、哪些到期、查得怎样",
  examples: ["土地监管到期", "052-02 监管协议 2022-06-30签 每年6月检查", "监管 052-02"],
  act: "look",
  insideOnly: "监管协议只在内部看。",
  async run(turn, call) {
    // 哪些监管检查到期 asks for the list, with no project in it.
    const said = call.rest.replace(
      /^(?:有|哪些|查看?|看看?|土?地?|全周期|监管|检查|协议|快|要|到期|的|了|[?？\s])+$/,
      "",
    );
    if (said === "") return dueChecks(turn);
    const named = await projectsNamed(turn, said);
    const goesOn = named.length === 0 && /^(?:\d{4}|每年)/.test(said);
    const meant = goesOn ? await projectMeant(turn) : null;
    const [project, ...others] = meant ? [meant] : named;
    if (!project || others.length > 0)
      return {
        card: whichProject(
          "监管",
          project ? "" : said,
          project ? named.slice(0, 4) : await nearProjects(turn, said),
        ),
      };
    await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
    const read = readAgreement(said, turn.names, dayOf(turn.saidAt));
    switch (read.is) {
      case "nothing":
        return shownAgreement(turn, project);
      case "unclear":
        return notKept(`${project.name}：${read.sentence}没有记。`);
      case "signed":
        return (await mayNot(turn, project)) ?? writeSigned(turn, project, read);
      case "checked":
        return (await mayNot(turn, project)) ?? writeChecked(turn, project, read);
    }
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project || turn.chat.external) return { toast: "这里看不了", tone: "info" };
        return { toast: "好的", ...(await shownAgreement(turn, project)) };
      },
    },
    undo: { run: undoAgreement },
    problem: { run: raiseProblem },
  },
};

async function mayNot(turn: Turn, project: Project): Promise<Answer | null> {
  const refusal = await refusedToWrite(turn, project);
  return refusal && refused(turn, refusal, `监管 ${project.code}`);
}
