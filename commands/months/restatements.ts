import { isQuoted, placeOf } from "../../src/bot/audit/place.js";
import { brief } from "../../src/bot/brief.js";
import type { Answer, Command } from "../../src/bot/command.js";
import { showsMoney } from "../../src/bot/permissions.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, note, rule, text } from "../../src/cards/card.js";
import { hideAmounts } from "../../src/cards/hide-money.js";
import { restatedWords } from "../../src/cards/months/restated-line.js";
import { pageButtons, paged } from "../../src/cards/pager.js";
import { typed } from "../../src/cards/typed.js";
import { formatInstant } from "../../src/domain/day.js";
import { formatPeriod, type Period } from "../../src/domain/period.js";
import type { Project } from "../../src/domain/project.js";
import type { Restatement } from "../../src/store/months.js";
import { type MonthModel, monthPages } from "./month-pages.js";
import { monthIn } from "./month-words.js";

const PAGE = 8;

/** 更正记录: what was changed of a month after its close: project, old → new, who, when, in which words. */
export const restatements: Command = {
  name: "更正记录",
  aliases: ["更正情况"],
  topic: "查项目",
  summary: "关账以后改过的数：哪个项目、原来多少、谁改的",
  examples: ["更正记录 8月", "更正记录"],
  act: "look",
  insideOnly: "更正记录只在内部看。",
  run: (turn, call) => answer(turn, monthIn(turn, call.rest) ?? turn.closedMonth, 1),
  clicks: { page: monthPages(answer) },
};

async function answer(turn: Turn, month: Period, page: number): Promise<Answer> {
  const name = formatPeriod(month, turn.closedMonth);
  if (month > turn.closedMonth)
    return brief(`${name}还没有关账`, "没关账以前改数不算更正，按最后一次报的记。");
  const found = await turn.tx.months.restatements(month);
  if (found.length === 0) return brief(`${name}没有更正`, `${name}关账以后没有人改过数。`);
  const projects = new Map((await turn.tx.projects.all()).map((project) => [project.code, project]));
  const view = paged(found, page, PAGE);
  const pages = pageButtons(view);
  const lines: string[] = [];
  for (const one of view.shown) lines.push(await lineOf(turn, one, projects.get(one.code)));
  return {
    card: {
      title: `${name}数据有${found.length}处更正`,
      tone: "orange",
      blocks: [
        ...lines.flatMap((line, index) => [...(index > 0 ? [rule] : []), text(line)]),
        ...(pages.length > 0 ? [buttons(...pages)] : []),
        note(`关账时的数不动，发“快照 ${name}”看。第${view.page}／${view.pages}页`),
      ],
    },
    model: { month } satisfies MonthModel,
  };
}

/** Project, old → new, who, when, and the words, as far as they may be shown here to this person. */
async function lineOf(turn: Turn, one: Restatement, project: Project | undefined): Promise<string> {
  const { code, words, by, byName, at, chatId } = one;
  const hasMoney = project ? showsMoney(turn, project) : turn.sight.money;
  const place = await placeOf(turn, chatId ?? "");
  const quoted = hasMoney ? words : hideAmounts(words);
  const said =
    words === "" ? "撤销或点按钮" : isQuoted(turn, place, by) ? `“${typed(quoted, 60)}”` : place.name;
  return [
    `**${typed(project?.name ?? code)}**　${restatedWords(one, hasMoney)}`,
    `${typed(byName, 20)} ${formatInstant(at, turn.now)}：${said}`,
  ].join("\n");
}
