import type { Command } from "../src/bot/command.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { daysBetween, formatDay } from "../src/domain/day.js";
import { dueOf } from "../src/domain/ledger-figures.js";
import { lastDayOf } from "../src/domain/period.js";
import type { QueryItem } from "../src/language/items.js";
import { type Filter, readFilter, standingFilter, type Unread, unreadFilter } from "./filter.js";
import { nothingToList } from "./nothing-to-list.js";
import { ownScope } from "./own-projects.js";

const MOST = 20;

/** 节点: what falls due in a span of days, and what is overdue. */
export const milestones: Command = {
  name: "节点",
  aliases: ["到期节点"],
  topic: "查项目",
  summary: "到期和逾期的节点",
  examples: ["节点", "节点 区建管委", "下月到期节点", "武宁路有哪些节点"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "节点");
    if (nothing) return nothing;
    const said = call.items.find((item): item is QueryItem => item.intent === "query");
    const asked = said ?? (await readScope(turn, call.rest));
    if ("unread" in asked) return unreadFilter(asked, "节点", ["区属重大", "武宁路"], "下月到期节点");
    const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
    if (project && !maySee(turn, project.code))
      return refused(turn, await notHere(turn), `节点 ${project.code}`);
    const viewpoint = viewpointOf(turn);
    const { today } = viewpoint;
    // Without a span: what is overdue and what falls due this month; of one project, all.
    const from = asked.from ?? (asked.project ? "" : "0000-01-01");
    const to = asked.to ?? (asked.project ? "9999-12-31" : lastDayOf(today.slice(0, 7)));
    const own = said && !said.unit && !said.project ? await ownScope(turn, said.text ?? "") : null;
    const all = await assessed(turn.tx, viewpoint, standingFilter(turn, { ...asked, ...own }));
    const found = all
      .filter(({ project }) => !asked.project || project.name === asked.project)
      .flatMap(({ project, figures }) =>
        Object.entries(figures.milestones).map(([name, milestone]) => ({
          name,
          project: project.name,
          planned: dueOf(milestone) ?? "",
          done: milestone.done,
          isWaived: milestone.waived !== undefined && milestone.done === undefined,
        })),
      )
      .filter(({ planned, done }) => planned !== "" && (asked.project || !done))
      .filter(({ planned }) => planned >= from && planned <= to)
      .sort((a, b) => (a.planned < b.planned ? -1 : 1));
    const lines = found.slice(0, MOST).map(({ name, project, planned, done, isWaived }) => {
      const state = done ? `${formatDay(done, today)}完成` : distance(daysBetween(today, planned));
      const waived = isWaived ? "容缺，" : "";
      return `${formatDay(planned, today)}　${typed(project)}　${typed(name, 30)}（${waived}${state}）`;
    });
    return {
      card: {
        title: found.length > 0 ? `节点 ${found.length}个` : "没有到期的节点",
        tone: found.some(({ planned, done }) => !done && planned < today) ? "orange" : "blue",
        blocks: [
          text(lines.join("\n") || "这段时间没有登记的节点。"),
          ...(found.length > MOST ? [note(`只列前${MOST}个，可以加单位或项目名再查。`)] : []),
        ],
      },
    };
  },
};

type Scope = Pick<QueryItem, "project" | "class" | "unit" | "from" | "to"> & Pick<Filter, "codes">;

/** What stands behind the command's word: a project, or a class and a unit. */
async function readScope(turn: Turn, rest: string): Promise<Scope | Unread> {
  const all = await turn.tx.projects.all();
  const project = all.find(({ name, aliases }) => name === rest || aliases.includes(rest));
  if (project) return { project: project.name };
  const filter = await readFilter(turn, rest);
  return "lamps" in filter ? { unread: "节点不按灯看。" } : filter;
}

function distance(days: number): string {
  if (days < 0) return `已逾${-days}天`;
  return days === 0 ? "今天" : `还有${days}天`;
}
