import { type Fraction, fromPercent } from "./fraction.js";
import { judgePace, type PaceVerdict } from "./lamp-pace.js";
import { type LampPart, off } from "./lamp-part.js";
import { unreported } from "./lamp-report.js";
import type { LampRule } from "./lamp-rule.js";
import { formatMoney } from "./money.js";
import { dueShare, type YearPlan } from "./pace.js";
import { formatPeriod, monthNumber, type Period, period, yearOf } from "./period.js";
import type { Gap } from "./report-gap.js";

export interface InvestmentInput {
  /** the closed data month */
  month: Period;
  /** the first data month a report is due for */
  firstMonth: Period;
  /** months in which it was out and owed no report */
  gaps?: readonly Gap[];
  /** of the month's year */
  plan?: YearPlan;
  /** 本年累计 in 元 and the month at whose end it stands */
  ytd?: { yuan: number; period: Period };
  /** 本年累计 in 元 at the end of `month`, where it is known */
  atClose?: number;
  /** 年度完成率 in per cent, where no 累计 for the month is known */
  completion?: { value: number; period: Period };
}

/**
 * 投资灯. A figure of a month that is not closed yet is held against what that month's own end asks for, and
 * counts as soon as it is no worse there than the closed month's figure at the close: who has reported early
 * is not late for it, and nobody looks on time because a month more of work is in his figure.
 */
export function investmentLamp(input: InvestmentInput, rule: LampRule): LampPart {
  const { month, plan } = input;
  if (!rule.investment) return off("不按投资进度评判");
  if (plan === undefined || plan.yuan <= 0) return off("无年度计划投资");
  const number = monthNumber(month);
  if (plan.curve === undefined && number < rule.investmentFrom) {
    return off(`投资灯自${rule.investmentFrom}月数据起亮`);
  }
  const due = dueShare(number, plan);
  if (due.part <= 0) return off(`按计划${formatPeriod(month)}底尚不应完成投资`);

  const known = latestDone(input, plan.yuan);
  if (known === undefined || known.period < month) return unreportedInvestment(input, known?.period, rule);
  const { figure, verdict, remark } = judged(known, input, plan, rule);
  const amount = figure.yuan === undefined ? "" : `${formatMoney(figure.yuan, "short")}${remark} `;
  const text = `年度${formatMoney(plan.yuan, "short")} 完成${amount}${verdict.done} 时序${verdict.due} ${verdict.gap}`;
  const how = plan.curve
    ? "按项目月度计划"
    : plan.startMonth
      ? `自${plan.startMonth}月起按月均摊`
      : `${monthNumber(figure.period)}÷12`;
  const original = plan.signedYuan === undefined ? "" : `；原计划${formatMoney(plan.signedYuan, "short")}`;
  const because = verdict.because ? `；${verdict.because}` : "";
  return { colour: verdict.colour, text, detail: `${text}（时序${how}）${original}${because}` };
}

const RANK = { green: 0, yellow: 1, red: 2 } as const;

interface Judged {
  figure: KnownShare;
  verdict: PaceVerdict;
  /** beside the amount: the month it is of, or what has been reported since */
  remark: string;
}

function judged(
  known: KnownShare,
  { month, atClose }: InvestmentInput,
  plan: YearPlan,
  rule: LampRule,
): Judged {
  const verdictOf = ({ share, period }: KnownShare) =>
    judgePace(share, dueShare(monthNumber(period), plan), rule);
  const verdict = verdictOf(known);
  if (known.period === month) return { figure: known, verdict, remark: "" };
  const closed =
    atClose === undefined ? null : { share: { part: atClose, of: plan.yuan }, period: month, yuan: atClose };
  const then = closed && verdictOf(closed);
  const name = formatPeriod(known.period);
  return then && RANK[then.colour] < RANK[verdict.colour]
    ? { figure: closed, verdict: then, remark: `（${name}已报${verdict.done}）` }
    : { figure: known, verdict, remark: `（${name}）` };
}

interface KnownShare {
  share: Fraction;
  period: Period;
  yuan?: number;
}

/** What is done of the year's plan by the latest word of it: the cumulative, or the rate where that is newer. */
export function latestDone(
  { month, ytd, completion }: Pick<InvestmentInput, "month" | "ytd" | "completion">,
  planYuan: number,
): KnownShare | undefined {
  const ofYear = (figure: { period: Period } | undefined) =>
    figure !== undefined && yearOf(figure.period) === yearOf(month);
  if (ytd && ofYear(ytd) && (ytd.period >= month || !completion || completion.period <= ytd.period)) {
    return { share: { part: ytd.yuan, of: planYuan }, period: ytd.period, yuan: ytd.yuan };
  }
  if (completion && ofYear(completion)) {
    return { share: fromPercent(completion.value), period: completion.period };
  }
  return undefined;
}

function unreportedInvestment(
  { month, firstMonth, gaps }: InvestmentInput,
  last: Period | undefined,
  rule: LampRule,
): LampPart {
  const january = period(yearOf(month), 1);
  const start = firstMonth > january ? firstMonth : january;
  return unreported("投资", month, last, { firstMonth: start, ...(gaps ? { gaps } : {}) }, rule);
}
