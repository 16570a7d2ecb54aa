import type { Frozen } from "../../domain/baseline.js";
import { readCurve } from "../../domain/baseline-curve.js";
import { dayOf, formatDay } from "../../domain/day.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { formatMoney } from "../../domain/money.js";
import { monthOf, yearOf } from "../../domain/period.js";
import type { Project, YearPace } from "../../domain/project.js";
import { readCurveWords } from "../../language/curve-words.js";
import { readDay, readYuan } from "../../language/project-sentence.js";
import { readNodes, readSignWords, type SignWords } from "../../language/sign-sentence.js";
import type { Turn } from "../turn.js";

/** A signing on its way: the words of its form, and the message that began it. */
export interface SignDraft {
  code: string;
  words: Required<SignWords>;
  /** 转正: the class that the project gets */
  toClass?: string;
  /** the message as typed, and where it is */
  said: string;
  messageId: string;
}

/** The year that is signed for: the running one, also in January before the last year's close. */
export const signingYear = (turn: Pick<Turn, "now">): number => yearOf(monthOf(turn.now));

/** The form's beginnings: what was said, else what the ledger knows. */
export async function signDraft(turn: Turn, project: Project, said: string): Promise<SignDraft> {
  const year = signingYear(turn);
  const standing = await turn.tx.projects.standing(project.code, year);
  const plan = standing?.figures.years[year]?.plan;
  return {
    code: project.code,
    words: {
      plan: plan ? formatMoney(plan.yuan) : "",
      curve: standing?.pace.curve?.join(" ") ?? "",
      nodes: plannedNodes(standing?.figures),
      unit: project.unit ?? "",
      day: dayOf(turn.now),
      ...readSignWords(said),
    },
    said: turn.words,
    messageId: turn.messageId,
  };
}

function plannedNodes(figures: Figures | undefined): string {
  return Object.entries(figures?.milestones ?? {})
    .flatMap(([name, { planned, done }]) => (planned && !done ? [`${name} ${planned}`] : []))
    .join("\n");
}

/** What is to be frozen, or what is wrong with it. */
export function readSign(
  turn: Pick<Turn, "now">,
  { words, toClass }: SignDraft,
  pace: YearPace,
): { frozen: Frozen } | { faults: string[] } {
  const today = dayOf(turn.now);
  const faults: string[] = [];
  const yuan = words.plan.trim() === "" ? null : readYuan(words.plan);
  if (yuan === null && words.plan.trim() !== "")
    faults.push(`年度计划投资“${words.plan}”不是准数，请写成“3.2亿”`);
  if (yuan === null && toClass && faults.length === 0) faults.push("转为正式项目要有年度计划投资");
  const nodes = readNodes(words.nodes, today);
  if ("fault" in nodes) faults.push(nodes.fault);
  else if (yuan === null && Object.keys(nodes.nodes).length === 0 && faults.length === 0)
    faults.push("年度计划投资和节点至少要有一项");
  const curve = words.curve.trim() === "" ? { curve: null } : curveOf(words.curve, yuan ?? undefined);
  if ("fault" in curve) faults.push(curve.fault);
  // 1月20日 on a signing card is a day that has been.
  const day = signedDay(words.day, today);
  if (!day) faults.push(`签约日期“${words.day}”没看出是哪天，请写成“2022年1月20日”`);
  else if (day > today) faults.push(`签约日期${formatDay(day, today)}还没有到`);
  if (faults.length > 0 || "fault" in nodes || "fault" in curve || !day) return { faults };
  return {
    frozen: {
      year: signingYear(turn),
      signedOn: day,
      unit: words.unit.trim() || null,
      yuan,
      curve: curve.curve,
      startMonth: curve.curve ? null : pace.startMonth,
      milestones: nodes.nodes,
    },
  };
}

export function curveOf(said: string, planYuan: number | undefined): { curve: number[] } | { fault: string } {
  const read = readCurveWords(said);
  return "fault" in read ? read : readCurve(read.values, read.isMoney, planYuan);
}

/** A signing lies in the past: 1月20日 said in September is this January. */
function signedDay(said: string, today: string): string | null {
  const day = readDay(said, today);
  if (!day || day <= today || /\d{4}|明年/.test(said)) return day;
  const lastYear = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return lastYear <= today ? lastYear : day;
}
