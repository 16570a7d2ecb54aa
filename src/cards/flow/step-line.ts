import { type Day, formatDay } from "../../domain/day.js";
import type { FlowStep } from "../../domain/flow.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";
import { aheadOrBehind, daysLeft } from "./day-words.js";

export const SIGNS: Record<FlowStep["state"], string> = {
  done: "✅",
  current: "🔵",
  blocked: "⛔",
  waived: "🟠",
  ahead: "⚪",
};

/** What a step's words need to know beside the step. */
export interface StepView {
  today: Day;
  hasMoney: boolean;
  /** whose step it is: a unit, or 责任单位 */
  deskOf(desk: string | null): string;
}

/** `🔵 **工规证**　计划10月31日，还有41天`, and below it what it waits for and why its plan moved. */
export function stepLines(one: FlowStep, view: StepView): string[] {
  const words = when(one, view);
  return [
    `${head(one)}${words.length > 0 ? `　${words.join("，")}` : ""}`,
    ...why(one, view).map((line) => `　${line}`),
  ];
}

/** The same in a box of half the width: a line for each. */
export function stepBox(one: FlowStep, view: StepView): string {
  return [head(one), ...when(one, view), ...why(one, view)].join("\n");
}

function head({ state, step }: FlowStep): string {
  const isOpen = state !== "done" && state !== "ahead";
  return `${SIGNS[state]} ${isOpen ? `**${step.name}**` : step.name}`;
}

function when(one: FlowStep, { today }: StepView): string[] {
  const { state, done, planned, firstPlanned, waived, early, left, moved } = one;
  const distance = left === undefined ? [] : [left < 0 ? `**${daysLeft(left)}**` : daysLeft(left)];
  if (done !== undefined)
    return [`${formatDay(done, today)}办结`, ...(early === undefined ? [] : [aheadOrBehind(early)])];
  if (state === "done") return ["日期没报"];
  if (state === "waived" && waived !== undefined)
    return [`容缺，${formatDay(waived, today)}前补`, ...distance];
  if (planned === undefined) return state === "current" ? ["没有报日期"] : [];
  const from =
    moved === undefined || firstPlanned === undefined
      ? []
      : [`比原定${formatDay(firstPlanned, today)}${aheadOrBehind(-moved)}`];
  return [`计划${formatDay(planned, today)}`, ...distance, ...from];
}

function why({ blockers, revisions, why: said }: FlowStep, { today, hasMoney, deskOf }: StepView): string[] {
  const waits = blockers.map(({ name, desk, late, due }) => {
    const day = due === undefined ? "还没报办结" : `计划${formatDay(due, today)}，在它之后`;
    return `等 ${name}（${typed(deskOf(desk), 20)}，${late === undefined ? day : daysLeft(-late)}）`;
  });
  const reason = revisions.findLast((revision) => revision.reason !== undefined)?.reason;
  return [
    ...waits,
    ...(said === undefined || said === reason
      ? []
      : [`原因：${typed(hasMoney ? said : hideAmounts(said), 60)}`]),
    ...(reason === undefined ? [] : [`改期原因：${typed(hasMoney ? reason : hideAmounts(reason), 60)}`]),
  ];
}
