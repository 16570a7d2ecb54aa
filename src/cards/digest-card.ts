import { lampSign } from "../domain/lamp.js";
import type { LampColour } from "../domain/lamp-part.js";
import { formatPeriod, type Period, yearOf } from "../domain/period.js";
import { type Assessed, bySeverity } from "../domain/portfolio.js";
import { type Block, buttons, type CardView, note, rule, text } from "./card.js";
import { countLine } from "./count-line.js";
import { pageButtons, paged } from "./pager.js";
import { lagLine } from "./project-line.js";
import { typed } from "./typed.js";

const PAGE = 8;
const MOST_CHANGES = 12;
/** The order of changes; after a month's close many have not reported yet, so those are counted only. */
const TOLD: readonly LampColour[] = ["red", "green", "yellow", "grey"];

export interface DigestView {
  all: readonly Assessed[];
  /** the lamps at the last digest, of the projects whose lamp has changed; null when there was none */
  changed: ReadonlyMap<string, LampColour> | null;
  isMonthly: boolean;
  /** the closed data month */
  month: Period;
  hasMoney: boolean;
  page: number;
}

/** 滞后摘要: first what has changed, then what lags, a line each. */
export function digestCard({ all, changed, isMonthly, month, hasMoney, page }: DigestView): CardView {
  const year = yearOf(month);
  const lagging = all
    .filter(({ lamp }) => lamp.lamp === "red" || lamp.lamp === "yellow")
    .sort(newlyRedFirst(changed, year));
  const view = paged(lagging, page, PAGE);
  const title = isMonthly ? `${formatPeriod(month)}滞后摘要` : "滞后摘要";
  const asOf = note(`${all[0]?.lamp.version ?? "规则 v1"}　数据截至${formatPeriod(month)}`);
  if (lagging.length === 0)
    return {
      title,
      tone: "green",
      blocks: [text("目前没有滞后的项目，大家辛苦了。"), ...changeBlocks(all, changed), asOf],
    };
  return {
    title: `${title}：${lagging.length}个`,
    tone: lagging.some(({ lamp }) => lamp.lamp === "red") ? "red" : "orange",
    blocks: [
      ...changeBlocks(all, changed),
      text(countLine(all)),
      ...view.shown.flatMap((one) => [rule, text(lagLine(one, year, hasMoney))]),
      buttons(...pageButtons(view)),
      asOf,
    ],
  };
}

/** Newly red, then by lamp and money at risk, then by months behind. */
function newlyRedFirst(changed: DigestView["changed"], year: number) {
  const isNewlyRed = ({ lamp, project }: Assessed) =>
    lamp.lamp === "red" && changed?.has(project.code) ? 0 : 1;
  const severity = bySeverity(year);
  return (a: Assessed, b: Assessed) =>
    isNewlyRed(a) - isNewlyRed(b) || severity(a, b) || b.lamp.running - a.lamp.running;
}

/** First what has changed since this group's last digest: 新增红2，转绿1, which, and whose. */
function changeBlocks(all: readonly Assessed[], before: DigestView["changed"]): Block[] {
  if (before === null) return [];
  const changed = all
    .filter(({ project }) => before.has(project.code))
    .sort((a, b) => TOLD.indexOf(a.lamp.lamp) - TOLD.indexOf(b.lamp.lamp));
  if (changed.length === 0) return [text("与上次相比，灯没有变化。")];
  const to = (lamp: LampColour) => changed.filter((one) => one.lamp.lamp === lamp).length;
  const counts = [
    to("red") > 0 ? `新增红${to("red")}` : "",
    to("yellow") > 0 ? `转黄${to("yellow")}` : "",
    to("green") > 0 ? `转绿${to("green")}` : "",
    to("grey") > 0 ? `转未报${to("grey")}` : "",
  ].filter(Boolean);
  const told = changed.filter(({ lamp }) => lamp.lamp !== "grey");
  const lines = told.map(({ project, lamp }) => {
    const was = before.get(project.code) ?? "grey";
    const unit = project.unit ? `　${typed(project.unit, 20)}` : "";
    return `${lampSign(was)}→${lampSign(lamp.lamp)} ${typed(project.name)}${unit}`;
  });
  const more = lines.length > MOST_CHANGES ? ["……"] : [];
  return [text([`**${counts.join("，")}**`, ...lines.slice(0, MOST_CHANGES), ...more].join("\n"))];
}
