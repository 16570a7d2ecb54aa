import type { Project, TeamMember } from "../../domain/project.js";
import { TEAM_PARTS } from "../../domain/team.js";
import type { Asked } from "../../domain/team-contacts.js";
import { type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";
import { askedLine } from "./person-words.js";

export interface TeamView {
  project: Project;
  team: readonly TeamMember[];
  /** who is asked today */
  asked: readonly Asked[];
  today: string;
  maySet: boolean;
}

/** 班子: the team of one project; who is not set is said, and who has no account in the chat. */
export function teamCard({ project, team, asked, today, maySet }: TeamView): CardView {
  const lines = TEAM_PARTS.flatMap((part) => {
    const members = team.filter((member) => member.part === part);
    const fallback = part === "分管领导" ? project.leader : undefined;
    const words = members.map((member) => memberWords(member, project.unit)).join("、");
    return words === "" && part === "成员"
      ? []
      : [`**${part}**　${words || (fallback ? typed(fallback, 20) : "没有登记")}`];
  });
  const first = askedLine(asked, today);
  const isByName = team.some(({ openId, part }) => openId === null && part !== "科室");
  const how = maySet ? `要改请说“班子 ${project.aliases[0] ?? project.name} 联络员 @谁”。` : "";
  return {
    title: `班子：${project.name}`,
    tone: "blue",
    blocks: [
      text([`**责任单位**　${typed(project.unit ?? "没有登记")}`, ...lines].join("\n")),
      text(first),
      ...(isByName || how
        ? [note(`${isByName ? "标“仅名字”的还没有对上群里的账号，我提醒不到。" : ""}${typed(how, 80)}`)]
        : []),
    ],
  };
}

function memberWords({ name, unit, openId, part }: TeamMember, own: string | null): string {
  const beside = [
    unit && unit !== own ? unit : "",
    openId === null && part !== "科室" ? "仅名字" : "",
  ].filter(Boolean);
  return typed(name, 20) + (beside.length > 0 ? `（${typed(beside.join("，"), 40)}）` : "");
}
