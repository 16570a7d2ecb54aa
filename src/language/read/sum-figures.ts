import { partsOf } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import { yearSaid } from "../dates/years.js";
import type { Measured, Period } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";
import { partIn } from "../rules/parts.js";
import { LEDGER } from "../rules/words.js";
import type { Scene, Segment } from "../scene.js";
import { lastDate } from "./beside.js";
import { partSpokenOf, sentenceBefore } from "./labels.js";
import { type Around, isPart, type MoneyMeaning, meaningOfMoney } from "./money.js";
import { type Offer, type Reading, type Said, withApprox } from "./reading.js";

/** Beyond this no project of a district goes; 9999亿 is a slip. */
const MOST_YUAN = 1e11;
const LEAST_YUAN = 10_000;
const MOST_MU = 100_000;

export function readMoney(
  scene: Scene,
  segment: Segment,
  figure: Quantity,
  around: Around,
  said: Said,
): Reading {
  if (isPart(sentenceBefore(scene, segment.start + figure.start))) return undefined;
  const date = lastDate(segment, figure, around);
  const meaning = meaningOfMoney(
    date ? { ...around, date } : around,
    said.denied ? withLabel(segment, said.denied) : segment,
    scene,
    said.plan !== undefined,
  );
  delete said.denied;
  if (meaning.is === "nothing") return undefined;
  if (meaning.is === "remaining") return { ask: "how-much" };
  const yuan = figure.value;
  said.year = yearSaid(`${segment.given.label} ${labelOf(around)}`, scene.today) ?? said.year;
  const small = yuan > 0 && yuan < LEAST_YUAN;
  // 18块一碗 is no matter of the ledger.
  if (small && !LEDGER.test(around.left)) return undefined;
  if (yuan < 0) return { ask: "how-much", why: "negative" };
  if (figure.vague || small || !(yuan <= MOST_YUAN) || doubtfulComma(segment, figure))
    return { ask: "how-much" };
  if (isOfAnotherYear(meaning, said, scene)) return { ask: "which-date" };
  if (meaning.is === "plan") {
    said.plan = yuan;
    return withApprox(figure, { measure: "plan", yuan });
  }
  if (meaning.is === "funds") return withApprox(figure, { measure: "funds", yuan });
  // 累计13500万元，合1.35亿: the same sum in another unit.
  if (meaning.is === "unclear" && said.lastYuan === yuan) return undefined;
  said.lastYuan = yuan;
  if (meaning.is === "unclear") return { ask: "which-scope", options: scopes(scene, yuan, date) };
  const { scope, period } = meaning;
  if (period) said.month = { period, sentence: segment.clause.sentence };
  if (meaning.is === "undated") return { ask: "which-date", options: undatedReadings(scene, yuan, meaning) };
  const measured: Measured = { measure: "investment", scope, yuan, ...(period ? { period } : {}) };
  // The ledger has sums of projects only.
  if (isOfPart(scene, segment, figure, around.left))
    return { ask: "which-scope", options: [figure.approx ? { ...measured, approx: true } : measured] };
  if (scope === "ytd") said.done = yuan;
  return withApprox(figure, measured);
}

/** 9月没完成3200万，只完成了2800万: the denied figure's label holds for the right one. */
function withLabel(
  segment: Segment,
  { label, date = segment.given.date }: NonNullable<Said["denied"]>,
): Segment {
  const given = { ...segment.given, label: `${segment.given.label} ${label}`, ...(date ? { date } : {}) };
  return { ...segment, given };
}

/** 征收累计2000万, 敦煌南路的征收，累计2000万: of the whole project, or of this alone? */
function isOfPart(scene: Scene, segment: Segment, figure: Quantity, left: string): boolean {
  if (partIn(left) !== undefined) return true;
  // With another figure between them the part has had its own: 征收已完成95%，累计1.2亿
  const isFirst = !/\d/.test(sentenceBefore(scene, segment.start + figure.start));
  return isFirst && partSpokenOf(scene, segment, left) !== undefined;
}

/** A label with what stands in brackets behind its figure. */
function labelOf({ left, right }: Around): string {
  return `${left} ${/^\s?元?\s?\(([^()]*)\)?/.exec(right)?.[1] ?? ""}`;
}

/** 去年累计, 2023年计划: of a year that is not this one, and no month is named to write it under. */
function isOfAnotherYear(meaning: MoneyMeaning, { year }: Said, { today }: Scene): boolean {
  if (year === undefined || year === partsOf(today).year) return false;
  return meaning.is !== "investment" || meaning.period === undefined;
}

/** 1，200万: one figure written with the wrong comma, or two clauses? */
function doubtfulComma({ quantities, body }: Segment, figure: Quantity): boolean {
  return (
    quantities.indexOf(figure) === 0 && /^\d{3}(?!\d)/.test(body.slice(figure.start)) && figure.start === 0
  );
}

/** The readings of a sum of which only the amount was said, or the month and the amount. */
function scopes(scene: Scene, yuan: number, date: DateSpan | undefined): Offer[] {
  const named = date?.wholeMonth ? date.period?.("past") : undefined;
  const months = named ? [named] : [scene.today.slice(0, 7), scene.closedMonth];
  return [
    ...months.map((period): Offer => ({ measure: "investment", scope: "month", yuan, period })),
    { measure: "investment", scope: "ytd", yuan },
    { measure: "investment", scope: "increment", yuan },
  ];
}

/** 12月累计 said in September: last December's, or what is done by now. */
function undatedReadings(
  { today }: Scene,
  yuan: number,
  { scope, period }: { scope: "month" | "ytd"; period: Period },
): Offer[] {
  const then: Offer = { measure: "investment", scope, yuan, period };
  const thisMonth: Offer = { measure: "investment", scope, yuan, period: today.slice(0, 7) };
  return [
    ...(period < today ? [then] : []),
    ...(scope === "month" ? [thisMonth] : []),
    { measure: "investment", scope: "ytd", yuan },
  ];
}

export function readArea(segment: Segment, figure: Quantity, left: string): Reading {
  const storing = segment.subjects.some((project) => project.class === "土地收储");
  if (!storing && !/收储|征收|移交|腾地|储备|供地/.test(left)) return undefined;
  if (/计划|目标|任务|预计|力争|还剩|剩余|还差|总共要/.test(left)) return undefined;
  if (figure.vague || figure.value < 0 || figure.value > MOST_MU) return { ask: "how-much" };
  // 本月收储2.6亩: what is kept is the sum of all.
  if (/(?:本|当|这个?)月|[本这]周|今天/.test(left) && !/累计|共/.test(left))
    return { ask: "how-much", options: [{ measure: "area", mu: figure.value }] };
  if (/又|再|新增|增加(?!到|至)/.test(left))
    return { ask: "how-much", options: [{ measure: "area", mu: figure.value }] };
  return withApprox(figure, { measure: "area", mu: figure.value });
}
