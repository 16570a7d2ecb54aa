import { partIn } from "../rules/parts.js";

/** Titles of the upper row, by what they gather below them. */
const MONEY = /投资|资金|产值/;
const PROGRESS = /形象|进度/;
const WHEN = /^(?:\d{4}年)?(?:\d{1,2}月(?:份|底|末)?|本月|当月|上个?月|本年|今年|累计|年度)$/;
const OTHER = /总投资|合同|概算|预算|去年|上年|同期|明年|下个?月/;
/** Titles of the lower row. */
const SUM_SO_FAR =
  /^(?:本年|今年|年度|开工以来|截[至止].{0,8}|目前|至今)?(?:累计|实际)?(?:完成|进度|形象|达到|情况|形象进度)?$/;
const IN_WORDS = /问题|困难|备注|进展|措施/;
const STEP = /本月|当月|上个?月|本周|上周|新增|增加|较|计划|目标|完成率|\d月(?!底|末)/;
const WHOLE_TITLE = /投资|形象进度|年度计划|收储|资金|问题|进展/;
const UNIT = /[(（[][^)）\]]*[)）\]]/;
/** Where the rows' names and numbers stand; nothing is gathered over it. */
const NAME_COLUMN = /^(?:序号|项目|项目名称|名称|工程名称|责任单位|单位|牵头单位)$/;

/**
 * One title a column from a head of two rows: 投资情况 over 本月完成 is 本月完成投资, 形象进度 over 累计 is 形象进度.
 * Empty where the two together are no figure of the ledger, or where it cannot be known what stands over it.
 *
 * @param upper cells of the upper row, each title at the first of its columns
 * @param isAligned false where the rows' columns need not be each other's
 */
export function titlesOf(
  upper: readonly string[],
  lower: readonly string[],
  isAligned: boolean,
): { titles: string[]; isSure: boolean } {
  const groups = groupsOver(upper, lower);
  const isSure = isAligned && lower.every((title, at) => !(NAME_COLUMN.test(title) && groups[at]));
  const titles = lower.map((title, at) => {
    if (!isSure) return WHOLE_TITLE.test(title) ? title : "";
    const group = groups[at] ?? "";
    if (title === "") return group;
    return group === "" ? title : joined(group, title);
  });
  return { titles, isSure };
}

/** A title is over its own column and over those behind it that have none of their own. */
function groupsOver(upper: readonly string[], lower: readonly string[]): string[] {
  let last = "";
  return lower.map((title, at) => {
    last = upper[at] || (title === "" || NAME_COLUMN.test(upper[at - 1] ?? "") ? "" : last);
    if (NAME_COLUMN.test(last) && title !== "") last = "";
    return last;
  });
}

function joined(group: string, title: string): string {
  const over = group.replace(UNIT, "").trim();
  const own = title.replace(UNIT, "").trim();
  const unit = UNIT.exec(title)?.[0] ?? UNIT.exec(group)?.[0] ?? "";
  if (IN_WORDS.test(own)) return title;
  if (OTHER.test(over)) return "";
  if (PROGRESS.test(over) && !MONEY.test(over)) {
    if (SUM_SO_FAR.test(own)) return `形象进度${unit}`;
    // 本月 beneath 形象进度 is how far it has come on in the month.
    return !STEP.test(own) && partIn(own) ? `${own}${unit}` : "";
  }
  // 年度投资 over 计划
  if (MONEY.test(over) && /^年/.test(over) && /^(?:计划|目标)$/.test(own)) return `年度计划投资${unit}`;
  if (MONEY.test(over)) return MONEY.test(own) || /率|比/.test(own) ? title : `${own}投资${unit}`;
  if (WHEN.test(over)) return WHEN.test(own) ? "" : `${over}${own}${unit}`;
  return WHOLE_TITLE.test(own) ? title : "";
}
