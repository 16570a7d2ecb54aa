import type { ControlTotal } from "../domain/project.js";
import { findQuantities } from "./numbers/quantities.js";
import { readYuan } from "./project-sentence.js";
import { normalise } from "./text/normalise.js";

/** A figure or note of a 控制数 that may be changed. */
export type ControlField = Exclude<keyof ControlTotal, "class" | "approx">;

/** How it is written: counts, sums, 亩, words. */
type Kind = "count" | "yuan" | "mu" | "words";

export const CONTROL_FIELDS: Readonly<Record<ControlField, { words: readonly string[]; kind: Kind }>> = {
  projects: { words: ["项目数", "项目个数", "个数"], kind: "count" },
  formal: { words: ["正式项目", "正式"], kind: "count" },
  reserve: { words: ["预备项目", "预备"], kind: "count" },
  carriedOver: { words: ["结转项目", "结转"], kind: "count" },
  new: { words: ["新增项目", "新增"], kind: "count" },
  totalYuan: { words: ["总投资"], kind: "yuan" },
  yearYuan: { words: ["年度计划投资", "年度计划", "年度投资"], kind: "yuan" },
  amountYuan: { words: ["出让金", "出让金额"], kind: "yuan" },
  mu: { words: ["收储面积", "面积"], kind: "mu" },
  fundsYuan: { words: ["收储资金", "资金"], kind: "yuan" },
  scope: { words: ["口径"], kind: "words" },
  check: { words: ["待核"], kind: "words" },
};

export const controlName = (field: ControlField): string => CONTROL_FIELDS[field].words[0] ?? field;

export interface ControlWish {
  class: string;
  field: ControlField;
  /** the new figure or words; null takes the note away */
  value: number | string | null;
  reason: string;
}

const REASON = /[\s,，;；。]*(?:原因(?:是|为)?|因为|由于|理由)\s*[:：]?\s*([\s\S]+)$/;
const NONE = /^(?:无|没有|清空|已核|取消)$/;
const LABELS = Object.entries(CONTROL_FIELDS)
  .flatMap(([field, { words }]) => words.map((word) => ({ word, field: field as ControlField })))
  .sort((a, b) => b.word.length - a.word.length);

/** `区属重大 年度计划 127.9亿 原因 市里核定`; a sentence about what is missing or not understood. */
export function readControlWish(said: string, classes: readonly string[]): ControlWish | { fault: string } {
  const reason = REASON.exec(said)?.[1]?.trim() ?? "";
  const rest = said.replace(REASON, "").trim();
  const wanted = [...classes].sort((a, b) => b.length - a.length).find((one) => rest.startsWith(one));
  if (!wanted) return { fault: `请先写类别（${classes.join("、")}）` };
  const behind = rest.slice(wanted.length).trim();
  const label = LABELS.find(({ word }) => behind.startsWith(word));
  if (!label)
    return {
      fault: `请写改哪一项（${Object.values(CONTROL_FIELDS)
        .map(({ words }) => words[0])
        .join("、")}）`,
    };
  const value = behind
    .slice(label.word.length)
    .replace(/^[\s:：]*(?:修?改|调整)?(?:成|为|到)?[\s:：]*/, "")
    .trim();
  const read = valueIn(value, CONTROL_FIELDS[label.field].kind);
  if (read === undefined)
    return { fault: `${controlName(label.field)}“${value}”不是准数，请写成“127.9亿”“63个”` };
  return { class: wanted, field: label.field, value: read, reason };
}

function valueIn(said: string, kind: Kind): number | string | null | undefined {
  if (kind === "words") return NONE.test(said) ? null : said || undefined;
  if (kind === "yuan") return readYuan(said) ?? undefined;
  if (kind === "mu") {
    const [area, more] = findQuantities(normalise(said).text, () => undefined);
    return area?.kind === "area" && !more && !area.vague ? area.value : undefined;
  }
  const count = /^(\d{1,4})\s*个?(?:项目)?$/.exec(normalise(said).text)?.[1];
  return count === undefined ? undefined : Number(count);
}
