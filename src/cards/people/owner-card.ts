import type { Project, TeamMember } from "../../domain/project.js";
import { namesIn } from "../../domain/team.js";
import type { Asked } from "../../domain/team-contacts.js";
import type { Duty } from "../../domain/team-duties.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { type Block, buttons, type CardView, rule, text } from "../card.js";
import { historyLine } from "../history-line.js";
import { typed } from "../typed.js";
import { dutyLine } from "./duty-lines.js";
import { askedLine } from "./person-words.js";

export interface OwnerView {
  project: Project;
  team: readonly TeamMember[];
  asked: readonly Asked[];
  /** the last report that counts */
  last: LedgerRecord | undefined;
  duties: readonly Duty[];
  today: string;
  now: number;
  hasMoney: boolean;
}

const OPEN = 5;

/** 谁负责: who answers for a project, whom to ask today, who reported last, and what is open with them. */
export function ownerCard(view: OwnerView): CardView {
  const { project, team, asked, last, duties, today, now, hasMoney } = view;
  const of = (part: "负责人" | "联络员" | "分管领导" | "科室") => namesIn(team, part);
  const leader = of("分管领导") ?? project.leader ?? null;
  const people = [
    `负责人 ${typed(of("负责人") ?? "没有登记", 40)}`,
    `联络员 ${typed(of("联络员") ?? "没有登记", 40)}`,
    ...(leader ? [`分管领导 ${typed(leader, 40)}`] : []),
  ];
  const lines = [
    `**责任单位**　${typed(project.unit ?? "没有登记")}`,
    `**班子**　${people.join("，")}`,
    `**推进办科室**　${typed(of("科室") ?? "没有登记", 40)}`,
    askedLine(asked, today),
    last ? `**最近填报**　${historyLine(last, now, hasMoney)}` : "**最近填报**　还没有人报过",
  ];
  return {
    title: `谁负责：${project.name}`,
    tone: "blue",
    blocks: [
      text(lines.join("\n")),
      rule,
      text(openText(duties, project.name, today, hasMoney)),
      buttons(
        { label: "看项目", does: "status", args: { code: project.code } },
        { label: "班子", does: "team", args: { code: project.code } },
      ),
    ],
  };
}

function openText(duties: readonly Duty[], of: string, today: string, hasMoney: boolean): string {
  if (duties.length === 0) return "**还欠着**　没有";
  const lines = duties.slice(0, OPEN).map((duty) => dutyLine(duty, today, hasMoney));
  const more =
    duties.length > OPEN ? [`还有${duties.length - OPEN}项，发“责任清单 ${typed(of, 40)}”看全部`] : [];
  return [`**还欠着（${duties.length}项）**`, ...lines, ...more].join("\n");
}

export interface PersonView {
  name: string;
  unit: string | null;
  /** `区建设管理委 联络员`, `负责人：603地块、606地块` … */
  roles: readonly string[];
  away: string | null;
  /** null: not for the asker to see */
  duties: readonly Duty[] | null;
  today: string;
  hasMoney: boolean;
}

/** 张伟负责什么: a person's places, and what is open with them. */
export function personCard(view: PersonView): CardView {
  const { name, unit, roles, away, duties, today, hasMoney } = view;
  const blocks: Block[] = [
    text(
      [
        unit ? `**单位**　${typed(unit)}` : "",
        ...roles.map((role) => typed(role, 300)),
        away ? `**${typed(away, 40)}**` : "",
      ]
        .filter(Boolean)
        .join("\n"),
    ),
    ...(duties ? [text(openText(duties, name, today, hasMoney))] : []),
  ];
  return { title: `${name}负责什么`, tone: "blue", blocks };
}

export interface UnitView {
  unit: string;
  contacts: string;
  asked: readonly Asked[];
  projects: readonly string[];
  duties: readonly Duty[] | null;
  today: string;
  hasMoney: boolean;
}

const NAMED = 20;

/** 谁负责 区建管委: a unit's contact and deputy, its projects. */
export function unitOwnerCard({
  unit,
  contacts,
  asked,
  projects,
  duties,
  today,
  hasMoney,
}: UnitView): CardView {
  const more = projects.length > NAMED ? `，等${projects.length}个` : "";
  const names = projects.slice(0, NAMED).map((name) => typed(name));
  return {
    title: `${unit}：谁负责`,
    tone: "blue",
    blocks: [
      text([contacts, askedLine(asked, today)].filter(Boolean).join("\n")),
      text(
        projects.length > 0
          ? `**负责的项目（${projects.length}个）**\n${names.join("、")}${more}`
          : "名下没有登记项目。",
      ),
      ...(duties ? [text(openText(duties, unit, today, hasMoney))] : []),
    ],
  };
}
