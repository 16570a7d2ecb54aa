import type { Command } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { listLine } from "../src/cards/project-line.js";
import { sumLines } from "../src/cards/sum-line.js";
import { yearOf } from "../src/domain/period.js";
import { bySeverity } from "../src/domain/portfolio.js";
import { type Filter, LAMP_NAMES, readFilter, standingFilter, unreadFilter } from "./filter.js";
import { nothingToList, nothingToTurn } from "./nothing-to-list.js";

const PAGE = 10;

/** 列表: projects by class, lamp or unit, turned over by buttons. */
export const list: Command = {
  name: "列表",
  aliases: ["项目列表", "所有项目", "全部项目"],
  topic: "查项目",
  summary: "按类别、灯、单位列出项目",
  examples: ["列表", "列表 区属重大", "列表 红灯", "列表 区建管委"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "列表");
    if (nothing) return nothing;
    const filter = await readFilter(turn, call.rest);
    if ("unread" in filter) return unreadFilter(filter, "列表");
    return { card: await listCard(turn, filter, 1), model: filter };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const nothing = await nothingToTurn(turn, "列表");
        if (nothing) return nothing;
        const filter = click.model as Filter;
        return { toast: "好的", card: await listCard(turn, filter, Number(click.args.page)) };
      },
    },
  },
};

/** Of one unit, or of the speaker's own projects, the money is added up too. */
export async function listCard(turn: Turn, filter: Filter, page: number): Promise<CardView> {
  const viewpoint = viewpointOf(turn);
  const year = yearOf(viewpoint.month);
  const found = await assessed(turn.tx, viewpoint, standingFilter(turn, filter));
  const kept = found.filter((one) => filter.lamps?.includes(one.lamp.lamp) ?? true).sort(bySeverity(year));
  const view = paged(kept, page, PAGE);
  const pages = pageButtons(view);
  const isOfSome = filter.unit !== undefined || filter.codes !== undefined;
  return {
    title: `项目列表${titleOf(filter)}`,
    tone: "blue",
    blocks: [
      text(
        [countLine(kept), ...(isOfSome && turn.sight.money ? sumLines(kept, viewpoint.month) : [])].join(
          "\n",
        ),
      ),
      text(view.shown.map((one) => listLine(one, year, turn.sight.money)).join("\n") || noneText(turn)),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`${dataAsOf(viewpoint.month, turn.now)}　第${view.page}／${view.pages}页`),
    ],
  };
}

/** Outside, what is not shown may well be there. */
const noneText = ({ sight }: Turn): string =>
  sight.codes ? "这里能看的项目里没有符合的。" : "没有符合的项目。";

function titleOf(filter: Filter): string {
  const words = [
    filter.codes ? "您名下的" : "",
    filter.class,
    filter.unit,
    ...(filter.lamps ?? []).map((lamp) => LAMP_NAMES[lamp]),
  ].filter(Boolean);
  return words.length > 0 ? `　${words.join(" ")}` : "";
}
