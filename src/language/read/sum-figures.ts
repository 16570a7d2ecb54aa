import { partsOf } from "../dates/calendar.js";
import { yearSaid } from "../dates/years.js";
import type { Measured } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";
import type { Scene, Segment } from "../scene.js";
import { type Around, type MoneyMeaning, meaningOfMoney } from "./money.js";
import { type Reading, type Said, withApprox } from "./reading.js";

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
  const date = lastDate(segment, figure, around);
  const meaning = meaningOfMoney(
    date ? { ...around, date } : around,
    segment,
    scene,
    said.plan !== undefined,
  );
  if (meaning.is === "nothing") return undefined;
  const yuan = figure.value;
  said.year = yearSaid(`${segment.given.label} ${labelOf(around)}`, scene.today) ?? said.year;
  const small = yuan > 0 && yuan < LEAST_YUAN;
  if (figure.vague || yuan < 0 || small || !(yuan <= MOST_YUAN) || doubtfulComma(segment, figure))
    return { ask: "how-much" };
  if (isOfAnotherYear(meaning, said, scene)) return { ask: "which-date" };
  if (meaning.is === "plan") {
    said.plan = yuan;
    return withApprox(figure, { measure: "plan", yuan });
  }
  if (meaning.is === "funds") return withApprox(figure, { measure: "funds", yuan });
  if (meaning.is === "unclear") return { ask: "which-scope", options: scopes(scene, yuan) };
  const { scope, period } = meaning;
  if (scope === "ytd") said.done = yuan;
  return withApprox(figure, { measure: "investment", scope, yuan, ...(period ? { period } : {}) });
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

/** The readings of a sum of which only the amount was said. */
function scopes(scene: Scene, yuan: number): Measured[] {
  const month = scene.today.slice(0, 7);
  return [
    { measure: "investment", scope: "month", yuan, period: month },
    { measure: "investment", scope: "month", yuan, period: scene.closedMonth },
    { measure: "investment", scope: "ytd", yuan },
    { measure: "investment", scope: "increment", yuan },
  ];
}

/** The date that the figure's own label names, or one in brackets behind it. */
function lastDate({ dates, body }: Segment, figure: Quantity, { left, right }: Around) {
  const before = dates.findLast(
    ({ start, end, weak }) => end <= figure.start && !weak && left.includes(body.slice(start, end)),
  );
  const closed =
    /^\s?元?\s?\([^()]*\)/.test(right) ||
    (/^\s?元?\s?\(/.test(right) && figure.end + right.length === body.length);
  const inBrackets = closed
    ? dates.find(
        ({ start }) =>
          start >= figure.end && start <= figure.end + 10 && body.slice(figure.end, start).includes("("),
      )
    : undefined;
  return inBrackets ?? before;
}

export function readArea(segment: Segment, figure: Quantity, left: string): Reading {
  const storing = segment.subjects.some((project) => project.class === "土地收储");
  if (!storing && !/收储|征收|移交|腾地|储备|供地/.test(left)) return undefined;
  if (/计划|目标|任务|预计|力争|还剩|剩余|还差|总共要/.test(left)) return undefined;
  if (figure.vague || figure.value < 0 || figure.value > MOST_MU) return { ask: "how-much" };
  if (/又|再|新增|增加(?!到|至)/.test(left))
    return { ask: "how-much", options: [{ measure: "area", mu: figure.value }] };
  return withApprox(figure, { measure: "area", mu: figure.value });
}
