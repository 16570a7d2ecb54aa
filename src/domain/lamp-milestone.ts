import { type Day, daysBetween } from "./day.js";
import { type LampPart, off } from "./lamp-part.js";
import type { LampRule } from "./lamp-rule.js";
import { monthsLater } from "./period.js";

export interface LampMilestone {
  name: string;
  planned?: Day;
  done?: Day;
}

/** The milestone whose delay is also counted as 应开工未开工. */
const START_MILESTONE = "开工";

/** 节点灯: how late the latest milestone is today, in calendar days. */
export function milestoneLamp(milestones: readonly LampMilestone[], today: Day, rule: LampRule): LampPart {
  if (!milestones.some((each) => each.planned !== undefined)) return off("无计划节点");
  const late = milestones
    .flatMap(({ name, planned, done }) =>
      planned === undefined || done !== undefined || planned >= today
        ? []
        : [{ name, planned, days: daysBetween(planned, today) }],
    )
    .sort((a, b) => b.days - a.days);
  const [worst] = late;
  if (worst === undefined) return { colour: "green", text: "", detail: "节点无逾期" };

  const more = late.length > 1 ? `等${late.length}项` : "";
  const texts = [`节点逾${worst.days}天（${worst.name}${more}）`];
  const start = late.find((each) => each.name === START_MILESTONE);
  const months = rule.notStartedMonths;
  const notStarted =
    start !== undefined && months !== undefined && today >= monthsLater(start.planned, months);
  if (notStarted) texts.push(`应开工未开工满${months}个月`);

  const { yellow, orange, red } = rule.milestone;
  const text = texts.join(" ");
  if (notStarted || worst.days >= red) return { colour: "red", text, detail: `${text}；逾期${red}天起为红` };
  if (orange !== undefined && worst.days >= orange) {
    return { colour: "yellow", text: `${text} 橙`, detail: `${text}；逾期${orange}天起为橙` };
  }
  if (yellow !== undefined && worst.days >= yellow) {
    return { colour: "yellow", text, detail: `${text}；逾期${yellow}天起为黄` };
  }
  return { colour: "green", text, detail: `${text}；逾期${yellow ?? red}天起亮灯` };
}
