import { type Day, formatDay } from "../../domain/day.js";
import { formatPeriod, type Period, periodOf } from "../../domain/period.js";
import { buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";

/** units that a page names */
const MOST = 8;

/** How many projects of a unit lack a report. */
export interface UnitMissing {
  /** null: nobody answers for them yet */
  unit: string | null;
  count: number;
}

/** The month whose reports are asked for. */
export interface MonthAsked {
  month: Period;
  /** the day on which it closes, or was closed */
  closes: Day;
  isClosed: boolean;
  today: Day;
  /** projects that owe a report for it */
  owed: number;
}

/** 催报 in the group: units and numbers, no names of people; the same card until all is there. */
export function unitsCard(
  { month, closes, isClosed, today, owed }: MonthAsked,
  missing: readonly UnitMissing[],
  page: number,
): CardView {
  const what = `${formatPeriod(month, periodOf(today))}进度`;
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  const progress = `已报${owed - count}个，还差${count}个`;
  const until = `${formatDay(closes, today)}${isClosed ? "已关账，补报仍然收" : "24点关账"}`;
  if (count === 0)
    return {
      title: `${what}报齐了，谢谢各位`,
      tone: "green",
      blocks: [text(`${owed}个项目都已报。`)],
    };
  const view = paged(missing, page, MOST);
  return {
    title: `${what}还差${missing.length}家单位`,
    tone: "orange",
    blocks: [
      text(`${progress}；${until}。`),
      text(view.shown.map((one) => `· ${typed(one.unit ?? "未定责任单位", 30)}　${one.count}个`).join("\n")),
      buttons({ label: "我们单位缺哪些", does: "mine", look: "primary" }, ...pageButtons(view)),
      note(`有人报了，这张卡片会自己更新。${view.pages > 1 ? `第${view.page}／${view.pages}页` : ""}`),
    ],
  };
}
