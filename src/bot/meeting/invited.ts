import type { Meeting } from "../../store/meetings.js";
import type { Person } from "../../store/people.js";
import type { Repositories } from "../../store/store.js";

/**
 * Who is expected: at a 推进会 everybody who is registered; at a 专题 the office, the project's unit and team,
 * and the unit that leads the problem. A 专题 on a matter in words alone expects nobody by name.
 */
export async function invitedTo(
  tx: Pick<Repositories, "people" | "projects" | "problems" | "teams">,
  { kind, code, problem }: Pick<Meeting, "kind" | "code" | "problem">,
): Promise<Person[]> {
  const all = (await tx.people.all()).filter(({ role }) => role !== "guest");
  if (kind === "推进会") return all;
  const about = problem === null ? null : await tx.problems.find(problem);
  const project = await tx.projects.byCode(code ?? about?.code ?? "");
  if (!project) return [];
  const units = new Set([project.unit, about?.lead ?? null]);
  const team = new Set((await tx.teams.team(project.code)).map(({ openId }) => openId));
  return all.filter(
    ({ role, unit, openId }) => role === "office" || (unit !== null && units.has(unit)) || team.has(openId),
  );
}
