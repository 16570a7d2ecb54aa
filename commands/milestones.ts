import type { Command } from "../src/bot/command.js";
import { listClicks } from "../src/bot/lists/list-clicks.js";
import { nothingToList } from "../src/bot/lists/nothing-to-list.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { projectsOf } from "../src/bot/lists/projects-of.js";
import { filterAsked, readFilter, type Unread, unreadFilter } from "../src/bot/lists/read-filter.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { viewpointOf } from "../src/bot/portfolio.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { type CardView, note, text } from "../src/cards/card.js";
import { filterLine, filterTitle, listButtons } from "../src/cards/list/filter-line.js";
import { nodeLine } from "../src/cards/list/node-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import type { Day } from "../src/domain/day.js";
import type { Filter } from "../src/domain/filter.js";
import { asksForDone, type Node, nodeNamed, nodesOf } from "../src/domain/nodes.js";
import { lastDayOf } from "../src/domain/period.js";
import type { QueryItem } from "../src/language/items.js";

const PAGE = 20;

interface Model extends Filter {
  /** the one project that was asked about */
  project?: string;
  from?: Day;
  to?: Day;
  /** the words of the question, for the node that they name */
  words?: string;
}

/** 节点: what is overdue, and what falls due in a span of days. */
export const milestones: Command = {
  name: "节点",
  aliases: ["到期节点"],
  topic: "查项目",
  summary: "到期和逾期的节点，按时间、单位、类别",
  examples: ["节点", "节点 区建管委", "下月到期节点", "下个月要开工的", "武宁路有哪些节点"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "节点");
    if (nothing) return nothing;
    const said = call.items.find((item): item is QueryItem => item.intent === "query");
    const model = said ? await modelAsked(turn, said) : await readScope(turn, call.rest);
    if ("unread" in model) return unreadFilter(model, "节点", ["区属重大", "武宁路"], "下月到期节点");
    const project = model.project ? await turn.tx.projects.byName(model.project) : null;
    if (project && !maySee(turn, project.code))
      return refused(turn, await notHere(turn), `节点 ${project.code}`);
    return { card: await nodesCard(turn, model, 1), model };
  },
  clicks: { ...listClicks("节点", nodesCard) },
};

async function nodesCard(turn: Turn, model: Model, page: number): Promise<CardView> {
  const { project, from: asked, to: until, words = "", ...filter } = model;
  const { today } = viewpointOf(turn);
  // Without a span: what is overdue and what falls due this month; of one project, all.
  const names = project ? undefined : nodeNamed(words);
  const from = asked ?? (project ? "" : "0000-01-01");
  // 哪些还没开工: a node that is named is asked for whenever it is due.
  const to = until ?? (project || names ? "9999-12-31" : lastDayOf(today.slice(0, 7)));
  const isDone = !project && asksForDone(words);
  const all = nodesOf(await projectsOf(turn, filter)).filter(
    (node) => (!project || node.project === project) && (names?.test(node.name) ?? true),
  );
  const day = (node: Node) => (isDone ? (node.done ?? "") : node.planned);
  const wanted = all.filter((node) => project || (isDone ? node.done : !node.done));
  const found = wanted.filter((node) => day(node) >= from && day(node) <= to);
  const late = isDone
    ? []
    : wanted.filter((node) => !node.done && node.planned < today && node.planned < from);
  const view = paged(found, page, PAGE);
  return {
    title: titleOf(found, filterTitle(filter), isDone),
    tone: found.some(({ done, planned }) => !done && planned < today) ? "orange" : "blue",
    blocks: [
      ...filterLine(filter, found.length),
      text(
        view.shown.map((node) => nodeLine(node, today)).join("\n") ||
          (isDone ? "这段时间没有登记完成的节点。" : "这段时间没有登记的节点。"),
      ),
      ...(late.length > 0
        ? [
            text(
              [
                `**更早已逾期的${late.length}个**`,
                ...late.slice(0, 5).map((node) => nodeLine(node, today)),
              ].join("\n"),
            ),
          ]
        : []),
      ...listButtons(filter, ...pageButtons(view)),
      ...(view.pages > 1 ? [note(`第${view.page}／${view.pages}页`)] : []),
    ],
  };
}

function titleOf(found: readonly Node[], where: string, isDone: boolean): string {
  const title = isDone
    ? found.length > 0
      ? `已完成的节点 ${found.length}个`
      : "没有完成的节点"
    : found.length > 0
      ? `节点 ${found.length}个`
      : "没有到期的节点";
  return where ? `${title}　${where}` : title;
}

async function modelAsked(turn: Turn, asked: QueryItem): Promise<Model> {
  const { project, from, to, text: words, unit } = asked;
  const own = !unit && !project ? await ownScope(turn, words ?? "") : null;
  // 还没开工的 asks for a node, not for a stage.
  const { stage: _stage, ...filter } = await filterAsked(turn, asked);
  return {
    ...filter,
    ...own,
    ...(project ? { project } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(words ? { words } : {}),
  };
}

/** What stands behind the command's word: a project, or a class and a unit. */
async function readScope(turn: Turn, rest: string): Promise<Model | Unread> {
  const all = await turn.tx.projects.all();
  const project = all.find(({ name, aliases }) => name === rest || aliases.includes(rest));
  if (project) return { project: project.name };
  const filter = await readFilter(turn, rest);
  return "lamps" in filter ? { unread: "节点不按灯看。" } : filter;
}
