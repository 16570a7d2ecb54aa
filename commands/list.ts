import type { Answer, Command } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { listLine } from "../src/cards/project-line.js";
import { typed } from "../src/cards/typed.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { formatPeriod, yearOf } from "../src/domain/period.js";
import { bySeverity } from "../src/domain/portfolio.js";

const PAGE = 10;

interface Filter {
  class?: string;
  unit?: string;
  lamp?: LampColour;
}

const LAMPS: Record<string, LampColour> = {
  红: "red",
  黄: "yellow",
  绿: "green",
  灰: "grey",
  未报: "grey",
};

/** 列表: projects by class, lamp or unit, turned over by buttons. */
export const list: Command = {
  name: "列表",
  aliases: ["项目列表", "所有项目", "全部项目"],
  topic: "查项目",
  summary: "按类别、灯、单位列出项目",
  examples: ["列表", "列表 区属重大", "列表 红灯", "列表 区建管委"],
  allowed: "read",
  async run(turn, call) {
    const filter = await readFilter(turn, call.rest);
    if ("unread" in filter) return unread(filter.unread);
    return { card: await listCard(turn, filter, 1), model: filter };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const filter = click.model as Filter;
        return { toast: "好的", card: await listCard(turn, filter, Number(click.args.page)) };
      },
    },
  },
};

/** Each word is a class, a lamp or a unit; a word that is none of them is said, not passed over. */
export async function readFilter(turn: Turn, rest: string): Promise<Filter | { unread: string }> {
  const filter: Filter = {};
  const words = rest.split(/[\s,，、]+/).filter(Boolean);
  if (words.length === 0) return filter;
  const classes = new Set((await turn.tx.projects.all()).flatMap((project) => project.class ?? []));
  const units = await turn.tx.projects.units();
  for (const word of words) {
    const lamp = LAMPS[word.replace(/灯?项目$|灯$/, "")];
    const unit = units.find(({ name, aliases }) => name === word || aliases.includes(word));
    const isClass = [...classes].find((name) => name === word || (word.length >= 2 && name.startsWith(word)));
    if (lamp) filter.lamp = lamp;
    else if (isClass) filter.class = isClass;
    else if (unit) filter.unit = unit.name;
    else return { unread: word };
  }
  return filter;
}

function unread(word: string): Answer {
  return {
    card: {
      title: "没有这样的分类",
      tone: "grey",
      blocks: [
        text(
          `“${typed(word, 40)}”不是类别、灯或单位。可以这样说：列表 区属重大、列表 红灯、列表 区建管委；查一个项目请说“查 项目名”。`,
        ),
      ],
    },
  };
}

async function listCard(turn: Turn, filter: Filter, page: number): Promise<CardView> {
  const viewpoint = viewpointOf(turn);
  const year = yearOf(viewpoint.month);
  const found = await assessed(turn.tx, viewpoint, {
    codes: turn.sight.codes,
    ...(filter.class ? { class: filter.class } : {}),
    ...(filter.unit ? { unit: filter.unit } : {}),
  });
  const kept = found.filter((one) => !filter.lamp || one.lamp.lamp === filter.lamp).sort(bySeverity(year));
  const view = paged(kept, page, PAGE);
  const pages = pageButtons(view);
  return {
    title: `项目列表${titleOf(filter)}`,
    tone: "blue",
    blocks: [
      text(countLine(kept)),
      text(view.shown.map((one) => listLine(one, year, turn.sight.money)).join("\n") || "没有符合的项目。"),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`数据截至${formatPeriod(viewpoint.month)}　第${view.page}／${view.pages}页`),
    ],
  };
}

function titleOf(filter: Filter): string {
  const lamp = filter.lamp && { red: "红灯", yellow: "黄灯", green: "绿灯", grey: "未报" }[filter.lamp];
  const words = [filter.class, filter.unit, lamp].filter(Boolean);
  return words.length > 0 ? `　${words.join(" ")}` : "";
}
