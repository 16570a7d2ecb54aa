import type { Answer, Command } from "../src/bot/command.js";
import { assessed, assessedAtClose, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { lagLine } from "../src/cards/lag-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { closeDayOf } from "../src/domain/data-month.js";
import { dayOf, formatDay } from "../src/domain/day.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { formatPeriod, monthOf, type Period, yearOf } from "../src/domain/period.js";
import { type Assessed, bySeverity } from "../src/domain/portfolio.js";
import type { QueryItem } from "../src/language/items.js";
import { monthAsked, withoutMonth } from "../src/language/month-asked.js";
import { type Filter, LAMP_NAMES, readFilter, standingFilter, unreadFilter } from "./filter.js";
import { nothingToList, nothingToTurn } from "./nothing-to-list.js";
import { isNobodysOwn, NOT_REGISTERED, ownScope } from "./own-projects.js";

const PAGE = 8;

interface Model extends Filter {
  lamps: LampColour[];
  /** the month that was asked for, where it is not the closed one */
  month?: Period;
  /** who asked for their own is not registered */
  isNobodys?: boolean;
}

const LAGGING: LampColour[] = ["red", "yellow"];

/** 滞后: what lags and why, with the arithmetic; 谁没报 is the same list of grey lamps. */
export const lagging: Command = {
  name: "滞后",
  aliases: ["滞后项目", "哪些滞后"],
  topic: "查项目",
  summary: "哪些项目滞后、差多少、为什么",
  examples: ["哪些滞后", "红灯项目", "滞后 区建管委", "建管委还有几个没报"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "滞后");
    if (nothing) return nothing;
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const words = asked ? (asked.text ?? turn.words) : call.rest;
    const month = monthAsked(asked ?? {}, words, monthOf(turn.now));
    const filter = asked ? {} : await readFilter(turn, withoutMonth(call.rest));
    if ("unread" in filter) return unreadFilter(filter, "滞后");
    if (month && month > monthOf(turn.now)) return notYetDue(month);
    const unit = asked?.unit ?? filter.unit;
    const projectClass = asked?.class ?? filter.class;
    const lamps = asked?.lamp ? [asked.lamp] : filter.lamps;
    const own = asked && !unit ? await ownScope(turn, words) : null;
    const model: Model = {
      ...filter,
      ...(unit ? { unit } : {}),
      ...(projectClass ? { class: projectClass } : {}),
      ...own,
      lamps: asked?.about === "unreported" ? ["grey"] : (lamps ?? LAGGING),
      ...(month && month !== turn.closedMonth ? { month } : {}),
      ...(asked && isNobodysOwn(turn, words) ? { isNobodys: true } : {}),
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
  const { tx, now, closedMonth, sight } = turn;
  const month = model.month ?? closedMonth;
  const isUnreported = model.lamps.length === 1 && model.lamps[0] === "grey";
  // What a past month has lacked may have come since; how things stood then is kept.
  const isPast = month < closedMonth && !isUnreported;
  const filter = standingFilter(turn, model);
  const all = isPast
    ? await assessedAtClose(tx, month, filter)
    : await assessed(tx, viewpointOf(turn), filter);
  const year = yearOf(isPast ? month : closedMonth);
  const found = all
    .filter((one) => (isUnreported ? isMissing(one, month) : model.lamps.includes(one.lamp.lamp)))
    .sort(bySeverity(year));
  const view = paged(found, page, PAGE);
  const pages = pageButtons(view);
  const version = found[0]?.lamp.version ?? "规则 v1";
  return {
    title: titleOf(turn, model, { all: all.length, found: found.length, isUnreported, isPast }),
    tone: found.some((one) => one.lamp.lamp === "red") ? "red" : found.length > 0 ? "orange" : "green",
    blocks: [
      ...(model.isNobodys ? [text(NOT_REGISTERED)] : []),
      text(countLine(all)),
      ...view.shown.flatMap((one) => [rule, text(lagLine(one, year, sight.money, dayOf(now)))]),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`${version}　${isPast ? atClose(month, now) : dataAsOf(closedMonth, now)}`),
      ...(month > closedMonth ? [note(stillOpen(month, now, isUnreported))] : []),
    ],
  };
}

const atClose = (month: Period, now: number): string =>
  `按${formatPeriod(month, monthOf(now))}关账时（${formatDay(closeDayOf(month), dayOf(now))}）的数`;

function stillOpen(month: Period, now: number, isUnreported: boolean): string {
  const until = `${formatPeriod(month)}到${formatDay(closeDayOf(month), dayOf(now))}关账`;
  return isUnreported ? until : `${until}，灯先按已关账的月份算`;
}

function notYetDue(month: Period): Answer {
  const sentence = `${formatPeriod(month)}还没到，不用报；可以问“谁没报”“哪些滞后”。`;
  return { card: { title: `${formatPeriod(month)}还没到`, tone: "grey", blocks: [text(sentence)] } };
}

interface Found {
  all: number;
  found: number;
  isUnreported: boolean;
  isPast: boolean;
}

/** Outside, only the projects that may be seen are counted, and it says so. */
function titleOf(
  { sight, closedMonth, now }: Turn,
  model: Model,
  { all, found, isUnreported, isPast }: Found,
): string {
  const here = sight.codes ? "这里能看的项目里，" : "";
  const where = `${here}${[model.codes ? "您名下" : "", model.unit, model.class].filter(Boolean).join(" ")}`;
  if (all === 0) return `${where}没有在册的项目`;
  const month = formatPeriod(model.month ?? closedMonth, monthOf(now));
  const what = isUnreported ? `${month}还没报` : `${isPast ? `${month}` : ""}${lampWords(model.lamps)}`;
  if (found > 0) return `${where}${what}的有${found}个`;
  return `${where}${isUnreported ? `${model.month ? month : ""}没有漏报` : `没有${what}`}的项目`;
}

/** Lamps are named by what was asked for; the two that lag are 滞后. */
const lampWords = (lamps: readonly LampColour[]): string =>
  lamps.length === LAGGING.length && LAGGING.every((lamp) => lamps.includes(lamp))
    ? "滞后"
    : lamps.map((lamp) => LAMP_NAMES[lamp]).join("和");

/** Nothing reported for the month, whatever lamp that gives. */
function isMissing(one: Assessed, month: string): boolean {
  return (one.reportedMonth === null || one.reportedMonth < month) && one.project.firstMonth <= month;
}
