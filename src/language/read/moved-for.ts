import type { Segment } from "../scene.js";
import { wordsIn } from "./milestone-words.js";

const FOR = "(?:因为|由于|因(?![此而素])|受(?=[^，,。；;]{2,30}影响))[^，,。；;]{2,30}?(?:的?(?:影响|原因))?";
const MOVED =
  "(?:而|要|需要?|将|得|拟|又|再|申请|计划)*(?:推迟|延期|延后|延迟|顺延|延|改|调整?|推|拖)(?:到|至)";
/** 因管线未迁延期到 */
const WHY_MOVED = new RegExp(`(${FOR})\\s*(?=${MOVED})`);
/** 延期到10月20日，因为 in one clause has the reason behind it. */
const MOVED_WHY = new RegExp(`${MOVED}[^，,。；;]{1,16}?(${FOR})$`);

/**
 * 施工许可证因管线未迁延期到10月20日: a step gets another day, and why; what hinders it is the reason, not a problem of
 * its own. The place of the reason in the body; undefined where it is nothing of the kind.
 */
export function reasonOfMove({ body, dates }: Segment): { start: number; end: number } | undefined {
  const found = WHY_MOVED.exec(body) ?? MOVED_WHY.exec(body);
  const words = found?.[1];
  if (!found || words === undefined || !dates.some(({ weak }) => !weak)) return undefined;
  const start = body.indexOf(words, found.index);
  const named = wordsIn(body);
  const end = start + words.length;
  // 因杆线没迁开工推迟到10月: the last word is what is moved, the rest is why.
  const moved = named.find((word) => word.end === end && word.start > start + 1);
  const place = { start, end: moved?.start ?? end };
  // 因施工图没批推迟到10月: what is it that is late?
  const isNamed = named.some((word) => word.end <= place.start || word.start >= place.end);
  return isNamed ? place : undefined;
}
