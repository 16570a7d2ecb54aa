import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { monthsLater } from "../../domain/period.js";
import type { MilestoneItem } from "../../language/items.js";
import type { Turn } from "../turn.js";
import type { Beside } from "./hold-odd.js";
import { type AskedSection, type Choice, confirmed } from "./sections.js";

const PUT_OFF = /推迟|推[到至]|延期|延后|延迟|顺延|延[到至]|拖[到至]/;
const BROUGHT_FORWARD = /提前|提早/;
const MOST_YEARS = 20;

/** 竣工推迟到…, …提前到…, or a planned day that is over: held against the planned day that is known. */
export const mayBeMovedBack = (
  { status, text = "", date }: MilestoneItem,
  { saidAt }: Pick<Turn, "saidAt">,
): boolean =>
  status === "planned" && (PUT_OFF.test(text) || BROUGHT_FORWARD.test(text) || date < dayOf(saidAt));

/** 推迟 to a day that is over or earlier than the one planned, 提前 to a later one: a slip, most likely in the year. */
export function movedBack(
  item: MilestoneItem,
  { turn, today, project, figures }: Beside,
): AskedSection | null {
  if (!mayBeMovedBack(item, turn)) return null;
  const planned = figures.milestones[item.milestone]?.planned;
  const why = oddOf(item, planned, today);
  if (why === "") return null;
  const day = (date: Day) => formatDay(date, today);
  const meant = PUT_OFF.test(item.text ?? "") ? inLaterYear(item.date, planned, today) : undefined;
  const options: Choice[] = [
    ...(meant === undefined
      ? []
      : [{ label: `是 ${day(meant)}`, items: [{ ...item, date: meant, settled: true as const }] }]),
    {
      label: `没错，计划 ${day(item.date)}`,
      items: [{ ...confirmed(item), settled: true }],
    },
  ];
  return {
    is: "asked",
    project: project.name,
    question: `${item.milestone}${why}，没有记。是哪一天？`,
    options,
  };
}

function oddOf({ text = "", date }: MilestoneItem, planned: Day | undefined, today: Day): string {
  const day = formatDay(date, today);
  if (PUT_OFF.test(text)) {
    if (planned !== undefined && date < planned)
      return `原计划 ${formatDay(planned, today)}，推迟到 ${day} 反而更早`;
    return date < today ? `推迟到 ${day}，这一天已经过了` : "";
  }
  if (BROUGHT_FORWARD.test(text) && planned !== undefined && date > planned)
    return `原计划 ${formatDay(planned, today)}，提前到 ${day} 反而更晚`;
  return date < today && planned !== date ? `计划 ${day}，这一天已经过了` : "";
}

/** The same day in the first year in which it would be put off. */
function inLaterYear(date: Day, planned: Day | undefined, today: Day): Day | undefined {
  for (let years = 1; years <= MOST_YEARS; years++) {
    const later = monthsLater(date, years * 12);
    if (later > today && (planned === undefined || later > planned)) return later;
  }
  return undefined;
}
