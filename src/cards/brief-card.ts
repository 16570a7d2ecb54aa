import type { LeaderBrief } from "../domain/leader-brief.js";
import { formatMoney, formatPercent } from "../domain/money.js";
import { addMonths, formatPeriod, monthOf, type Period } from "../domain/period.js";
import { type CardView, note, text } from "./card.js";
import { dataAsOf } from "./data-as-of.js";
import { typed } from "./typed.js";

/** names that a line holds */
const NAMED = 3;

/** 领导简报: three lines. */
export function briefCard(brief: LeaderBrief, month: Period, now: number): CardView {
  return {
    title: "本周简报",
    tone: brief.red > 0 ? "red" : "green",
    blocks: [
      text(redLine(brief, month, now)),
      text(decideLine(brief)),
      text(yearEndLine(brief)),
      note(`${dataAsOf(month, now)}　要看细节请发“哪些滞后”“上报清单”`),
    ],
  };
}

function redLine({ red, newlyRed, recovered }: LeaderBrief, month: Period, now: number): string {
  const since = `比${formatPeriod(addMonths(month, -1), monthOf(now))}`;
  const changes = [
    newlyRed.length > 0 ? `新增${newlyRed.length}（${named(newlyRed)}）` : "",
    recovered.length > 0 ? `转好${recovered.length}（${named(recovered)}）` : "",
  ].filter(Boolean);
  return `🔴 **红灯${red}个**，${since}${changes.join("、") || "没有变化"}`;
}

const named = (names: readonly string[]): string =>
  `${names
    .slice(0, NAMED)
    .map((name) => typed(name, 16))
    .join("、")}${names.length > NAMED ? "等" : ""}`;

function decideLine({ toDecide }: LeaderBrief): string {
  if (toDecide.length === 0) return "📌 没有要您决定的问题";
  const shown = toDecide.slice(0, NAMED).map(({ number, words }) => `#${number} ${typed(words, 20)}`);
  return `📌 **要您决定${toDecide.length}个**：${shown.join("；")}${toDecide.length > NAMED ? "等" : ""}`;
}

function yearEndLine({ yearEnd }: LeaderBrief): string {
  if (!yearEnd) return "📈 报数还不够，暂时预计不了全年";
  const { yuan, planYuan, projects, isOver } = yearEnd;
  const what = isOver ? "全年完成" : "照近3月的速度，年末约完成";
  return `📈 ${what}${formatMoney(yuan, "short")}，占年度计划${formatPercent((yuan / planYuan) * 100)}（${projects}个有数的项目）`;
}
