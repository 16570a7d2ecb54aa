import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { listClicks } from "../src/bot/lists/list-clicks.js";
import { nothingToList } from "../src/bot/lists/nothing-to-list.js";
import { isNobodysOwn, NOT_REGISTERED, ownScope } from "../src/bot/lists/own-projects.js";
import { standingFilter } from "../src/bot/lists/projects-of.js";
import { filterAsked, readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { asSeen, assessed, assessedAtClose, assessedOne, viewpointOf } from "../src/bot/portfolio.js";
import { restatedNotes } from "../src/bot/restated-note.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { type CardView, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { lagLine } from "../src/cards/lag-line.js";
import { filterLine, filterTitle, listButtons } from "../src/cards/list/filter-line.js";
import { missingLine, missingUnits, reportedCard } from "../src/cards/list/missing-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { closeDayOf, closedAt } from "../src/domain/data-month.js";
import { dayOf, formatDay } from "../src/domain/day.js";
import { type Filter, fits, LAMP_NAMES, without } from "../src/domain/filter.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { formatPeriod, monthOf, type Period } from "../src/domain/period.js";
import { type Assessed, worstFirst } from "../src/domain/portfolio.js";
import type { Project } from "../src/domain/project.js";
import { hasReported as hasReportedFor, owesReport } from "../src/domain/reported.js";
import type { QueryItem } from "../src/language/items.js";
import { monthAsked, withoutMonth } from "../src/language/month-asked.js";

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
  aliases: ["滞后项目"],
  topic: "查项目",
  summary: "哪些项目滞后、差多少、为什么",
  examples: ["哪些滞后", "区属重大里亮红的", "道路类8月滞后的", "滞后 区建管委", "建管委还有几个没报"],
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
    const { lamps, ...ofWhich } = asked ? await filterAsked(turn, asked) : filter;
    const project = asked?.project ? await turn.tx.projects.byName(asked.project) : null;
    if (project && asked?.about === "unreported")
      return hasReported(turn, project, month ?? turn.closedMonth);
    const own = asked && !ofWhich.unit && !project ? await ownScope(turn, words) : null;
    const model: Model = {
      ...ofWhich,
      ...own,
      lamps: asked?.about === "unreported" ? ["grey"] : (lamps ?? LAGGING),
      ...(month && month !== turn.closedMonth ? { month } : {}),
      ...(asked && isNobodysOwn(turn, words) ? { isNobodys: true } : {}),
    };
    return { card: await laggingCard(turn, model, 1), model };
  },
  clicks: {
    ...listClicks<Model>("滞后", laggingCard, (model, key) =>
      key === "lamps" ? { ...model, lamps: LAGGING } : without(model, key),
    ),
  },
};

/** The conditions beside what the list is about. */
function conditionsOf({ lamps, month: _month, isNobodys: _nobodys, ...filter }: Model): Filter {
  const isUsual = isLagging(lamps) || isGrey(lamps);
  return { ...filter, ...(isUsual ? {} : { lamps }) };
}

const isGrey = (lamps: readonly LampColour[]): boolean => lamps.length === 1 && lamps[0] === "grey";
const isLagging = (lamps: readonly LampColour[]): boolean =>
  lamps.length === LAGGING.length && LAGGING.every((lamp) => lamps.includes(lamp));

/** 武宁路8月报了没: yes or no, and when. */
async function hasReported(turn: Turn, project: Project, month: Period): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `滞后 ${project.code}`);
  const one = await assessedOne(turn.tx, viewpointOf(turn), project.code);
  if (!one) throw new Error(`${project.code} has no standing`);
  return { card: reportedCard(one, month, dayOf(turn.now)) };
}

async function laggingCard(turn: Turn, model: Model, page: number): Promise<CardView> {
  const { tx, now, closedMonth, sight } = turn;
  const month = model.month ?? closedMonth;
  const isUnreported = isGrey(model.lamps);
  // What a past month has lacked may have come since; how things stood then is kept.
  const isPast = month < closedMonth && !isUnreported;
  const filter = await standingFilter(turn, model);
  const { lamps: _any, ...ofWhich } = model;
  const all = (
    isPast ? await assessedAtClose(tx, month, filter) : await assessed(tx, viewpointOf(turn), filter)
  )
    .filter((one) => fits(ofWhich, one))
    .map((one) => asSeen(one, turn.sight));
  const found = worstFirst(
    all.filter((one) => (isUnreported ? isMissing(one, month) : model.lamps.includes(one.lamp.lamp))),
    isPast ? month : closedMonth,
  );
  const view = paged(found, page, PAGE);
  const chosen = conditionsOf(model);
  const version = found[0]?.lamp.version ?? "规则 v1";
  return {
    title: titleOf(turn, model, { all: all.length, found: found.length, isUnreported, isPast }),
    tone: found.some((one) => one.lamp.lamp === "red") ? "red" : found.length > 0 ? "orange" : "green",
    blocks: [
      ...(model.isNobodys ? [text(NOT_REGISTERED)] : []),
      ...filterLine(chosen, found.length),
      text([countLine(all), ...(isUnreported ? missingUnits(found) : [])].join("\n")),
      ...view.shown.flatMap((one) => [
        rule,
        text(
          isUnreported
            ? missingLine(one, month, dayOf(now))
            : lagLine(one, isPast ? month : closedMonth, sight.money, dayOf(now)),
        ),
      ]),
      ...listButtons(chosen, ...pageButtons(view)),
      note(`${version}　${isPast ? atClose(turn, month) : dataAsOf(closedMonth, now)}`),
      ...(isPast ? await restatedNotes(turn, month) : []),
      ...(month > closedMonth ? [note(stillOpen(month, now, isUnreported))] : []),
    ],
  };
}

const atClose = ({ now, closes }: Turn, month: Period): string =>
  `按${formatPeriod(month, monthOf(now))}关账时（${formatDay(dayOf(closedAt(month, closes)), dayOf(now))}）的数`;

function stillOpen(month: Period, now: number, isUnreported: boolean): string {
  const until = `${formatPeriod(month)}到${formatDay(closeDayOf(month), dayOf(now))}关账`;
  return isUnreported ? until : `${until}，灯先按已关账的月份算`;
}

function notYetDue(month: Period): Answer {
  const sentence = `${formatPeriod(month)}还没到，不用报；可以问“谁没报”“哪些滞后”。`;
  return brief(`${formatPeriod(month)}还没到`, sentence);
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
  const { codes, lamps: _lamps, ...chosen } = conditionsOf(model);
  const where = `${here}${[codes ? "您名下" : "", filterTitle(chosen)].filter(Boolean).join(" ")}`;
  if (all === 0) return `${where}没有在册的项目`;
  const month = formatPeriod(model.month ?? closedMonth, monthOf(now));
  const what = isUnreported ? `${month}还没报` : `${isPast ? `${month}` : ""}${lampWords(model.lamps)}`;
  if (found > 0) return `${where}${what}的有${found}个`;
  return `${where}${isUnreported ? `${model.month ? month : ""}没有漏报` : `没有${what}`}的项目`;
}

/** Lamps are named by what was asked for; the two that lag are 滞后. */
const lampWords = (lamps: readonly LampColour[]): string =>
  isLagging(lamps) ? "滞后" : lamps.map((lamp) => LAMP_NAMES[lamp]).join("和");

/** Nothing reported for the month, whatever lamp that gives. */
function isMissing(one: Assessed, month: string): boolean {
  return !hasReportedFor(one.figures, month) && owesReport(one.project, month);
}
