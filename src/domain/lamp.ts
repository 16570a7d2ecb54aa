import type { Day } from "./day.js";
import { amountLamp, type LampAmount } from "./lamp-amount.js";
import { type InvestmentInput, investmentLamp } from "./lamp-investment.js";
import { type LampMilestone, milestoneLamp } from "./lamp-milestone.js";
import type { LampColour, LampPart } from "./lamp-part.js";
import { physicalLamp } from "./lamp-physical.js";
import { reportLamp } from "./lamp-report.js";
import type { LampRule } from "./lamp-rule.js";
import type { Period } from "./period.js";

/** Everything a project's lamps depend on, as one plain value. */
export interface LampInput extends InvestmentInput {
  /** lateness of milestones is counted up to this day */
  today: Day;
  /** 形象进度 and what was planned of it for the end of the month, in per cent */
  percent?: number;
  plannedPercent?: number;
  milestones?: readonly LampMilestone[];
  amounts?: readonly LampAmount[];
  /** the latest month for which anything was reported */
  lastReported?: Period;
  /** `base` of the lamps of earlier months */
  earlier?: Readonly<Record<Period, LampColour>>;
}

export interface LampResult {
  /** the overall lamp: the worst of the parts, a second yellow running made red */
  lamp: LampColour;
  /** the overall lamp before that: what to keep for the months to come */
  base: LampColour;
  parts: {
    /** 投资 */
    investment: LampPart;
    /** 形象 */
    physical: LampPart;
    /** 节点 */
    milestone: LampPart;
    /** 亩, 出让金 … */
    amount: LampPart;
    /** 未报 */
    report: LampPart;
  };
  /** months running yellow or red, this one included; grey ones do not count */
  running: number;
  /** for one line: `年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点 | 节点逾12天（开工） | 连续2月` */
  reason: string;
  /** for the question why: a sentence for every part, and for 连续两月 */
  why: string[];
  /** 规则 v1 */
  version: string;
}

const SEVERITY = { off: 0, green: 1, grey: 2, yellow: 3, red: 4 } as const;
const SIGNS = { red: "🔴", yellow: "🟡", green: "🟢", grey: "⚪" } as const;

export function lampSign(lamp: LampColour): string {
  return SIGNS[lamp];
}

export function lampOf(input: LampInput, rule: LampRule): LampResult {
  const { month, today, earlier = {} } = input;
  const parts = {
    investment: investmentLamp(input, rule),
    physical: physicalLamp(input.percent, input.plannedPercent, rule),
    milestone: milestoneLamp(input.milestones ?? [], today, rule),
    amount: amountLamp(input.amounts ?? [], rule),
    report: reportLamp(month, input.lastReported, input, rule),
  };
  const base = worst(parts, input);
  const before = lampsBefore(month, earlier);
  const running = isLagging(base) ? 1 + countLagging(before) : 0;
  const twice = rule.yellowTwiceIsRed && base === "yellow" && before[0] === "yellow";
  return {
    lamp: twice ? "red" : base,
    base,
    parts,
    running,
    reason: reasonOf(parts, running),
    why: whyOf(parts, twice),
    version: rule.version,
  };
}

/** With nothing that lags a project that reports is green; one of which nothing was said yet is not. */
function worst(parts: LampResult["parts"], input: LampInput): LampColour {
  let colour: LampPart["colour"] = "off";
  for (const part of Object.values(parts)) if (SEVERITY[part.colour] > SEVERITY[colour]) colour = part.colour;
  if (colour !== "off" && colour !== "green") return colour;
  return isSilent(input) ? "grey" : "green";
}

/** Never heard of, or not yet of a month before its first: what was not reported is never green. */
const isSilent = ({ lastReported, firstMonth, month }: LampInput): boolean =>
  lastReported === undefined || (month < firstMonth && lastReported < month);

/** The lamps of the months before, the latest first, without the grey ones. */
function lampsBefore(month: Period, earlier: Readonly<Record<Period, LampColour>>): LampColour[] {
  return Object.entries(earlier)
    .filter(([each, colour]) => each < month && colour !== "grey")
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, colour]) => colour);
}

function countLagging(before: readonly LampColour[]): number {
  const end = before.findIndex((colour) => !isLagging(colour));
  return end < 0 ? before.length : end;
}

function isLagging(colour: LampColour): boolean {
  return colour === "yellow" || colour === "red";
}

function reasonOf({ report, ...judged }: LampResult["parts"], running: number): string {
  // of a project that reported nothing at all it need not be said figure by figure
  const said = Object.values(judged).filter((part) => !(part.missing && report.missing));
  return [...said.map((part) => part.text), report.text, running > 1 ? `连续${running}月` : ""]
    .filter(Boolean)
    .join(" | ");
}

const PART_NAMES: Record<keyof LampResult["parts"], string> = {
  investment: "投资",
  physical: "形象",
  milestone: "节点",
  amount: "数量",
  report: "填报",
};

function whyOf(parts: LampResult["parts"], twice: boolean): string[] {
  const sentences = Object.entries(parts).map(([key, { colour, detail }]) => {
    const sign = colour === "off" ? "－" : lampSign(colour);
    return `${sign} ${PART_NAMES[key as keyof typeof parts]}：${detail}`;
  });
  return twice ? [...sentences, "🔴 连续两月黄灯（未报月份不计），升为红灯"] : sentences;
}
