import type { DateSpan } from "../dates/span.js";
import type { InvestmentScope, Period } from "../items.js";
import type { Given, Scene, Segment } from "../scene.js";
import { sentenceBefore } from "./labels.js";

/** What a sum of money is, judged by the words around it. */
export type MoneyMeaning =
  | { is: "investment"; scope: InvestmentScope; period?: Period }
  | { is: "plan" }
  | { is: "funds" }
  /** a sum, but none of the ledger's: 总投资, 合同价, a plan for next month */
  | { is: "nothing" }
  | { is: "unclear" }
  /** what is left to do */
  | { is: "remaining" }
  /** for a month that is still to come, or was it last year's? */
  | { is: "undated"; scope: "month" | "ytd"; period: Period };

/** The words before and behind a figure, and what is settled for its clause. */
export interface Around {
  left: string;
  right: string;
  /** the last date of `left`, or the one settled by a heading */
  date?: DateSpan;
}

const NO_INVESTMENT =
  /总投资|总投|首期|协议|概算|预算|估算|匡算|合同|中标|造价|成交|出让[金价]|地价|起[拍始]|土地款|地款|补偿|单价|均价|房价|总价|[水电油话饭餐路房物杂]费|费用?\s*$|进度款|工程款|预付款|月薪|奖金|罚|保证金|贷款|融资|专项债|缺口|资金(?:已|都|全部|实际|累计)*到位|到位资金|拨付|付款|支付|欠|产值|租金|营收|税|总额(?!为|达)|[较比](?:上|去|同)|同比|环比|多(?=\d|\s*$)|少(?=\d|\s*$)|差(?!不多)/;
const FUNDS = /收储资金|资金|用了|使用|支出|支付|花了|投入|已用|收储|费用|拨付/;
const PLAN =
  /(?:年度|全年|今年|本年度?|年|\d{4}年)(?:的)?(?:度)?(?:投资)?(?:计划|目标|任务)|计划年度?投资|年度应完成|(?:年内|今年|全年|本年)(?:预计|拟|力争|争取)(?:投资|完成)/;
const FUTURE =
  /下个?月|次月|计划|预计|力争|争取|拟|将|打算|目标|确保|预期|有望|明年|任务|要求|应完成|需完成|还需|还要|剩余|还剩|尚需/;
const SINCE_START =
  /开工(?:以来|至今|后|到现在)|自开工|从开工|开工累计|开累|建设以来|项目累计|总累计|历史累计|历年累计|累计总|启动以来|实施以来/;
const AGAIN = /又|再(?!次)|新增|追加|另外?(?:完成|投)|本次|这次|增加(?!到|至)|多(?:完成|投)了/;
const YEAR_TO_DATE =
  /累计|累积|本年|今年(?:以来|已|一共|总共|共|总计|到现在|至今|完成)|年初以来|年初至今|全年已完成|今年以来|至今|截[至止]|到目前|到现在|年内已|年度(?:投资)?(?:已|完成)|年初到/;
const SINCE_MONTH = /月(?:份|初|[1一][日号])?(?:以来|到现在|到目前|到今天|至今)/;
const THIS_MONTH_SUM = /(?:(?:本|当|这个?)月|(?<!前[二三23]|[一1])季度)(?:内)?(?:已|投资|共)?累计/;
/** 还差5000万: what is left of what? */
const REMAINING = /(?:还[差剩缺需]|尚[差余缺需]|剩[下余]?|余下)(?:着|要|了|有|完成|约|大概|[\s:：])*$/;
/** 较7月增加3200万: a difference, not a payment. */
const COMPARED = /[较比][^，,。\d]{0,4}(?:\d{1,2}月)?[^，,。\d]{0,8}$/;
/** 其中土建8000万，管线2000万: parts of the sum before; 其中8月3200万 is a month's. */
const OF_WHICH =
  /(?:其中|不含|不包括|除去?|扣除)(?![^。；;]*(?:\d月|[本上当]个?月|本年|今年|累计|计划|\ue000))[^。；;]*$/;
/** 本月/累计：3200万/1.02亿: two labels before two figures. */
const TWO_SCOPES = /月[^\d]{0,4}[/、及和][^\d]{0,4}累计[^\d]*$|累计[^\d]{0,4}[/、及和][^\d]{0,4}月[^\d]*$/;
const DONE = /已经?完成|已经?投|实际完成|已完|完成了|完成/;

/** Whether a sum is a part of one before it, by what its sentence says before it. */
export function isPart(before: string): boolean {
  return OF_WHICH.test(before);
}

/** What the sum is: this month's, the year's so far, one more payment, the year's plan … */
export function meaningOfMoney(
  around: Around,
  segment: Segment,
  scene: Scene,
  planSaid: boolean,
): MoneyMeaning {
  const { left, right } = around;
  const aside = /^\s?元?\s?\(([^()]*)\)?/.exec(right)?.[1] ?? "";
  const said = `${left} ${aside}`;
  if (REMAINING.test(left) && !/资金|缺口|款/.test(left)) return { is: "remaining" };
  const storing = segment.subjects.some((project) => project.class === "土地收储");
  if (
    PLAN.test(left) &&
    (!/占|的$/.test(left) || /^\s?元?的\s?$/.test(right)) &&
    !/计划.{0,4}(?:已完成|累计完成|实际)/.test(left)
  )
    return { is: "plan" };
  if (/收储资金/.test(left) || (storing && (FUNDS.test(left) || !/投资/.test(left)))) {
    return FUTURE.test(left) ? { is: "nothing" } : { is: "funds" };
  }
  if (SINCE_START.test(said)) return { is: "investment", scope: "total" };
  if (TWO_SCOPES.test(left)) return { is: "unclear" };
  const forSale = segment.subjects.some((project) => project.class === "土地出让");
  if (forSale && !/投资|完成|累计|投/.test(left)) return { is: "nothing" };
  if (COMPARED.test(left)) return { is: "nothing" };
  if (NO_INVESTMENT.test(left.slice(-12))) return { is: "nothing" };
  if (isFuture(left, around.date, scene)) return { is: "nothing" };
  const fromLabel = scopeIn(said, dateFor(around.date, segment.given), scene, aside);
  if (fromLabel) return fromLabel;
  const fromHeading = segment.given.label
    ? scopeIn(segment.given.label, segment.given.date, scene, "")
    : undefined;
  if (fromHeading) return fromHeading;
  const planned = /实际|目前|现在|已/.test(left) ? plannedMonth(scene, segment) : undefined;
  if (planned) return { is: "investment", scope: "month", period: planned };
  if (planSaid && DONE.test(left)) return { is: "investment", scope: "ytd" };
  return { is: "unclear" };
}

/** 本月计划完成3000万，实际完成2800万: the month of the plan just before is that of what was done. */
function plannedMonth(scene: Scene, { start }: Segment): Period | undefined {
  const clause =
    sentenceBefore(scene, start - 1)
      .split("，")
      .at(-1) ?? "";
  if (!/计划/.test(clause) || /累计/.test(clause)) return undefined;
  return scene
    .dates(clause)
    .find(({ wholeMonth, fixed }) => wholeMonth && fixed !== "future")
    ?.period?.("past");
}

function isFuture(left: string, date: DateSpan | undefined, { today }: Scene): boolean {
  if (FUTURE.test(left) && !/已/.test(left)) return true;
  if (!date || date.until || /了|已|累计/.test(left)) return false;
  return date.fixed === "future" && (date.resolve("future")?.day ?? "") > today;
}

function scopeIn(
  text: string,
  date: DateSpan | undefined,
  scene: Scene,
  aside: string,
): MoneyMeaning | undefined {
  if (SINCE_START.test(text)) return { is: "investment", scope: "total" };
  if (THIS_MONTH_SUM.test(text)) return { is: "unclear" };
  const period = date?.period?.("past");
  const untilPeriod = period ?? untilDay(date, text);
  // 9月截至目前完成2100万: of the month, or of the year?
  if (
    period === scene.today.slice(0, 7) &&
    date?.wholeMonth &&
    /截[至止]到?目前/.test(text) &&
    !/累计|本年|今年/.test(text)
  )
    return { is: "unclear" };
  // 9月到现在1200万 is not the year's sum, and August's may be in it.
  if (period !== undefined && SINCE_MONTH.test(text) && !/累计|本年|今年|年初/.test(text))
    return { is: "unclear" };
  const upTo = date !== undefined && (date.fromNewYear || date.until || /截[至止]/.test(aside));
  // 年底累计, said before the year is over
  if (
    date?.precision === "year" &&
    /年[底末]/.test(text) &&
    (date.resolve("future")?.day ?? "") > scene.today
  )
    return { is: "unclear" };
  // 截至20号完成2100万: since when?
  if (date?.bareDay !== undefined && !YEAR_TO_DATE.test(text.replace(/截[至止]到?/g, "")))
    return { is: "unclear" };
  const named = date && namesMonth(date) ? untilPeriod : undefined;
  const ahead = date !== undefined && named !== undefined && isAhead(date, named, scene);
  if (ahead && (upTo || YEAR_TO_DATE.test(text))) return { is: "undated", scope: "ytd", period: named };
  if (upTo || YEAR_TO_DATE.test(text)) {
    return {
      is: "investment",
      scope: "ytd",
      ...(named ? { period: named } : {}),
    };
  }
  if (AGAIN.test(text)) return { is: "investment", scope: "increment" };
  // 8月底1.02亿 may as well be the sum by then.
  if (date && period && date.wholeMonth) {
    if (ahead) return { is: "undated", scope: "month", period };
    return { is: "investment", scope: "month", period };
  }
  return undefined;
}

/** 截至9月19日，…本年累计, 8月底，本年累计: the day says until when, the year only which one. */
function dateFor(own: DateSpan | undefined, { date, sumsOf }: Given): DateSpan | undefined {
  const given = date ?? sumsOf;
  if (own === undefined) return given;
  // 去年累计 below a heading is not of the heading's month.
  const isThisYear = own.precision === "year" && own.fixed === undefined;
  return isThisYear && (given?.until || given?.period) ? given : own;
}

function namesMonth(date: DateSpan): boolean {
  return date.precision !== "year";
}

/** December's figure in September is last year's or a plan: only the speaker knows. */
function isAhead({ fixed }: DateSpan, period: Period, { today }: Scene): boolean {
  return period > today.slice(0, 7) || (!fixed && period.slice(0, 4) !== today.slice(0, 4));
}

/** 8月31日累计: a sum by that day, as if 截至 had been said. */
const SUM_BY_DAY = /\d\s?[日号]\s*(?:为?止|[已共，,、:：\s])*累[计积]/;

function untilDay(date: DateSpan | undefined, text: string): Period | undefined {
  return date?.precision === "day" && (date.until || SUM_BY_DAY.test(text)) && !date.bareDay
    ? date.resolve("past")?.day.slice(0, 7)
    : undefined;
}
