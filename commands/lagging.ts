import type { Command } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { lagLine } from "../src/cards/project-line.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { formatPeriod, yearOf } from "../src/domain/period.js";
import { type Assessed, bySeverity } from "../src/domain/portfolio.js";
import type { QueryItem } from "../src/language/items.js";
import { LAMP_NAMES, readFilter, unreadFilter } from "./filter.js";
import { nothingToList, nothingToTurn } from "./nothing-to-list.js";

const PAGE = 8;

interface Model {
  unit?: string;
  class?: string;
  lamps: LampColour[];
}

const LAGGING: LampColour[] = ["red", "yellow"];

/** 滞后: what lags and why, with the arithmetic; 谁没报 is the same list of grey lamps. */
export const lagging: Command = {
  name: "滞后",
  aliases: ["滞后项目", "哪些滞后"],
  topic: "查项目",
  summary: "哪些项目滞后、差多少、为什么",
  examples: ["哪些滞后", "红灯项目", "滞后 区建管委", "建管委还有几个没报"],
  allowed: "read",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "滞后");
    if (nothing) return nothing;
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const filter = asked ? {} : await readFilter(turn, call.rest);
    if ("unread" in filter) return unreadFilter(filter, "滞后");
    const unit = asked?.unit ?? filter.unit;
    const projectClass = asked?.class ?? filter.class;
    const lamps = asked?.lamp ? [asked.lamp] : filter.lamps;
    const model: Model = {
      ...(unit ? { unit } : {}),
      ...(projectClass ? { class: projectClass } : {}),
      lamps: asked?.about === "unreported" ? ["grey"] : (lamps ?? LAGGING),
    };
    return { card: await laggingCard(turn, model, 1), model };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const nothing = await nothingToTurn(turn, "滞后");
        if (nothing) return nothing;
        const model = click.model as Model;
        return { toast: "好的", card: await laggingCard(turn, model, Number(click.args.page)) };
      },
    },
  },
};

async function laggingCard(turn: Turn, model: Model, page: number): Promise<CardView> {
  const viewpoint = viewpointOf(turn);
  const year = yearOf(viewpoint.month);
  const all = await assessed(turn.tx, viewpoint, {
    codes: turn.sight.codes,
    ...(model.unit ? { unit: model.unit } : {}),
    ...(model.class ? { class: model.class } : {}),
  });
  const isUnreported = model.lamps.length === 1 && model.lamps[0] === "grey";
  const found = all
    .filter((one) => (isUnreported ? isMissing(one, viewpoint.month) : model.lamps.includes(one.lamp.lamp)))
    .sort(bySeverity(year));
  const view = paged(found, page, PAGE);
  const pages = pageButtons(view);
  return {
    title: titleOf(turn, model, { all: all.length, found: found.length, isUnreported }),
    tone: found.some((one) => one.lamp.lamp === "red") ? "red" : found.length > 0 ? "orange" : "green",
    blocks: [
      text(countLine(all)),
      ...view.shown.flatMap((one) => [rule, text(lagLine(one, year, turn.sight.money))]),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`${found[0]?.lamp.version ?? "规则 v1"}　数据截至${formatPeriod(viewpoint.month)}`),
    ],
  };
}

/** Outside, only the projects that may be seen are counted, and it says so. */
function titleOf(
  { sight, closedMonth }: Turn,
  model: Model,
  { all, found, isUnreported }: { all: number; found: number; isUnreported: boolean },
): string {
  const here = sight.codes ? "这里能看的项目里，" : "";
  const where = `${here}${[model.unit, model.class].filter(Boolean).join(" ")}`;
  if (all === 0) return `${where}没有在册的项目`;
  const what = isUnreported ? `${formatPeriod(closedMonth)}还没报` : lampWords(model.lamps);
  if (found > 0) return `${where}${what}的有${found}个`;
  return `${where}没有${isUnreported ? "漏报" : what}的项目`;
}

/** Lamps are named by what was asked for; the two that lag are 滞后. */
const lampWords = (lamps: readonly LampColour[]): string =>
  lamps.length === LAGGING.length && LAGGING.every((lamp) => lamps.includes(lamp))
    ? "滞后"
    : lamps.map((lamp) => LAMP_NAMES[lamp]).join("和");

/** Nothing reported for the closed month, whatever lamp that gives. */
function isMissing(one: Assessed, month: string): boolean {
  return (one.reportedMonth === null || one.reportedMonth < month) && one.project.firstMonth <= month;
}
