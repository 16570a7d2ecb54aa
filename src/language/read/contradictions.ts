import type { AskItem, Day, Item, Measured, ReportItem } from "../items.js";
import type { Found } from "../scene.js";
import { optionsFor } from "./options.js";

/** 615 30% 616 20%: two values for one thing cannot both be written down; which one it is has to be asked. */
export function withoutContradictions(found: readonly Found[], today: Day): Item[] {
  const values = new Map<string, Map<number, ReportItem>>();
  for (const { item } of found) {
    const value = figureOf(item);
    if (value === undefined || item.intent !== "report") continue;
    const same = values.get(keyOf(item)) ?? new Map<number, ReportItem>();
    values.set(keyOf(item), same.set(value, item));
  }
  const asked = new Set<string>();
  const items: Item[] = [];
  for (const { item } of found) {
    const key = item.intent === "report" ? keyOf(item) : "";
    const same = values.get(key);
    if (item.intent !== "report" || figureOf(item) === undefined || !same || same.size < 2) items.push(item);
    else if (!asked.has(key)) {
      asked.add(key);
      items.push(question(item, [...same.values()], today));
    }
  }
  return items;
}

function question({ project, text = "" }: ReportItem, readings: readonly ReportItem[], today: Day): AskItem {
  return {
    intent: "ask",
    reason: "how-much",
    project,
    text,
    options: optionsFor(project, readings as readonly Measured[], text, today),
  };
}

function figureOf(item: Item): number | undefined {
  if (item.intent !== "report") return undefined;
  if (item.measure === "percent" || item.measure === "completion") return item.value;
  if (item.measure === "investment") return item.scope === "increment" ? undefined : item.yuan;
  if (item.measure === "plan") return item.yuan;
  return item.measure === "area" ? item.mu : undefined;
}

function keyOf(item: ReportItem): string {
  const part = item.measure === "percent" ? item.part : undefined;
  const [scope, period] = item.measure === "investment" ? [item.scope, item.period] : [];
  return [item.project, item.measure, part, scope, period].join("|");
}
