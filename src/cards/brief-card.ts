import { type Day, dayOf, formatDay } from "../domain/day.js";
import { lampSign } from "../domain/lamp.js";
import type { LeaderBrief, ToDecide } from "../domain/leader-brief.js";
import { formatMoney, formatPercent } from "../domain/money.js";
import { formatPeriod, monthOf, type Period } from "../domain/period.js";
import { type CardView, note, text } from "./card.js";
import { dataAsOf } from "./data-as-of.js";
import { typed } from "./typed.js";

/** names that a line holds */
const NAMED = 3;

/** What the brief is held against, and of its problems those that are new since; null: nothing was told before. */
export interface BriefSince {
  /** `上次（9月26日）`, `7月关账时` */
  words: string;
  newToDecide: number;
}

/** 领导简报: three lines. */
export function briefCard(
  brief: LeaderBrief,
  month: Period,
  now: number,
  since: BriefSince | null,
): CardView {
  return {
    title: "领导简报",
    tone: brief.red > 0 ? "red" : brief.silent > 0 ? "blue" : "green",
    blocks: [
      text(redLine(brief, month, now, since)),
      text(decideLine(brief, now, since)),
      text(yearEndLine(brief, month, now)),
      note(`${dataAsOf(month, now)}　要看细节请发“哪些滞后”“上报清单”`),
    ],
  };
}

/** `🔴 红灯20个，比上次（9月26日）新增7（A；B；C等），转出1（D→⚪）；另有26个9月没报，看不出` */
function redLine(brief: LeaderBrief, month: Period, now: number, since: BriefSince | null): string {
  const { red, changes, silent, unclear } = brief;
  const said = changes ? changeWords(changes) : "";
  const compared = since && changes ? `，比${since.words}${said || "没有变化"}` : "";
  const unknown = [
    silent > 0 ? `${silent}个${formatPeriod(month, monthOf(now))}没报` : "",
    unclear > 0 ? `${unclear}个数据不够` : "",
  ].filter(Boolean);
  return `🔴 **红灯${red}个**${compared}${unknown.length > 0 ? `；另有${unknown.join("、")}，看不出` : ""}`;
}

const changeWords = ({ newly, noLonger }: NonNullable<LeaderBrief["changes"]>): string =>
  [
    newly.length > 0 ? `新增${newly.length}（${named(newly.map(short))}）` : "",
    noLonger.length > 0
      ? `转出${noLonger.length}（${named(noLonger.map(({ name, lamp }) => `${short(name)}${lamp ? `→${lampSign(lamp)}` : "已不在册"}`))}）`
      : "",
  ]
    .filter(Boolean)
    .join("，");

const short = (name: string): string => typed(name, 20);

/** Names of projects hold a 、 themselves, so a list of them is parted otherwise. */
const named = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join("；")}${names.length > NAMED ? "等" : ""}`;

function decideLine({ toDecide }: LeaderBrief, now: number, since: BriefSince | null): string {
  if (toDecide.length === 0) return "📌 没有要您决定的问题";
  const shown = toDecide.slice(0, NAMED).map((one) => asked(one, dayOf(now)));
  const fresh = since && since.newToDecide > 0 ? `（新增${since.newToDecide}）` : "";
  return `📌 **要您决定${toDecide.length}个**${fresh}　${shown.join("；")}${toDecide.length > NAMED ? "等" : ""}`;
}

/** `敦煌南路 #1“2户未签约”，9月30日已过8天，请您督促区房屋征收中心` */
function asked({ number, words, project, lead, due, late }: ToDecide, today: Day): string {
  const what = `${typed(project, 20)} #${number}“${typed(words, 20)}”`;
  if (late > 0)
    return `${what}，应在${formatDay(due ?? today, today)}解决，已逾期${late}天，${lead ? `请您督促${typed(lead, 20)}` : "请您定牵头单位"}`;
  const by = due ? `${formatDay(due, today)}前` : "";
  return `${what}，${lead ? `请您协调${typed(lead, 20)}${by ? `${by}解决` : "，定解决期限"}` : `请您${by}定牵头单位`}`;
}

function yearEndLine({ yearEnd }: LeaderBrief, month: Period, now: number): string {
  const name = formatPeriod(month, monthOf(now));
  if (!yearEnd) return `📈 还没有项目报${name}投资，暂时预计不了全年`;
  const { yuan, planYuan, projects, isOver, without } = yearEnd;
  // What a few come to says nothing of the year.
  if (!isOver && without > projects)
    return `📈 报了${name}投资的只有${projects}个，另有${without}个没有${name}数，暂时预计不了全年`;
  const what = isOver ? "全年完成" : "照近3月的速度，年末约完成";
  const of = isOver ? "报过投资" : `报了${name}投资`;
  const left = isOver
    ? `其中${without}个没有${name}数，用的是旧数`
    : `另有${without}个没有${name}数，没算进去`;
  return `📈 ${what}${formatMoney(yuan, "short")}，占年度计划${formatPercent((yuan / planYuan) * 100)}（${of}的${projects}个项目${without > 0 ? `，${left}` : ""}）`;
}
