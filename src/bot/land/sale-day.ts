import { addDays, dayOf, formatDay } from "../../domain/day.js";
import { isPlot } from "../../domain/land-gates.js";
import type { Project } from "../../domain/project.js";
import type { Item } from "../../language/items.js";
import { refusedToWrite } from "../permissions.js";
import type { AskedSection } from "../report/sections.js";
import type { Turn } from "../turn.js";

/** What is said of a sale alone: whoever says it says that it has come about. */
const OF_SALE: ReadonlySet<string> = new Set(["price", "buyer"]);

/**
 * 利欧成交价3.5亿, of a plot whose day of 成交 is not known: the price stands, and the day is asked for, because the
 * year counts sales by it. The answer goes the way of every 成交, by the gates before it.
 */
export async function saleDayAsked(
  turn: Turn,
  project: Project,
  items: readonly Item[],
): Promise<AskedSection[]> {
  const tellsOfSale = items.some((item) => item.intent === "report" && OF_SALE.has(item.measure));
  const tellsDay = items.some((item) => item.intent === "milestone" && item.milestone === "成交");
  if (!tellsOfSale || tellsDay || !isPlot(project) || (await refusedToWrite(turn, project))) return [];
  const figures = await turn.tx.ledger.figuresToShow(project.code);
  if (figures.milestones.成交?.done !== undefined) return [];
  const today = dayOf(turn.now);
  const sold = (label: string, date: string) => ({
    label,
    items: [
      {
        intent: "milestone",
        project: project.name,
        milestone: "成交",
        status: "done",
        date,
        precision: "day",
      } satisfies Item,
    ],
  });
  const [name = project.name] = project.aliases;
  return [
    {
      is: "asked",
      project: project.name,
      question: `是哪天成交的？没有日期，不算本年成交，也不计入土地总账。别的日子请说“${name} ${formatDay(addDays(today, -2), today)}已成交”。`,
      options: [sold("今天成交", today), sold("昨天成交", addDays(today, -1))],
    },
  ];
}
