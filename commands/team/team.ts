import { brief } from "../../src/bot/brief.js";
import type { Answer, Call, Command } from "../../src/bot/command.js";
import { nearProjects } from "../../src/bot/near-projects.js";
import { contactsOfProject } from "../../src/bot/people/contacts.js";
import { refusedTeam } from "../../src/bot/people/may-set.js";
import { type PartWish, readTeam, type TeamWish } from "../../src/bot/people/read-team.js";
import { setBack, setTeams, type TeamsChanged } from "../../src/bot/people/set-team.js";
import { maySee, notHere, refusedAct } from "../../src/bot/permissions.js";
import { projectMeant } from "../../src/bot/projects-named.js";
import { refusedClick } from "../../src/bot/refuse.js";
import { refused } from "../../src/bot/run-command.js";
import type { Turn } from "../../src/bot/turn.js";
import { teamCard } from "../../src/cards/people/team-card.js";
import { teamEchoCard } from "../../src/cards/people/team-echo.js";
import { typed } from "../../src/cards/typed.js";
import { whichProject } from "../../src/cards/which-project.js";
import { dayOf } from "../../src/domain/day.js";
import type { Project } from "../../src/domain/project.js";

const LIKE = "如“班子 603 联络员 @张三”“设联络员 @张三 603 606”";

/** 603的班子成员有谁 */
const ASKS = /谁|哪些|哪位|名单|[?？]/;

/** 班子: who works on a project, one team each: 负责人, 联络员, 分管领导, 科室, 成员. */
export const team: Command = {
  name: "班子",
  aliases: ["专班", "团队"],
  topic: "查项目",
  summary: "一个项目的班子：责任单位、负责人、联络员、分管领导、科室；也可以改",
  examples: ["班子 603", "班子 603 联络员 @张三", "设联络员 @张三 603 606", "班子 603 科室 开发建设科"],
  act: "look",
  run: runTeam,
  clicks: {
    back: {
      async run(turn, click) {
        const refusal = await refusedAct(turn, "team.set");
        if (refusal) return refusedClick(turn, refusal, "班子 改回");
        const changed = click.model as TeamsChanged;
        for (const { code } of changed.was) {
          const project = await turn.tx.projects.byCode(code);
          const notTheirs = project && (await refusedTeam(turn, project));
          if (notTheirs) return refusedClick(turn, notTheirs, "班子 改回");
        }
        const back = await setBack(turn, changed);
        if (back.length === 0) return { toast: "后来又改过了，没有改回；请按现在的再说一次", tone: "info" };
        const card = {
          ...teamEchoCard({ echoes: back, same: [], refused: [], byName: [] }),
          title: "已改回",
        };
        return {
          toast: "已改回",
          card: { ...card, blocks: card.blocks.filter(({ is }) => is !== "buttons") },
          model: null,
        };
      },
    },
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `班子 ${project.code}`);
        const { parts } = (click.model ?? { parts: [] }) as { parts: PartWish[] };
        const answer = parts.length > 0 ? await changed(turn, [project], parts) : await shown(turn, project);
        return { toast: answer.card.title, ...answer, model: answer.model ?? null };
      },
    },
  },
};

async function runTeam(turn: Turn, call: Call): Promise<Answer> {
  const read = readTeam(call.rest, turn);
  const isAsked = ASKS.test(call.rest);
  const wish = isAsked ? { ...read, parts: [], unread: [] } : read;
  const [shared] = wish.shared;
  if (shared) return asked(turn, shared.names, wish.parts);
  const [odd] = wish.unread;
  if (odd !== undefined && read.projects.length === 0) {
    // A name that is not exact: the project spoken of before was not meant.
    const near = await nearProjects(turn, wish.unread.join(" "));
    return asked(
      turn,
      near.map(({ name }) => name),
      wish.parts,
      odd,
    );
  }
  if (odd !== undefined && wish.parts.length > 0) return unread(`“${typed(odd, 20)}”没看懂，没有改动。`);
  const projects = await named(turn, wish);
  const [project, more] = projects;
  if (!project) return asked(turn, [], wish.parts);
  const empty = wish.parts.find(({ names, how }) => names.length === 0 && how !== "remove");
  if (empty) return unread(`没看出${empty.part}是谁，没有改动。`);
  if (wish.parts.length > 0) return changed(turn, projects, wish.parts);
  return more
    ? asked(
        turn,
        projects.map(({ name }) => name),
        [],
      )
    : shown(turn, project);
}

async function named(turn: Turn, { projects: names }: TeamWish): Promise<Project[]> {
  if (names.length === 0) {
    const meant = await projectMeant(turn);
    return meant ? [meant] : [];
  }
  return (await turn.tx.projects.all()).filter(({ name }) => names.includes(name));
}

/** Several names fit, or none: those that may be seen here are offered, and what was wanted waits with them. */
async function asked(turn: Turn, names: readonly string[], parts: PartWish[], said = ""): Promise<Answer> {
  const all = await turn.tx.projects.all();
  const near = all.filter(({ name, code }) => names.includes(name) && maySee(turn, code)).slice(0, 4);
  return { card: whichProject("班子", typed(said, 40), near), model: { parts } };
}

async function shown(turn: Turn, project: Project): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `班子 ${project.code}`);
  const today = dayOf(turn.now);
  return {
    card: teamCard({
      project,
      team: await turn.tx.teams.team(project.code),
      asked: await contactsOfProject(turn.tx, project, today),
      today,
      maySet: (await refusedTeam(turn, project)) === null,
    }),
  };
}

async function changed(
  turn: Turn,
  projects: readonly Project[],
  parts: readonly PartWish[],
): Promise<Answer> {
  const done = await setTeams(turn, projects, parts);
  const [refusal] = done.refused;
  if (refusal && done.echoes.length === 0 && done.same.length === 0)
    return brief("没有改动", typed(refusal.sentence, 300));
  const card = teamEchoCard({ ...done, refused: done.refused.map(({ sentence }) => sentence) });
  return { card, model: done };
}

function unread(sentence: string): Answer {
  return brief("没有改动", `${sentence}可以改的有负责人、联络员、分管领导、科室、成员，${LIKE}。`);
}
