import type { Answer, Command } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import { buttons, note, rule, text } from "../../src/cards/card.js";
import { restatedWords } from "../../src/cards/months/restated-line.js";
import { pageButtons, paged } from "../../src/cards/pager.js";
import { typed } from "../../src/cards/typed.js";
import { formatInstant } from "../../src/domain/day.js";
import { formatPeriod, type Period } from "../../src/domain/period.js";
import type { Restatement } from "../../src/store/months.js";
import { monthIn } from "./month-words.js";

const PAGE = 8;

interface Model {
  month: Period;
}

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
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const { month } = click.model as Model;
        return { toast: "好的", ...(await answer(turn, month, Number(click.args.page))) };
      },
    },
  },
};

async function answer(turn: Turn, month: Period, page: number): Promise<Answer> {
  const name = formatPeriod(month, turn.closedMonth);
  const said = (title: string, sentence: string): Answer => ({
    card: { title, tone: "grey", blocks: [text(sentence)] },
  });
  if (month > turn.closedMonth)
    return said(`${name}还没有关账`, "没关账以前改数不算更正，按最后一次报的记。");
  const found = await turn.tx.months.restatements(month);
  if (found.length === 0) return said(`${name}没有更正`, `${name}关账以后没有人改过数。`);
  const names = new Map((await turn.tx.projects.all()).map((project) => [project.code, project.name]));
  const view = paged(found, page, PAGE);
  const pages = pageButtons(view);
  return {
    card: {
      title: `${name}数据有${found.length}处更正`,
      tone: "orange",
      blocks: [
        ...view.shown.flatMap((one, index) => [
          ...(index > 0 ? [rule] : []),
          text(lineOf(one, names.get(one.code) ?? one.code, turn.now)),
        ]),
        ...(pages.length > 0 ? [buttons(...pages)] : []),
        note(`关账时的数不动，发“快照 ${name}”看。第${view.page}／${view.pages}页`),
      ],
    },
    model: { month } satisfies Model,
  };
}

function lineOf(one: Restatement, name: string, now: number): string {
  const words = one.words === "" ? "撤销或点按钮" : `“${typed(one.words, 60)}”`;
  return [
    `**${typed(name)}**　${restatedWords(one)}`,
    `${typed(one.byName, 20)} ${formatInstant(one.at, now)}：${words}`,
  ].join("\n");
}
