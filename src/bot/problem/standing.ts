import type { Problem } from "../../domain/problem.js";
import type { Level } from "../../domain/problem-level.js";
import { type Standing, verdictOn } from "../../domain/problem-role.js";
import type { ProblemAction } from "../../domain/problem-step.js";
import { isOwnProject, maySee, notHere, officeContact, type Refusal, roleOf } from "../permissions.js";
import type { Turn } from "../turn.js";

/** What the speaker is to a problem. */
export async function standingTo(turn: Turn, problem: Problem): Promise<Standing> {
  const { speaker, tx } = turn;
  const project = await tx.projects.byCode(problem.code);
  const role = roleOf(speaker);
  const isRegistered = role === "reporter";
  const units = [problem.lead, ...(problem.support ?? [])];
  return {
    role,
    isReporter: speaker.openId === problem.reportedBy,
    isWriter: isRegistered && project !== null && (await isOwnProject(turn, project)),
    isLead: isRegistered && speaker.unit !== null && units.includes(speaker.unit),
  };
}

/** Why this person may not take this step with a problem here; null when they may. */
export async function refusedToAct(
  turn: Turn,
  problem: Problem,
  action: ProblemAction,
  level?: Level,
): Promise<Refusal | null> {
  if (!maySee(turn, problem.code)) return notHere(turn);
  const name = `#${problem.number}`;
  const contact = await officeContact(turn.tx);
  switch (verdictOn(action, problem.state, await standingTo(turn, problem), level)) {
    case "yes":
      return null;
    case "own":
      return {
        code: "own-problem",
        sentence: `${name}是您自己报的，不能自己销号，没有动。请推进办另一位同事来点“同意销号”。`,
      };
    case "office-only":
      if (action === "escalate")
        return {
          code: "office-only",
          sentence: `上报区政府由推进办或领导定，${name}没有动。要提请请找${contact}。`,
        };
      return {
        code: "office-only",
        sentence: `${name}要由推进办销号，没有动。解决了请说“${name} 已解决，申请销号”，再请${contact}同意。`,
      };
    case "not-yours":
      return notYours(turn, problem, name, contact);
  }
}

async function notYours(turn: Turn, problem: Problem, name: string, contact: string): Promise<Refusal> {
  const { speaker, tx } = turn;
  if (roleOf(speaker) === "guest")
    return {
      code: "not-registered",
      sentence: `您还没有登记，${name}没有动。请找${contact}登记，登记后再说一次。`,
    };
  if (speaker.role === "leader")
    return { code: "leader-reads", sentence: `${name}没有动：领导只看不填，请${contact}来办。` };
  const project = await tx.projects.byCode(problem.code);
  const units = [...new Set([project?.unit, problem.lead].filter(Boolean))].join("、");
  return {
    code: "not-yours",
    sentence: `${name}由${units || "推进办"}办理，您登记在${speaker.unit ?? "（未填单位）"}，没有动。登记有误请找${contact}。`,
  };
}
