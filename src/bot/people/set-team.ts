import type { Project, TeamMember } from "../../domain/project.js";
import { changedTeam, isSame, namesIn, type TeamPart } from "../../domain/team.js";
import type { Refusal } from "../permissions.js";
import { type Change, recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { refusedTeam } from "./may-set.js";
import type { PartWish } from "./read-team.js";
import { type Who, whoIs } from "./who.js";

/** What was changed of one project's team; plain JSON. */
export interface TeamEcho {
  code: string;
  project: string;
  part: TeamPart;
  from: string | null;
  to: string | null;
}

/** The teams before a change and after it, to take it back. */
export interface TeamsChanged {
  echoes: TeamEcho[];
  /** nothing differs in these: `603地块 联络员 王芳` */
  same: string[];
  refused: Refusal[];
  /** who was set by name alone */
  byName: string[];
  was: { code: string; team: TeamMember[] }[];
}

/** Sets parts of the teams of several projects; each that may not be is said and left. */
export async function setTeams(
  turn: Turn,
  projects: readonly Project[],
  wishes: readonly PartWish[],
): Promise<TeamsChanged> {
  const done: TeamsChanged = { echoes: [], same: [], refused: [], byName: [], was: [] };
  const meant = await Promise.all(
    wishes.map(async ({ names, ...wish }) => ({
      ...wish,
      people: await Promise.all(names.map((name) => personIn(turn, wish.part, name))),
    })),
  );
  await turn.tx.ledger.hold(projects.map(({ code }) => code));
  for (const project of projects) {
    const refusal = await refusedTeam(turn, project);
    if (refusal) {
      await logRefusal(turn, refusal, `班子 ${project.code}`);
      done.refused.push(refusal);
      continue;
    }
    const was = await turn.tx.teams.team(project.code);
    const team = meant.reduce((before, wish) => changedTeam(before, wish), was);
    const echoes = echoesOf(project, was, team);
    const touched = new Set(echoes.map(({ part }) => part));
    for (const { part } of meant)
      if (!touched.has(part)) done.same.push(`${project.name} ${part} ${namesIn(team, part) ?? "没有登记"}`);
    if (JSON.stringify(was) === JSON.stringify(team)) continue;
    await turn.tx.teams.keepTeam(project.code, team);
    await recordChanges(turn, ...echoes.map((echo) => changeOf(echo)));
    done.echoes.push(...echoes);
    done.was.push({ code: project.code, team: was });
  }
  const people = meant.flatMap(({ people, part }) => (part === "科室" ? [] : people));
  done.byName.push(...new Set(people.filter(({ openId }) => openId === null).map(({ name }) => name)));
  return done;
}

/** Puts teams back as they were, where nobody has changed them since. */
export async function setBack(turn: Turn, { was, echoes }: TeamsChanged): Promise<TeamEcho[]> {
  const back: TeamEcho[] = [];
  await turn.tx.ledger.hold(was.map(({ code }) => code));
  for (const { code, team: before } of was) {
    const project = await turn.tx.projects.byCode(code);
    const now = await turn.tx.teams.team(code);
    const own = echoes.filter((echo) => echo.code === code);
    if (!project || own.some(({ part, to }) => namesIn(now, part) !== to)) continue;
    const parts = new Set<string>(own.map(({ part }) => part));
    const team = [
      ...now.filter(({ part }) => !parts.has(part)),
      ...before.filter(({ part }) => parts.has(part)),
    ];
    await turn.tx.teams.keepTeam(code, team);
    const undone = echoesOf(project, now, team);
    await recordChanges(turn, ...undone.map((echo) => ({ ...changeOf(echo), reason: "改回" })));
    back.push(...undone);
  }
  return back;
}

/** Part by part; of the same name with another account the change is kept, and shown as 已对上账号. */
function echoesOf(project: Project, was: readonly TeamMember[], now: readonly TeamMember[]): TeamEcho[] {
  const parts = [...new Set([...was, ...now].map(({ part }) => part))] as TeamPart[];
  return parts.flatMap((part) => {
    const [from, to] = [namesIn(was, part), namesIn(now, part)];
    const before = was.filter((member) => member.part === part);
    const isMoved = now.some(
      (member) =>
        member.part === part && !before.some((one) => isSame(one, member) && one.openId === member.openId),
    );
    return from === to && !isMoved ? [] : [{ code: project.code, project: project.name, part, from, to }];
  });
}

const changeOf = ({ code, part, from, to }: TeamEcho): Change => ({
  subject: "team",
  subjectId: code,
  what: part,
  from,
  to,
});

const personIn = async (turn: Turn, part: TeamPart, name: string): Promise<Who> =>
  part === "科室" ? { name, openId: null, unit: null } : whoIs(turn, name);
