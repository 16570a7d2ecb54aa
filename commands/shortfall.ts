import type { Answer, Command } from "../src/bot/command.js";
import { listClicks } from "../src/bot/lists/list-clicks.js";
import { nothingToList } from "../src/bot/lists/nothing-to-list.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { countedOf } from "../src/bot/lists/projects-of.js";
import { filterAsked, readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { projectsNamed } from "../src/bot/projects-named.js";
import type { Turn } from "../src/bot/turn.js";
import { type CardView, note, text } from "../src/cards/card.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { filterLine, filterTitle, listButtons } from "../src/cards/list/filter-line.js";
import { shortfallLine } from "../src/cards/list/shortfall-line.js";
import { shortfallLines } from "../src/cards/list/total-lines.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import type { Filter } from "../src/domain/filter.js";
import { formatMoney } from "../src/domain/money.js";
import { paceOf, totalsAt } from "../src/domain/totals.js";
import type { QueryItem } from "../src/language/items.js";

const PAGE = 8;

/** 缺口: what is still to be done this year, of all, a class, a unit or a kind; of one project its own card. */
export const shortfall: Command = {
  name: "缺口",
  aliases: ["差多少", "还差"],
  topic: "查项目",
  summary: "离全年计划、离时序还差多少，每月要完成多少",
  examples: ["今年还差多少", "区属重大还差多少", "缺口 区建管委 道路", "武宁路还差多少"],
  act: "look",
  insideOnly: "投资合计只在内部看。",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "缺口");
    if (nothing) return nothing;
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const [project] = asked || call.rest === "" ? [] : await projectsNamed(turn, call.rest);
    if (project) return ofProject(turn, project.name);
    const filter = asked ? await filterAsked(turn, asked) : await readFilter(turn, call.rest);
    if ("unread" in filter) return unreadFilter(filter, "缺口");
    const own = asked && !filter.unit ? await ownScope(turn, asked.text ?? "") : null;
    const model = { ...filter, ...own };
    return { card: await shortfallCard(turn, model, 1), model };
  },
  clicks: { ...listClicks("缺口", shortfallCard) },
};

/** The project's own card says it, with what it would take. */
async function ofProject(turn: Turn, project: string): Promise<Answer> {
  const status = turn.commands.find(({ name }) => name === "查");
  if (!status) throw new Error("the command 查 is gone");
  return status.run(turn, { items: [{ intent: "query", about: "shortfall", project }], rest: "" });
}

async function shortfallCard(turn: Turn, filter: Filter, page: number): Promise<CardView> {
  const { closedMonth: month, now } = turn;
  const all = await countedOf(turn, filter);
  const rules = await turn.tx.rules.current();
  const totals = totalsAt(all, month, rules);
  const where = filterTitle(filter);
  const left = totals.planYuan - totals.doneYuan;
  const open = all
    .map((one) => ({ one, pace: paceOf(one, month, rules) }))
    .filter(({ one, pace }) => !one.project.ended && pace.planYuan > pace.doneYuan)
    .sort((a, b) => b.pace.planYuan - b.pace.doneYuan - (a.pace.planYuan - a.pace.doneYuan));
  const view = paged(open, page, PAGE);
  if (totals.planYuan === 0)
    return {
      title: `${where || "全区"}没有年度计划`,
      tone: "grey",
      blocks: [
        text(
          all.length === 0
            ? "没有符合的项目。"
            : `${all.length}个项目都没有年度计划投资，算不出还差多少。补计划请说“项目名 年度计划1.2亿”。`,
        ),
        ...listButtons(filter),
      ],
    };
  return {
    title: `${where}${where ? " " : ""}${left > 0 ? `还差${formatMoney(left, "short")}` : "全年计划已完成"}`,
    tone: totals.doneYuan < totals.dueYuan ? "orange" : "green",
    blocks: [
      ...filterLine(filter, all.length),
      text(shortfallLines(totals).join("\n")),
      ...(view.shown.length > 0
        ? [
            text(
              [`**差得最多的**`, ...view.shown.map(({ one, pace }) => shortfallLine(one, pace, month))].join(
                "\n",
              ),
            ),
          ]
        : []),
      ...listButtons(filter, ...pageButtons(view)),
      note(dataAsOf(month, now)),
    ],
  };
}
