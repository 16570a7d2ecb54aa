import type { Frozen } from "../../domain/baseline.js";
import type { TargetChange } from "../../domain/baseline-changes.js";
import { formatDay, formatInstant } from "../../domain/day.js";
import { formatMoney } from "../../domain/money.js";
import type { Project, Standing } from "../../domain/project.js";
import { type CardView, note, rule, text } from "../card.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";
import { curveLine, frozenLines } from "./sign-card.js";
import { signedLines } from "./signed-lines.js";

const MOST = 20;

export interface BaselineView {
  project: Project;
  frozen: Frozen;
  standing: Pick<Standing, "figures" | "pace">;
  /** oldest first */
  changes: readonly TargetChange[];
  now: number;
  hasMoney: boolean;
}

/** 基线: what was signed for the year, what it is now, and every change with who, when and why. */
export function baselineCard({ project, frozen, standing, changes, now, hasMoney }: BaselineView): CardView {
  const [, ...moved] = signedLines(standing, frozen.year, hasMoney);
  const { curve, startMonth } = standing.pace;
  const isCurveMoved = changes.some(({ what }) => what === "curve");
  const lines = changes.slice(-MOST).map((change) => changeLine(change, now, hasMoney));
  return {
    title: `基线 ${project.name}　${frozen.year}年`,
    tone: "blue",
    blocks: [
      text([`**签约时（原计划）**`, ...frozenLines(frozen, hasMoney)].join("\n")),
      ...(moved.length > 0
        ? [
            text(
              [
                "**现在**",
                ...moved,
                ...(isCurveMoved ? [`现在的月度计划 ${curveLine({ curve, startMonth })}`] : []),
              ].join("\n"),
            ),
          ]
        : []),
      rule,
      text(
        lines.length > 0
          ? [`**以后的改动**　${changes.length}次`, ...lines].join("\n")
          : "签约以后没有改过。",
      ),
      note(
        `灯按现计划判断，原计划一直留着。${changes.length > MOST ? `只列最近${MOST}次。` : ""}要改请写明原因。`,
      ),
    ],
  };
}

function changeLine(change: TargetChange, now: number, hasMoney: boolean): string {
  const { at, byName, reason } = change;
  const why = reason ? `（原因：${typed(hasMoney ? reason : hideAmounts(reason), 80)}）` : "（没有写原因）";
  return `${formatInstant(at, now)} ${typed(byName, 20)}：${whatLine(change, hasMoney)}${why}`;
}

function whatLine({ what, name = "", from, to }: TargetChange, hasMoney: boolean): string {
  if (what === "curve") return "月度计划改了";
  if (what === "node")
    return `${typed(name, 20)} ${formatDay(String(from), String(to))} → **${formatDay(String(to), String(from))}**`;
  if (!hasMoney) return "年度计划改了";
  return `年度计划 ${from === undefined ? "" : `${formatMoney(Number(from))} → `}**${formatMoney(Number(to))}**`;
}
