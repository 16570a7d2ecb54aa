import type { BulletinFacts, BulletinProject } from "./bulletin-facts.js";
import { grouped, namesOf, paceWords, shareWords, yuanWords } from "./bulletin-words.js";
import type { LampColour } from "./lamp-part.js";
import { addMonths, formatPeriod, monthNumber } from "./period.js";
import { greyWords, litAlthoughMissing, reportWords } from "./report-counts.js";

/** 一、总体情况: how many, lamps and what changed, the sum against 时序, class by class, what was put right. */
export function overall(facts: BulletinFacts, remark: string | null): string[] {
  const { projects, month } = facts;
  const name = formatPeriod(month);
  // What is finished owes no report and has no lamp to count.
  const open = projects.filter(({ isFinished }) => !isFinished);
  const finished = projects.length - open.length;
  const of = (lamp: LampColour) => open.filter((one) => one.lamp === lamp).length;
  const grey = of("grey") > 0 ? `（${greyWords(open)}）` : "";
  const lit = litAlthoughMissing(open);
  const lamps = `红灯${of("red")}个，黄灯${of("yellow")}个，绿灯${of("green")}个，灰灯${of("grey")}个${grey}`;
  const corrected = projects.filter(({ isCorrected }) => isCorrected);
  return [
    `截至${name}底，在册项目${open.length}个（${classCounts(open)}）${finished > 0 ? `，另有已竣工${finished}个` : ""}。${reportWords(open)}${lit > 0 ? `（其中${lit}个已亮红灯或黄灯）` : ""}。${lamps}${changes(open, facts)}。`,
    ...money(facts),
    ...(corrected.length > 0
      ? [`关账后更正数据的项目${corrected.length}个，已按更正后的数计入：${namesOf(corrected)}。`]
      : []),
    ...(remark ? [remark] : []),
  ];
}

const classOf = (one: BulletinProject): string => one.class ?? "未归类";

const classCounts = (projects: readonly BulletinProject[]): string =>
  grouped(projects, classOf)
    .map(([name, list]) => `${name}${list.length}个`)
    .join("、");

/** `；与7月相比，新增红灯1个，转绿2个`: the lamps that are others than at the close before. */
function changes(open: readonly BulletinProject[], { month, hasBefore }: BulletinFacts): string {
  if (!hasBefore) return "";
  const moved = open.filter(({ lamp, before }) => before !== null && before !== lamp);
  const to = (lamp: LampColour, words: string) => {
    const count = moved.filter((one) => one.lamp === lamp).length;
    return count > 0 ? [`${words}${count}个`] : [];
  };
  const said = [
    ...to("red", "新增红灯"),
    ...to("yellow", "转黄"),
    ...to("green", "转绿"),
    ...to("grey", "转灰"),
  ];
  return `；与${formatPeriod(addMonths(month, -1), month)}相比，${said.join("，") || "灯没有变化"}`;
}

/** Only what is judged by the pace of money is added up; land that is sold has no sum here. */
function money({ projects, month }: BulletinFacts): string[] {
  const counted = projects.filter(({ isCounted }) => isCounted);
  if (counted.length === 0) return [];
  const { planYuan, doneYuan, dueYuan } = sumOf(counted);
  const classes = grouped(counted, classOf);
  const isEven = shareWords(dueYuan, planYuan) === shareWords(monthNumber(month), 12);
  const curves = isEven ? "" : "时序进度按各项目的月度计划和起始月份折算。";
  return [
    `按投资时序评判的项目${counted.length}个，年度计划投资合计${yuanWords(planYuan)}，本年累计完成${yuanWords(doneYuan)}，占年度计划的${shareWords(doneYuan, planYuan)}，${paceWords(doneYuan, dueYuan, planYuan)}。${curves}`,
    ...(classes.length > 1
      ? [`其中，${classes.map(([name, list]) => classLine(name, list)).join("；")}。`]
      : []),
  ];
}

function classLine(name: string, list: readonly BulletinProject[]): string {
  const { planYuan, doneYuan, dueYuan } = sumOf(list);
  return `${name}${list.length}个，计划${yuanWords(planYuan)}，完成${yuanWords(doneYuan)}，占${shareWords(doneYuan, planYuan)}，${paceWords(doneYuan, dueYuan, planYuan)}`;
}

function sumOf(list: readonly BulletinProject[]) {
  const sum = (of: (one: BulletinProject) => number) => list.reduce((all, one) => all + of(one), 0);
  return {
    planYuan: sum((one) => one.planYuan ?? 0),
    doneYuan: sum((one) => one.ytdYuan ?? 0),
    dueYuan: sum((one) => one.dueYuan),
  };
}
