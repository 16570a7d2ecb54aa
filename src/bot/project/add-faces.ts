import {
  addedCard,
  addForm,
  addPreview,
  belowCard,
  sameCard,
  unitCard,
} from "../../cards/project/add-card.js";
import { detailLines } from "../../cards/project/detail-lines.js";
import { typed } from "../../cards/typed.js";
import { checkCriteria, hasCriteria } from "../../domain/criteria.js";
import { dataMonthBy } from "../../domain/data-month.js";
import { dayOf, formatDay } from "../../domain/day.js";
import { formatMoney } from "../../domain/money.js";
import { monthNumber, yearOf } from "../../domain/period.js";
import type { Project, YearPace } from "../../domain/project.js";
import { codePrefix, kindOf, nextCode } from "../../domain/project-code.js";
import { endedWord, isReserve } from "../../domain/project-details.js";
import { closeNames } from "../../domain/project-names.js";
import { fieldName } from "../../language/project-sentence.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { type AddDraft, type ReadDraft, readDraft } from "./add-draft.js";

const MOST_NEAR = 3;

/** What a card of 新增项目 is drawn from again. */
export interface AddModel {
  draft: AddDraft;
}

/** The next thing to ask about a draft, or its preview; `null` in `ask` where nothing is left to ask. */
export async function nextFace(turn: Turn, draft: AddDraft): Promise<Answer> {
  const ready = await weighedDraft(turn, draft);
  return "card" in ready ? ready : preview(turn, draft, ready);
}

export interface ReadyDraft extends ReadDraft {
  project: Project;
}

/** The project as it will be written, or the question that comes first. */
export async function weighedDraft(turn: Turn, draft: AddDraft): Promise<ReadyDraft | Answer> {
  const read = await readDraft(turn, draft);
  const asked = (card: Answer["card"]): Answer => ({ card, model: { draft } satisfies AddModel });
  const why = whyForm(draft, read);
  if (why) return asked(addForm(draft.fields, why));
  const all = await turn.tx.projects.all();
  const { name = "" } = read.facts;
  const near = draft.isOther ? [] : closeNames(name, all).slice(0, MOST_NEAR);
  if (near.length > 0)
    return asked(
      sameCard(
        name,
        near.map((one) => ({ ...one, state: one.ended ? `，${endedWord(one.ended)}` : "" })),
      ),
    );
  if (read.unit) return asked(unitCard(read.unit.said, read.unit.near));
  const { criterion, totalYuan } = read.facts;
  const checked = checkCriteria(criterion, totalYuan);
  if (hasCriteria(read.facts.class ?? null) && checked.result === "below" && !draft.exception)
    return asked(belowCard(name, checked.sentence, draft.fields.totalYuan ?? ""));
  return { ...read, project: projectOf(turn, read.facts, all) };
}

function whyForm(draft: AddDraft, { faults, missing }: ReadDraft): string | null {
  if (Object.keys(draft.fields).length === 0)
    return "请填一下，名称、类别、责任单位必填。也可以一句话说完，如“新增项目 武威路菜场改造 区属重大 新增 总投资1.2亿 年度计划5000万 责任单位区建管委 政府投资”。";
  if (faults.length > 0) return faults.map((one) => typed(one, 200)).join("\n");
  if (missing.length === 0) return null;
  const left = draft.left.length > 0 ? `没看懂：${draft.left.map((one) => typed(one, 20)).join("、")}。` : "";
  return `还差${missing.map((field) => `**${fieldName(field)}**`).join("、")}，其余已按您说的填好。${left}`;
}

function projectOf(turn: Turn, facts: Partial<Project>, all: readonly Project[]): Project {
  const { name = "", class: projectClass = null } = facts;
  const kind = facts.kind ?? kindOf(name, projectClass, facts.criterion === "社会投资");
  const nature = facts.nature ?? (isReserve(projectClass) ? "预备" : "新增");
  return {
    aliases: [],
    classBasis: "stated",
    stage: isReserve(projectClass) ? "储备" : "前期准备",
    facts: "",
    unit: null,
    ...facts,
    code: nextCode(
      codePrefix(projectClass, kind),
      all.map(({ code }) => code),
    ),
    name,
    class: projectClass,
    kind,
    nature,
    firstMonth: dataMonthBy(turn.now, turn.closes),
  };
}

/** A plan that comes in the course of the year is not due from January on, but from when work starts. */
export function paceOf({ project, planYuan, days }: ReadyDraft): (YearPace & { year: number }) | null {
  if (planYuan === undefined) return null;
  const year = yearOf(project.firstMonth);
  const start = days.find(({ milestone }) => milestone === "开工")?.day.slice(0, 7) ?? "";
  const [, from = project.firstMonth] = [start, project.firstMonth].sort();
  const startMonth = yearOf(from) === year ? monthNumber(from) : 12;
  return startMonth === 1 ? null : { year, curve: null, startMonth };
}

function preview(turn: Turn, draft: AddDraft, ready: ReadyDraft): Answer {
  const { project, planYuan, days } = ready;
  const pace = paceOf(ready);
  const today = dayOf(turn.now);
  const checked = checkCriteria(project.criterion, project.totalYuan);
  const card = addPreview({
    code: project.code,
    name: project.name,
    lines: [
      `类别 ${project.class ?? "未归类"}　类型 ${project.kind}　阶段 ${project.stage}`,
      `责任单位 ${typed(project.unit ?? "没有定", 60)}${draft.isNewUnit ? "（新单位，一并登记）" : ""}`,
      ...detailLines(project, turn.sight.money),
      ...(planYuan === undefined ? [] : [`${today.slice(0, 4)}年度计划投资 **${formatMoney(planYuan)}**`]),
      ...days.map(({ milestone, day }) => `${milestone} 计划 ${formatDay(day, today)}`),
    ],
    notes: [
      ...(hasCriteria(project.class)
        ? [`标准核对：${checked.sentence}${draft.exception ? `；照样列入，理由：${draft.exception}` : ""}`]
        : []),
      ...(planYuan !== undefined && project.totalYuan !== undefined && planYuan > project.totalYuan
        ? [`请核对：年度计划${formatMoney(planYuan)}比总投资${formatMoney(project.totalYuan)}还多。`]
        : []),
      ...(draft.left.length > 0 ? [`没看懂、没有写进去：${draft.left.join("、")}`] : []),
      `从${monthNumber(project.firstMonth)}月起按月报进度${pace ? `；年度计划从${pace.startMonth}月起按月均摊` : ""}。`,
    ],
  });
  return { card, model: { draft } satisfies AddModel };
}

/** It is one of those that are there: nothing is added. */
export const sameAnswer = ({ name, code }: Project): Answer => ({
  card: addedCard(
    "没有新增",
    [
      `账上已有${typed(name, 40)}（${code}）。`,
      `看它发“查 ${typed(name, 40)}”；要改内容发“改项目 ${typed(name, 40)} …”，如“改项目 ${typed(name, 40)} 总投资 1.2亿”。`,
    ],
    false,
  ),
});
