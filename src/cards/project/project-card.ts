import { dayOf, formatDay } from "../../domain/day.js";
import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import { type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { Project, TeamMember } from "../../domain/project.js";
import { endedWord } from "../../domain/project-details.js";
import { silenceOf } from "../../domain/silence.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { type Block, buttons, type CardView, note, rule, type Tone, text } from "../card.js";
import { dataAsOf } from "../data-as-of.js";
import { withoutMoney } from "../hide-money.js";
import { historyLine } from "../history-line.js";
import { nextMilestone } from "../project-line.js";
import { silenceWords } from "../silence-line.js";
import { typed } from "../typed.js";
import { detailLines } from "./detail-lines.js";
import { figureLines } from "./figure-lines.js";
import { shortfallLines } from "./shortfall-lines.js";
import { signedLines } from "./signed-lines.js";
import { sinceLine, sinceLines } from "./since-line.js";

/** What was asked of the project, and so comes first. */
export type Lead = "why" | "since" | "shortfall" | "owner";

export interface ProjectView {
  one: Assessed;
  /** newest first */
  latest: readonly LedgerRecord[];
  team: readonly TeamMember[];
  /** the closed data month */
  month: Period;
  now: number;
  hasMoney: boolean;
}

const LAMP_NAMES: Record<LampColour, string> = { red: "红灯", yellow: "黄灯", green: "绿灯", grey: "灰灯" };
const TONES: Record<LampColour, Tone> = { red: "red", yellow: "orange", green: "green", grey: "grey" };

/** One project: figures, lamps with reasons, next milestone, team, last reports; what was asked stands first. */
export function projectCard(view: ProjectView, leads: readonly Lead[] = []): CardView {
  const { one, latest, now, month, hasMoney } = view;
  const { project, lamp } = one;
  const reports = latest.map((record) => historyLine(record, now, hasMoney));
  const silence = silenceOf(one.figures.told);
  const blocks: Block[] = [
    ...leads.flatMap((lead) => [text(leadText(lead, view)), rule]),
    ...endedBlocks(one.project, now),
    text(figureLines(one, { month, hasMoney, today: dayOf(now) }, leads.includes("shortfall")).join("\n")),
    rule,
    ...(leads.includes("why") || project.ended
      ? []
      : [
          text(
            lampText(
              view,
              "灯",
              leads.some((lead) => lead === "since" || lead === "shortfall"),
            ),
          ),
        ]),
    text(`**下一个节点**　${nextMilestone(one, dayOf(now))?.words ?? "没有登记"}`),
    ...(silence ? [text(silenceWords(silence, hasMoney))] : []),
    ...(leads.includes("owner") ? [] : [text(ownerText(view))]),
    ...registeredBlocks(view),
    ...(reports.length > 0 ? [rule, text(["**最近填报**", ...reports].join("\n"))] : []),
    buttons(
      { label: "历史", does: "history", args: { code: project.code } },
      { label: "流程", does: "flow", args: { code: project.code } },
    ),
    note(`${lamp.version}　${dataAsOf(month, now)}`),
  ];
  return {
    title: project.ended ? project.name : `${lampSign(lamp.lamp)} ${project.name}`,
    subtitle: `${project.class ?? "未分类"}${project.classBasis === "inferred" ? "（待核）" : ""}　${project.stage}`,
    tone: project.ended ? "grey" : TONES[lamp.lamp],
    blocks,
  };
}

/** 已退出 since when, and why: stands above all else. */
function endedBlocks({ ended, name }: Project, now: number): Block[] {
  if (!ended) return [];
  const why = ended.reason ? `，原因：${typed(ended.reason, 100)}` : "";
  return [
    text(`**${formatDay(ended.on, dayOf(now))}${endedWord(ended)}**${why}`),
    note(
      `不再列入清单、亮灯和催报${ended.as === "closed" ? "，数留在当年合计里" : "，也不计入合计"}；要恢复发“恢复 ${typed(name, 40)}”。`,
    ),
    rule,
  ];
}

/** 建设性质, 总投资, 建设内容, and what was signed for the year. */
function registeredBlocks({ one, month, hasMoney }: ProjectView): Block[] {
  const lines = [...detailLines(one.project, hasMoney), ...signedLines(one, yearOf(month), hasMoney)];
  return lines.length > 0 ? [text(lines.join("\n"))] : [];
}

function leadText(lead: Lead, view: ProjectView): string {
  switch (lead) {
    case "why":
      return lampText(view, `现在是${LAMP_NAMES[view.one.lamp.lamp]}，因为`);
    case "since":
      return sinceLines(view.one, view.month).join("\n");
    case "shortfall":
      return shortfallLines(view.one, view.month, view.hasMoney).join("\n");
    case "owner":
      return ownerText(view);
  }
}

/** `isSinceSaid`: since when it is behind stands on the card already. */
function lampText({ one, month, hasMoney }: ProjectView, title: string, isSinceSaid = false): string {
  const { lamp } = one;
  // A lamp that is off has nothing to say here.
  const lit = lamp.why.filter((line) => !line.startsWith("－"));
  const why = lit.length > 0 ? lit : ["没有需要判断的"];
  const since = isSinceSaid ? "" : (sinceLine(one, month) ?? "");
  return [
    `**${title}**`,
    ...[...why, since].filter(Boolean).map((line) => typed(hasMoney ? line : withoutMoney(line), 300)),
  ].join("\n");
}

function ownerText({ one, team }: ProjectView): string {
  const members = team.map(({ part, name, unit }) =>
    // The unit is said once, above.
    typed(`${part} ${name}${unit && unit !== one.project.unit ? `（${unit}）` : ""}`, 60),
  );
  return [
    `**责任单位**　${typed(one.project.unit ?? "没有登记")}`,
    `**班子**　${members.length > 0 ? members.join("，") : "没有登记"}`,
  ].join("\n");
}
