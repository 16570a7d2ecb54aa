import { addDays, type Day } from "../../domain/day.js";
import { readNumeral } from "../../language/numbers/numerals.js";

const MORE =
  /(?:再|延|缓|宽限|推迟|多)[^，,。；;\d]{0,6}?(半|[一二两三四五六七八九十]+|\d{1,3})\s*(?:个)?\s*(天|日|周|星期|礼拜|月)/;

/** 再给两周: the new day, counted from the old one, or from today when that has passed. */
export function relativeDue(words: string, due: Day | undefined, today: Day): Day | null {
  const match = MORE.exec(words);
  if (!match?.[1] || !match[2]) return null;
  const days = match[2] === "天" || match[2] === "日" ? 1 : match[2] === "月" ? 30 : 7;
  const count = match[1] === "半" ? 0.5 : readNumeral(match[1], 0)?.value;
  if (!count || count > 999) return null;
  return addDays(due && due > today ? due : today, Math.round(count * days));
}

const BECAUSE = /(?:原因(?:是|为|在于)?|因为|由于|因)\s*[:：，,]?\s*([^。；;\n]+)/;
/** A clause that only says that, and until when. */
const ONLY_WHEN =
  /^(?:这个|那个|该|的|项目|问题|请|再|申请|同意|建议|希望|需要?|要|能不能|可以|先|最多)*(?:延期?|延长|顺延|展期|推迟|宽限|缓|给|再)/;

/** What stands behind 因为 or 原因; empty when neither is said. */
export const becauseIn = (words: string): string => BECAUSE.exec(words)?.[1]?.trim() ?? "";

/** Why it is put off, where no word of reason stands before it: what the other clauses say; empty when it does not say. */
export function reasonIn(words: string): string {
  return words
    .split(/[，,。；;！!\n]/)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length >= 2 && !ONLY_WHEN.test(clause))
    .join("，");
}
