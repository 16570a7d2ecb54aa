import { dayOf } from "../../domain/day.js";
import { type Gate, gatesOf, gateWords, holdUp, isPlot } from "../../domain/land-gates.js";
import type { Figures } from "../../domain/ledger-figures.js";
import type { Item, MilestoneItem } from "../../language/items.js";
import { refusedToWrite } from "../permissions.js";
import type { AskedSection } from "../report/sections.js";
import type { Turn } from "../turn.js";

/** What no plot comes to while a gate before it is open. */
const SALE: ReadonlySet<string> = new Set(["挂牌", "成交"]);
/** What belongs to a sale and waits with it. */
const OF_SALE: ReadonlySet<string> = new Set(["price", "buyer"]);

/** Why a sale may have gone ahead; any other reason is typed. */
const REASONS = ["前置已经办好，随后补报", "区政府同意，边办边补"];

type Sale = MilestoneItem & { reason?: string };

/**
 * 利欧挂牌了, while the soil has not been looked into: not written but asked about, with what is lacking. What else
 * the message says stays.
 */
export async function heldAtGates(
  turn: Turn,
  items: readonly Item[],
): Promise<{ items: Item[]; asked: AskedSection[] }> {
  const names = new Set(items.flatMap((item) => (isSale(item) ? item.project : [])));
  const asked: AskedSection[] = [];
  let left = [...items];
  for (const name of names) {
    const sales = left.filter((item): item is Sale => isSale(item) && item.project === name);
    const lacking = await lackingOf(turn, name, sales, left);
    if (lacking.length === 0) continue;
    const held = left.filter((item) => sales.includes(item as Sale) || isOfSale(item, name, sales));
    left = left.filter((item) => !held.includes(item));
    asked.push(question(turn, name, sales, held, lacking));
  }
  return { items: left, asked };
}

const isSale = (item: Item): item is Sale =>
  item.intent === "milestone" && SALE.has(item.milestone) && item.despite === undefined;

/** A price is told of a sale: it waits with the news that it has come about. */
const isOfSale = (item: Item, project: string, sales: readonly Sale[]): boolean =>
  item.intent === "report" &&
  item.project === project &&
  OF_SALE.has(item.measure) &&
  sales.some(({ milestone, status }) => milestone === "成交" && status === "done");

/** The gates that hold these up; none where the project has none, or the speaker will be refused anyway. */
async function lackingOf(
  turn: Turn,
  name: string,
  sales: readonly Sale[],
  said: readonly Item[],
): Promise<Gate[]> {
  const project = await turn.tx.projects.byName(name);
  if (!project || !isPlot(project) || (await refusedToWrite(turn, project))) return [];
  const figures = await turn.tx.ledger.figuresToShow(project.code);
  const gates = gatesOf(project, withSaid(figures, name, said), dayOf(turn.now));
  const isKnown = ({ milestone, status, date }: Sale) => {
    const known = figures.milestones[milestone];
    return status === "done" ? known?.done === date : known?.planned === date;
  };
  const found = sales
    .filter((sale) => !isKnown(sale))
    .flatMap(({ date, status }) => holdUp(gates, { day: date, isDone: status === "done" }));
  return gates.filter((gate) => found.includes(gate));
}

/** 净地移交了，挂牌了: what the same message says of the gates counts. */
function withSaid(figures: Figures, project: string, said: readonly Item[]): Figures {
  const milestones = { ...figures.milestones };
  for (const item of said) {
    if (item.intent !== "milestone" || item.project !== project || SALE.has(item.milestone)) continue;
    const day = item.status === "done" ? { done: item.date } : { planned: item.date };
    milestones[item.milestone] = { entry: 0, saidAt: 0, ...milestones[item.milestone], ...day };
  }
  return { ...figures, milestones };
}

function question(
  { now }: Turn,
  project: string,
  sales: readonly Sale[],
  held: readonly Item[],
  lacking: readonly Gate[],
): AskedSection {
  const today = dayOf(now);
  const isDone = sales.some(({ status }) => status === "done");
  const what = [...new Set(sales.map(({ milestone }) => milestone))].join("、");
  const [first, ...others] = held.map(despite);
  return {
    is: "asked",
    project,
    question: `还差：${lacking.map((gate) => gateWords(gate, today)).join("、")}，${what}没有记。${
      isDone ? `确实已${what}，` : "还是要这样排，"
    }请说明原因：点一个，或直接说。`,
    options: [
      ...REASONS.map((reason) => ({ label: `照记：${reason}`, items: withWhy(held.map(despite), reason) })),
      { label: "算了", items: [], answersNo: true },
    ],
    isEitherOr: true,
    ...(first && (first.intent === "milestone" || first.intent === "report")
      ? { lacksReason: first, goesWith: others }
      : {}),
  };
}

const despite = (item: Item): Item => (isSale(item) ? { ...item, despite: true } : item);

/** The same, each step of the sale with why it goes ahead. */
const withWhy = (items: readonly Item[], reason: string): Item[] =>
  items.map((item) =>
    item.intent === "milestone" && item.despite ? ({ ...item, reason } as MilestoneItem) : item,
  );
