import type { TeamMember } from "./project.js";

/** What somebody is on a project's team, in the order it is shown in; 科室 is the office's section behind it. */
export const TEAM_PARTS = ["负责人", "联络员", "分管领导", "科室", "成员"] as const;
export type TeamPart = (typeof TEAM_PARTS)[number];

/** Of these a team has one, of 成员 any number. */
const isSingle = (part: string): boolean => part !== "成员";

export interface TeamChange {
  part: TeamPart;
  how: "set" | "add" | "remove";
  people: readonly Pick<TeamMember, "name" | "openId" | "unit">[];
}

/** The team after a change; who is set anew stands in for who was there before. */
export function changedTeam(team: readonly TeamMember[], { part, how, people }: TeamChange): TeamMember[] {
  const isNamed = (member: TeamMember) => people.some((one) => isSame(member, one));
  const others = team.filter((member) => member.part !== part);
  const here = team.filter((member) => member.part === part);
  if (how === "remove")
    return ordered([...others, ...here.filter((one) => people.length > 0 && !isNamed(one))]);
  const named = people.map(({ name, openId, unit }) => ({ name, openId, unit, part }));
  const kept = how === "add" && !isSingle(part) ? here.filter((one) => !isNamed(one)) : [];
  return ordered([...others, ...kept, ...(isSingle(part) ? named.slice(0, 1) : named)]);
}

/** The same team with somebody's places taken by another; nobody stands twice in one place. */
export function handedOver(
  team: readonly TeamMember[],
  from: Pick<TeamMember, "name" | "openId">,
  to: Pick<TeamMember, "name" | "openId" | "unit">,
): TeamMember[] {
  const moved = team.map((member) => (isSame(member, from) ? { ...to, part: member.part } : member));
  return moved.filter(
    (one, index) => moved.findIndex((other) => other.part === one.part && isSame(other, one)) === index,
  );
}

/** By account where both have one, else by name. */
export function isSame(
  a: Pick<TeamMember, "name" | "openId">,
  b: Pick<TeamMember, "name" | "openId">,
): boolean {
  return a.openId !== null && b.openId !== null ? a.openId === b.openId : a.name === b.name;
}

/** `张伟、李四` for one part of a team; null where nobody is. */
export function namesIn(team: readonly TeamMember[], part: TeamPart): string | null {
  const names = team.filter((member) => member.part === part).map(({ name }) => name);
  return names.length > 0 ? names.join("、") : null;
}

const ordered = (team: readonly TeamMember[]): TeamMember[] =>
  TEAM_PARTS.flatMap((part) => team.filter((member) => member.part === part));
