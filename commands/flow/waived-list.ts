import type { Answer, Command } from "../../src/bot/command.js";
import { nothingToList } from "../../src/bot/lists/nothing-to-list.js";
import { otherCommand } from "../../src/bot/other-command.js";
import { projectsNamed } from "../../src/bot/projects-named.js";
import type { Turn } from "../../src/bot/turn.js";
import { type WaivedPaper, waivedCard } from "../../src/cards/flow/waived-card.js";
import { dayOf, daysBetween } from "../../src/domain/day.js";
import { yearOf } from "../../src/domain/period.js";
import { stepFor } from "../../src/domain/stages.js";
import { deskOf, templateOf } from "../../src/domain/stages-of-project.js";

/** 容缺清单: the papers that are to be made up, by their days; the overdue ones first. */
export const waivedList: Command = {
  name: "容缺清单",
  aliases: ["容缺列表", "容缺到期", "容缺台账", "哪些容缺"],
  topic: "查项目",
  summary: "哪些手续容缺、哪天补齐、哪些逾期没补",
  examples: ["容缺清单", "容缺清单 区建管委"],
  act: "look",
  async run(turn, call) {
    return (await nothingToList(turn, "容缺清单")) ?? list(turn, call.rest.trim());
  },
  clicks: { flow: otherCommand("流程") },
};

/** 哪些手续容缺还没补: words that only ask. */
const ASKING =
  /哪些|什么|手续|项目|容缺|清单|列表|全部|所有|现在|目前|还|是|在|办了|没补|到期|逾期|[有的了?？\s]/g;

async function list(turn: Turn, rest: string): Promise<Answer> {
  const isLateOnly = rest.includes("逾期");
  const said = rest.replace(ASKING, "") === "" ? "" : rest;
  const { tx, sight, closedMonth, now } = turn;
  const today = dayOf(now);
  const units = await tx.projects.units();
  const unit = units.find(({ name, aliases }) => name === said || aliases.includes(said))?.name;
  const named = said === "" || unit ? [] : await projectsNamed(turn, said);
  if (said !== "" && !unit && named.length === 0) return { card: waivedCard([], { today, unread: said }) };
  const codes = new Set(named.map(({ code }) => code));
  const standings = await tx.projects.standings(yearOf(closedMonth), { codes: sight.codes });
  const papers = standings.flatMap(({ project, figures }): WaivedPaper[] => {
    if (codes.size > 0 && !codes.has(project.code)) return [];
    const template = templateOf(project);
    return Object.entries(figures.milestones).flatMap(([name, { waived, done }]) => {
      if (waived === undefined || done !== undefined) return [];
      const step = stepFor(template, name);
      const desk = deskOf(step?.desk ?? null, project);
      if (unit && project.unit !== unit && desk !== unit) return [];
      return [
        {
          code: project.code,
          project: project.name,
          paper: step?.name ?? name,
          desk,
          day: waived,
          left: daysBetween(today, waived),
        },
      ];
    });
  });
  return {
    card: waivedCard(isLateOnly ? papers.filter(({ left }) => left < 0) : papers, {
      today,
      ...(said === "" ? {} : { of: unit ?? named[0]?.name ?? said }),
    }),
  };
}
