import { findDates } from "../dates/dates.js";
import type { DateSpan } from "../dates/span.js";
import type { Day, MilestoneItem } from "../items.js";

/** One step of a plot's way that a clause tells of, by the ledger's name for it. */
export type PlotStep = Pick<MilestoneItem, "milestone" | "status" | "date" | "precision">;

const SURVEY = /调查|排查|排摸|检测|评估|详查|初调|详调/;
const CLEANED = /治理|修复|整治/;
const POLLUTED = /土壤|地下水|污染/;

/** Words of a plot, the more particular first. 双认定批复 is 双认定; 土地污染 without more is soil and groundwater. */
const STEPS: readonly { milestone: string; words: RegExp }[] = [
  { milestone: "双认定", words: /双认定/ },
  { milestone: "控规", words: /控(?:制性)?(?:详(?:细)?)?规(?:划)?/ },
  { milestone: "净地移交", words: /净地/ },
  { milestone: "腾地", words: /腾地|腾退/ },
  { milestone: "征收", words: /征收(?:补偿)?(?:协议)?签约/ },
];

const DONE =
  /完成|通过|批复|获批|批准|批了|批下来|取得|拿到|办结|办好|办完|移交|交付|验收|落地|做完|做好|结束|签完|腾空|合格|达标/;
const IS_OVER = /了|已|过(?!程|渡)|刚/;
const PLANNED =
  /计划|拟|预计|力争|争取|确保|将|目标|打算|年内|要(?!求)|前(?=[^\n]{0,4}(?:完成|批复|通过|移交|办结|取得|$))/;
/** Nothing is over or promised: it is asked for, goes on, or hangs on something. */
const NO_STEP =
  /[未没不否]|尚|无法|待|等|退回|公示|草案|编制|报审|报批|上报|征求|进场|启动|开始|正在|在[办做编审批]|研究|优化|处理中|补充|困难|问题|协调|需|请|希望|影响|卡|滞后|方案|招标|中标|定标|采购|因|后(?:再|方可|才|即|启)|之后|如果|要是|听说|好像|可能|吗|谁|几时|多少|什么|哪|[%％?？]/;

const DOCUMENT = /[〔[({【]\s*(?:19|20)\d\d\s*[〕\])}】]\s*(?:第|字|-|\s)*\d+\s*号/g;

/** The name of the step that the words are about; pollution by its part: 土壤, 地下水, or both. */
export function plotStepNamed(words: string): string | undefined {
  const step = STEPS.find((one) => one.words.test(words));
  if (step) return step.milestone;
  if (!POLLUTED.test(words)) return undefined;
  const kind = CLEANED.test(words) ? "治理" : SURVEY.test(words) ? "调查" : undefined;
  if (kind === undefined) return undefined;
  const [soil, water] = [/土壤/.test(words), /地下水/.test(words)];
  const part = soil === water ? "" : soil ? "土壤" : "地下水";
  return `${part}污染${kind}`;
}

/**
 * 控规已批复, 土壤污染调查9月20日通过: the step of a plot that one clause tells of, with its day; undefined where it
 * tells of none, or of none for certain.
 *
 * @param said one clause, names masked
 */
export function readPlotStep(said: string, today: Day): PlotStep | undefined {
  // 沪土储〔2022〕5号 is no day.
  const clause = said.replace(DOCUMENT, " ");
  const milestone = plotStepNamed(clause);
  if (milestone === undefined || NO_STEP.test(clause)) return undefined;
  const [date, more] = findDates(clause, today).filter(({ weak }) => !weak);
  const slash = date ? undefined : slashDay(clause, today);
  if (more || date?.after) return undefined;
  const isPlanned = PLANNED.test(clause) || date?.before === true || date?.fixed === "future";
  const isOver = !isPlanned && IS_OVER.test(clause);
  if (!DONE.test(clause) && !isPlanned) return undefined;
  if (!date) {
    if (isPlanned || (slash === undefined && !DONE.test(clause))) return undefined;
    const day = slash ?? today;
    return { milestone, status: day > today ? "planned" : "done", date: day, precision: "day" };
  }
  const day = isPlanned
    ? date.resolve("future")?.day
    : isOver
      ? date.resolve("past")?.day
      : nearest(date, today);
  if (day === undefined) return undefined;
  const status = isPlanned || (!isOver && day > today) ? "planned" : "done";
  return { milestone, status, date: day, precision: date.precision };
}

/** A day without a year and without 了 or 计划: the nearer one. */
function nearest(date: DateSpan, today: Day): Day | undefined {
  const [past, next] = [date.resolve("past")?.day, date.resolve("future")?.day];
  if (past === undefined || next === undefined) return past ?? next;
  const now = Date.parse(today);
  return now - Date.parse(past) <= Date.parse(next) - now ? past : next;
}

/** 9/20: behind a step's name it is a day. */
function slashDay(clause: string, today: Day): Day | undefined {
  const [date] = findDates(clause, today).filter(({ weak, precision }) => weak && precision === "day");
  return date && nearest(date, today);
}
