import { saysOnlyWhy } from "../../domain/reported.js";
import type { Item, MilestoneItem, ReportItem } from "../../language/items.js";

const WITHIN =
  /(?:因为|由于|因(?![此而素])|受(?=[^，,。；;]{2,40}影响))\s*([^，,。；;]{2,40}?)(?:的?(?:影响|原因))?\s*(?=[，,。；;]|推迟|延期|延后|延至|延到|顺延|调整|改到|改为|提前|推到|拖到|$)/;
const BEHIND = /^[\s，,]*(?:主要)?(?:原因(?:是|为|[:：])|因为?|由于|受)\s*(.{2,60}?)(?:的?影响)?[\s。.!！]*$/;

const LAST =
  /[\s，,；;（(](?:主要)?(?:原因(?:是|为|[:：])|原因|因为|由于)[\s:：]*([^。；;\n（）()]{2,60}?)[\s。.!！）)]*$/;
/** characters of a message that is about one thing */
const SHORT = 120;

/**
 * 开工推迟到11月30日，因为征收没完: a planned day, or a plan, keeps the reason that was said with it, in its own clause or in
 * the one behind; `words` is the message as typed. A note that tells nothing else is kept with it alone: it is no news of
 * what was done. An obstacle, or a note that tells more, stays what it was read as, too.
 */
export function withReasons(items: readonly Item[], words = ""): Item[] {
  const kept = new Set<Item>();
  const read = items.map((item, index) => {
    if (!isTarget(item) || hasReason(item)) return item;
    const within = WITHIN.exec(item.text ?? "")?.[1];
    // 因图纸没批开工推迟: the milestone's own name is no part of the reason.
    const name = item.intent === "milestone" ? item.milestone : "年度计划";
    const own = within?.endsWith(name) ? within.slice(0, -name.length) : within;
    const next = items[index + 1];
    const behind = own === undefined ? reasonBehind(item, next) : undefined;
    if (behind !== undefined && next && isOnlyWhy(next)) kept.add(next);
    const reason = own ?? behind;
    return reason === undefined ? item : { ...item, reason };
  });
  return withLastReason(
    read.filter((item) => !kept.has(item)),
    words,
  );
}

/** 年度计划3亿，因为市级资金调减: a reason that was read as nothing by itself belongs to the only target of the message. */
function withLastReason(items: Item[], words: string): Item[] {
  const targets = items.filter(isTarget);
  const [only, more] = targets;
  if (!only || more || hasReason(only) || words.length > SHORT) return items;
  const reason = LAST.exec(words)?.[1];
  return reason === undefined ? items : items.map((item) => (item === only ? { ...item, reason } : item));
}

type Target = MilestoneItem | (ReportItem & { measure: "plan" });

const isTarget = (item: Item): item is Target =>
  (item.intent === "milestone" && item.status === "planned") ||
  (item.intent === "report" && item.measure === "plan");

/** It was the answer to the question why. */
const hasReason = (item: Target): boolean => "reason" in item && typeof item.reason === "string";

const isOnlyWhy = (item: Item): boolean =>
  item.intent === "report" && item.measure === "note" && saysOnlyWhy(item.note);

function reasonBehind({ project }: Target, next: Item | undefined): string | undefined {
  if (next?.intent !== "problem" && !(next?.intent === "report" && next.measure === "note")) return undefined;
  return next.project === project ? BEHIND.exec(next.text ?? "")?.[1] : undefined;
}
