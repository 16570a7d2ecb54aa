import type { TeamMember } from "../../domain/project.js";
import { TEAM_PARTS } from "../../domain/team.js";
import type { UnitContact } from "../../domain/team-contacts.js";
import { typed } from "../typed.js";

export interface HeldView {
  places: readonly (TeamMember & { project: string })[];
  contacts: readonly UnitContact[];
  problems: readonly number[];
  actions: readonly number[];
}

const NAMED = 15;

/** What is in somebody's name, a line a kind: `班子 联络员（2个）：603地块、606地块`. */
export function heldLines({ places, contacts, problems, actions }: HeldView): string[] {
  const parts = TEAM_PARTS.flatMap((part) => {
    const names = places.filter((place) => place.part === part).map(({ project }) => project);
    const more = names.length > NAMED ? "等" : "";
    return names.length > 0
      ? [
          `班子 ${part}（${names.length}个）：${names
            .slice(0, NAMED)
            .map((name) => typed(name))
            .join("、")}${more}`,
        ]
      : [];
  });
  return [
    ...contacts.map(({ unit, part }) => `单位 ${typed(unit)} ${part}`),
    ...parts,
    ...(problems.length > 0 ? [`问题责任人：${problems.map((number) => `#${number}`).join("、")}`] : []),
    ...(actions.length > 0 ? [`议定事项：${actions.map((number) => `议${number}`).join("、")}`] : []),
  ];
}
