import { movedDay, movedPlan } from "../../domain/baseline.js";
import { formatDay } from "../../domain/day.js";
import { formatMoney } from "../../domain/money.js";
import type { Standing } from "../../domain/project.js";
import { typed } from "../typed.js";

const MOST = 3;

/** 年度目标 as signed, and 原计划／现计划 where it has changed; empty where nothing was signed. */
export function signedLines(
  { figures, pace }: Pick<Standing, "figures" | "pace">,
  year: number,
  hasMoney: boolean,
): string[] {
  const { frozen } = pace;
  if (!frozen || frozen.year !== year) return [];
  const plan = movedPlan(frozen, figures);
  const nodes = Object.entries(figures.milestones).flatMap(([name, { planned }]) => {
    const signed = movedDay(frozen, name, planned);
    return signed && planned
      ? [`${typed(name, 20)} 原计划${formatDay(signed, planned)}，现计划${formatDay(planned, signed)}`]
      : [];
  });
  const moved = [
    ...(plan && hasMoney
      ? [`年度计划 原计划${formatMoney(plan.signed)}，现计划${formatMoney(plan.now)}`]
      : []),
    ...(plan && !hasMoney ? ["年度计划调整过（金额不在这里显示）"] : []),
    ...nodes.slice(0, MOST),
    ...(nodes.length > MOST ? [`另有${nodes.length - MOST}个节点改过计划`] : []),
    ...(isCurveMoved(frozen.curve, pace.curve) ? ["月度计划改过"] : []),
  ];
  const head = `**${year}年目标**　${formatDay(frozen.signedOn)}签约冻结`;
  return moved.length > 0 ? [head, ...moved] : [`${head}，没有改过`];
}

const isCurveMoved = (signed: number[] | null, now: number[] | null): boolean =>
  JSON.stringify(signed) !== JSON.stringify(now);
