import type { Day, Item, Measured, Option, ReportItem } from "../items.js";
import type { Offer } from "./reading.js";

/** The buttons for the readings of one doubtful figure. */
export function optionsFor(project: string, readings: readonly Offer[], text: string, today: Day): Option[] {
  return readings.map((measured) => ({
    label: labelOf(measured, today),
    items: [{ intent: "report", project, ...measured, text } as ReportItem],
  }));
}

/** 上个月形象进度43%: the button says that it is of now, for that is what it would be written as. */
export const ofNow = (options: readonly Option[]): Option[] =>
  options.map(({ label, items }) => {
    const [one] = items;
    return one?.intent === "report" && one.measure === "percent"
      ? { label: `${one.part ?? ""}现在是${one.value}%`, items }
      : { label, items };
  });

/** One button for each project that may be meant, with the message read for it. */
export function projectOptions(
  candidates: readonly string[],
  readFor: (project: string) => Item[],
): Option[] {
  return candidates
    .map((project) => ({ label: project, items: readFor(project) }))
    .filter(
      ({ items }) => items.length > 0 && items.every(({ intent }) => intent !== "ask" && intent !== "none"),
    );
}

/** 形象进度 65%, 9月完成 2000万, 本年累计 1.02亿 */
function labelOf(measured: Measured, today: Day): string {
  switch (measured.measure) {
    case "percent":
      return `${measured.part ?? "形象进度"} ${measured.value}%`;
    case "completion":
      return `年度完成率 ${measured.value}%`;
    case "area":
      return `收储 ${measured.mu}亩`;
    case "funds":
      return `收储资金 ${money(measured.yuan)}`;
    case "plan":
      return `年度计划 ${money(measured.yuan)}`;
    case "investment":
      return `${scopeLabel(measured, today)} ${money(measured.yuan)}`;
    case "note":
      return measured.note;
    default:
      return "无变化";
  }
}

function scopeLabel({ scope, period }: { scope: string; period?: string }, today: Day): string {
  const year = period && period.slice(0, 4) !== today.slice(0, 4) ? `${period.slice(0, 4)}年` : "";
  const month = period ? `${year}${Number(period.slice(5))}月` : "本月";
  const labels: Record<string, string> = {
    month: `${month}完成`,
    ytd: period ? `截至${month}累计` : "本年累计",
    increment: "又完成",
    total: "开工以来累计",
  };
  return labels[scope] ?? scope;
}

/** 1.02亿, 3200万, 5000元 */
export function money(yuan: number): string {
  const size = Math.abs(yuan);
  if (size >= 1e8) return `${Number((yuan / 1e8).toFixed(8))}亿`;
  if (size >= 1e4) return `${Number((yuan / 1e4).toFixed(4))}万`;
  return `${yuan}元`;
}
