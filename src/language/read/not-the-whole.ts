import type { AskItem, MilestoneItem } from "../items.js";
import { strangeBeforeMilestone } from "../rules/labels.js";
import { firstPart, SECTION } from "../rules/parts.js";
import type { Segment } from "../scene.js";
import { labelBetween } from "./labels.js";
import type { Word, WordGroup } from "./milestone-words.js";

/** 管线搬迁完成80%: on the way, not done. */
const PARTLY =
  /^(?![^，,。；]{0,8}(?:目前|现|今|形象|进度|累计|投资))[^，,。；]{0,8}?(?:(?!100)\d[\d.]*\s?%|百分之(?!百)|[一二三四五六七八九]成)/;
/** 管线搬迁完成80%; in 11月投用 设备安装45% the figure is of something else. */
export function isPartly(behind: string): boolean {
  const found = PARTLY.exec(behind)?.[0];
  return found !== undefined && firstPart(found) === undefined;
}

/** 管线搬迁累计完成800万: what was spent on it, and not that it is done. */
export function isSpentOn({ body, quantities }: Segment, { end }: WordGroup): boolean {
  return quantities.some(
    ({ kind, start }) =>
      kind === "money" &&
      start >= end &&
      /^(?:费用?|资金|投资|工作|工程|本月|当月|又|已经?|累计|共|约)*完成了?(?:投资)?约?\s?$/.test(
        body.slice(end, start),
      ),
  );
}

/** 67%的路段已通车, 67%已完工: not all of it. */
export function isShare({ body, quantities }: Segment, { start, words }: WordGroup): boolean {
  // 形象30%施工证已拿: a paper is not got in parts.
  if (words.some(({ name }) => /证$|立项|批复|设计|评审/.test(name))) return false;
  return quantities.some(
    ({ kind, value, end }) =>
      kind === "percent" &&
      value < 100 &&
      end <= start &&
      /^(?:的[\u4e00-\u9fa5]{0,6})?(?:已经?|都)*$/.test(body.slice(end, start)),
  );
}

/** 桩基10月开工: the part's, and so not the project's own start. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(["开工", "竣工验收", "通车"]);
const PART_OF_ALL = /主体|结构|前期|设计|勘察|地勘|招标|专题研究|征收|动迁|车站|区间|桥梁|高架|隧道/g;

/** Whether the words before a milestone say that something else than the project reaches it. */
export function isOfAnother(segment: Segment, before: number, group: WordGroup): boolean {
  const label = labelBetween(segment, Math.max(before, segment.bodyStart), group.start);
  if (strangeBeforeMilestone(label.replace(SECTION, " ")) !== undefined) return true;
  return (
    group.words.some(({ name }) => OF_THE_WHOLE.has(name)) &&
    firstPart(label.replace(PART_OF_ALL, "")) !== undefined
  );
}

/** The milestone as a button: which thing reached it has to be asked. */
export function offered(item: Omit<MilestoneItem, "project">, { name }: Word): AskItem {
  const label = `${item.date} ${name}${item.status === "done" ? "（已完成）" : "（计划）"}`;
  return { intent: "ask", reason: "which-measure", options: [{ label, items: [{ ...item, project: "" }] }] };
}
