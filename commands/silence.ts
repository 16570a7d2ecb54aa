import type { Command } from "../src/bot/command.js";
import { nothingToList, nothingToTurn } from "../src/bot/lists/nothing-to-list.js";
import { otherCommand } from "../src/bot/other-command.js";
import { showsMoney } from "../src/bot/permissions.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, line, note, text } from "../src/cards/card.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { lampName } from "../src/cards/project-line.js";
import { silenceSpan } from "../src/cards/silence-line.js";
import { typed } from "../src/cards/typed.js";
import { SILENT_FROM, silenceOf } from "../src/domain/silence.js";

const PAGE = 6;

/** 沉默: the projects of which the same is said month after month. */
export const silence: Command = {
  name: "沉默",
  aliases: ["沉默项目", "三个月没变化", "三个月没动"],
  topic: "查项目",
  summary: "连续三个月报同样的话、或都报无变化的项目",
  examples: ["沉默", "哪些项目三个月没动", "连续三个月没变化的项目"],
  act: "look",
  async run(turn) {
    const nothing = await nothingToList(turn, "沉默");
    return nothing ?? { card: await listView(turn, 1), model: { page: 1 } };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const nothing = await nothingToTurn(turn, "沉默");
        return nothing ?? { toast: "好的", card: await listView(turn, Number(click.args.page)) };
      },
    },
    show: otherCommand("查"),
  },
};

async function listView(turn: Turn, page: number): Promise<CardView> {
  const { tx, sight, closedMonth } = turn;
  const all = await assessed(tx, viewpointOf(turn), sight.codes ? { codes: sight.codes } : {});
  const silent = all
    .flatMap((one) => {
      const found = silenceOf(one.figures.told);
      // Who has not reported since is missing, not silent.
      return found && found.to >= closedMonth ? [{ one, found }] : [];
    })
    .sort((a, b) => b.found.months - a.found.months);
  const pages = paged(silent, page, PAGE);
  const turns = pageButtons(pages);
  const here = sight.codes ? "这里能看的项目里，" : "";
  return {
    title:
      silent.length > 0
        ? `${here}连续${SILENT_FROM}个月没有变化：${silent.length}个`
        : `${here}没有沉默的项目`,
    tone: silent.length > 0 ? "orange" : "green",
    blocks: [
      ...(silent.length === 0 ? [text(`没有项目连续${SILENT_FROM}个月都是同样的话。`)] : []),
      ...pages.shown.map(({ one, found }) =>
        line(
          `${lampName(one)}　${typed(one.project.unit ?? "责任单位未定", 30)}\n${silenceSpan(found, showsMoney(turn, one.project))}`,
          { label: "看", does: "show", args: { code: one.project.code } },
        ),
      ),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(
        `${pages.pages > 1 ? `第${pages.page}／${pages.pages}页　` : ""}数字、日期不算；没有报的不在这里，请看“未报”。`,
      ),
    ],
  };
}
