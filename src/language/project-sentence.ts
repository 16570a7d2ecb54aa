import { findDates } from "./dates/dates.js";
import type { Day } from "./items.js";
import { findQuantities } from "./numbers/quantities.js";
import { normalise } from "./text/normalise.js";

/** A fact of a project that has its own word before it. */
export type ProjectField =
  | "name"
  | "alias"
  | "class"
  | "kind"
  | "stage"
  | "nature"
  | "criterion"
  | "totalYuan"
  | "spentYuan"
  | "planYuan"
  | "content"
  | "unit"
  | "builder"
  | "lead"
  | "support"
  | "leader"
  | "plannedStart"
  | "plannedEnd"
  | "reason";

/** The words for a field, the one it is shown by first. */
export const FIELD_WORDS: Readonly<Record<ProjectField, readonly string[]>> = {
  name: ["名称", "项目名称", "名字"],
  alias: ["别名", "简称"],
  class: ["类别", "项目类别"],
  kind: ["类型", "项目类型"],
  stage: ["阶段", "当前阶段"],
  nature: ["建设性质", "性质"],
  criterion: ["标准", "列入标准", "按标准"],
  totalYuan: ["总投资", "项目总投资", "投资总额"],
  spentYuan: ["至去年底累计", "至上年底累计", "去年底累计", "已完成投资"],
  planYuan: ["年度计划投资", "年度计划", "今年计划", "全年计划投资", "全年计划", "年计划", "年度目标"],
  content: ["建设内容", "内容", "建设规模"],
  unit: ["责任单位", "责任部门"],
  builder: ["建设单位", "业主单位", "业主", "投资单位"],
  lead: ["牵头部门", "牵头单位", "牵头"],
  support: ["配合部门", "配合单位", "配合"],
  leader: ["分管领导", "分管区领导"],
  plannedStart: ["计划开工时间", "计划开工日期", "计划开工"],
  plannedEnd: ["计划竣工时间", "计划竣工日期", "计划竣工", "计划完工"],
  reason: ["原因", "理由"],
};

export const fieldName = (field: ProjectField): string => FIELD_WORDS[field][0] ?? field;

/** The field a word stands for: `责任单位` → unit. */
export function fieldOf(word: string): ProjectField | null {
  const found = Object.entries(FIELD_WORDS).find(([, words]) => words.includes(word));
  return found ? (found[0] as ProjectField) : null;
}

const LABELS = Object.values(FIELD_WORDS)
  .flat()
  .sort((a, b) => b.length - a.length);
const LABEL = new RegExp(`(?<=^|[\\s,，;；、。])(${LABELS.join("|")})\\s*[:：]?\\s*(?:是|为)?\\s*`, "g");

/** Words that say their field themselves. */
const OWN: readonly { words: RegExp; field: ProjectField; value(word: string): string }[] = [
  {
    words: /^(?:市属重大|区属重大|区属重点预备|土地出让|土地收储)(?:项目)?$/,
    field: "class",
    value: (word) => word.replace(/项目$/, ""),
  },
  {
    words: /^[\u4e00-\u9fa5]{2,16}负责$/,
    field: "unit",
    value: (word) => word.replace(/^由|负责$/g, ""),
  },
  { words: /^(?:结转|新增|预备)(?:项目)?$/, field: "nature", value: (word) => word.replace(/项目$/, "") },
  {
    words: /^(?:政府投资|社会投资|重点民生|重大产业)(?:项目)?$/,
    field: "criterion",
    value: (word) => word.replace(/项目$/, ""),
  },
];
const PIECES = /[\s,，;；、。]+/;
/** 新增一个项目叫常德路改造: what stands before the name, in plain words. */
const IN_PLAIN_WORDS =
  /^\s*(?:请|麻烦|帮忙?|我们?|要|想|再)*(?:新增|新加|新建|增加|添加)了?(?:一|1)?个(?:新)?项目\s*[，,:：]?\s*(?:名?叫做?|名称?(?:是|为|叫)?|是)?\s*[:：]?\s*/;

/** What a sentence says of a project, field by field, as typed; `left` is what was not understood. */
export interface ProjectSentence {
  fields: Partial<Record<ProjectField, string>>;
  left: string[];
}

/** `武威路菜场改造 区属重大 新增 总投资1.2亿 责任单位区建管委`: the first word without a label is the name. */
export function readProjectSentence(typed: string): ProjectSentence {
  const said = typed.replace(IN_PLAIN_WORDS, "");
  const fields: ProjectSentence["fields"] = {};
  const free: string[] = [];
  const marks = [...said.matchAll(LABEL)];
  const first = marks[0]?.index ?? said.length;
  take(said.slice(0, first));
  for (const [index, mark] of marks.entries()) {
    const from = (mark.index ?? 0) + mark[0].length;
    const value = said.slice(from, marks[index + 1]?.index ?? said.length);
    labelled(fieldOf(mark[1] ?? ""), value);
  }
  const [name, ...left] = free;
  if (name !== undefined && fields.name === undefined) fields.name = name;
  else if (name !== undefined) left.unshift(name);
  return { fields, left };

  function take(text: string): void {
    for (const word of text.split(PIECES).filter(Boolean)) {
      const own = OWN.find(({ words }) => words.test(word));
      if (own) fields[own.field] = own.value(word);
      else free.push(word);
    }
  }

  /** One word is a value; what is typed at length (内容, 原因) goes on to the next label. */
  function labelled(field: ProjectField | null, text: string): void {
    if (!field) return;
    const whole = text.replace(/^[\s,，;；、。]+|[\s,，;；、。]+$/g, "");
    if (field === "content" || field === "reason") {
      fields[field] = whole;
      return;
    }
    const [value = "", ...others] = whole.split(PIECES).filter(Boolean);
    fields[field] = value;
    take(others.join(" "));
  }
}

/** One sum in 元; null where it is none, or not exact. */
export function readYuan(said: string): number | null {
  const [sum, more] = findQuantities(normalise(said).text, () => undefined);
  return sum && !more && sum.kind === "money" && !sum.vague && !sum.approx && sum.value > 0
    ? sum.value
    : null;
}

/** One day to come or past: `2023年10月`, `10月底`, `2022-10-31`; a month is its last day. */
export function readDay(said: string, today: Day): Day | null {
  const [span, more] = findDates(normalise(said).text, today);
  const resolved = span && !more ? span.resolve(span.fixed ?? "future") : undefined;
  return resolved && resolved.other === undefined ? resolved.day : null;
}
