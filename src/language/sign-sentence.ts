import { findDates } from "./dates/dates.js";
import type { Day } from "./items.js";
import { readDay } from "./project-sentence.js";
import { normalise, typed } from "./text/normalise.js";

/** What a signing is about, as typed. */
export interface SignWords {
  plan?: string;
  curve?: string;
  nodes?: string;
  unit?: string;
  day?: string;
}

const LABELS: Readonly<Record<string, keyof SignWords>> = {
  年度计划投资: "plan",
  年度计划: "plan",
  年度目标: "plan",
  目标: "plan",
  月度计划: "curve",
  签约单位: "unit",
  签约日期: "day",
  签约时间: "day",
  节点: "nodes",
};
const LABEL = new RegExp(`(?<=^|[\\s,，;；、。])(${Object.keys(LABELS).join("|")})\\s*[:：]?\\s*`, "g");
const ENDS = /^[\s,，;；、。]+|[\s,，;；、。]+$/g;

/** `3.2亿 月度计划 5 10 … 签约单位 区建管委 签约日期 1月20日 节点 竣工验收 12月20日` */
export function readSignWords(said: string): SignWords {
  const marks = [...said.matchAll(LABEL)];
  const words: SignWords = {};
  const free = said.slice(0, marks[0]?.index ?? said.length).replace(ENDS, "");
  if (free) words.plan = free;
  for (const [index, mark] of marks.entries()) {
    const key = LABELS[mark[1] ?? ""];
    const from = (mark.index ?? 0) + mark[0].length;
    if (key) words[key] = said.slice(from, marks[index + 1]?.index ?? said.length).replace(ENDS, "");
  }
  return words;
}

/** `竣工验收 12月20日`, one a line or behind one another; a line without a day is a fault. */
export function readNodes(said: string, today: Day): { nodes: Record<string, Day> } | { fault: string } {
  const nodes: Record<string, Day> = {};
  for (const piece of said
    .split(/[\n；;、，,]+/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const normal = normalise(piece);
    const [span] = findDates(normal.text, today);
    const name = span
      ? typed(normal, 0, span.start)
          .replace(/[\s:：]+$/, "")
          .replace(/计划$/, "")
      : "";
    const day = span ? readDay(typed(normal, span.start, span.end), today) : null;
    if (!name || !day) return { fault: `节点“${piece}”没看懂，请写成“竣工验收 2022年12月20日”，一行一个` };
    if ([...name].length > 20) return { fault: `节点“${name}”名称太长，最多20个字` };
    nodes[name] = day;
  }
  return { nodes };
}
