import type { Item, MilestoneItem } from "../../language/items.js";

const WITHIN =
  /(?:因为|由于|因(?![此而素])|受(?=[^，,。；;]{2,40}影响))\s*([^，,。；;]{2,40}?)(?:的?(?:影响|原因))?\s*(?=[，,。；;]|推迟|延期|延后|延至|延到|顺延|调整|改到|改为|提前|推到|拖到|$)/;
const BEHIND = /^[\s，,]*(?:主要)?(?:原因(?:是|为|[:：])|因为?|由于|受)\s*(.{2,60}?)(?:的?影响)?[\s。.!！]*$/;

/**
 * 开工推迟到11月30日，因为征收没完: a planned day keeps the reason that was said with it, in its own clause or in
 * the one behind. What stands behind stays what it was read as (a note, an obstacle) too.
 */
export function withReasons(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    if (item.intent !== "milestone" || item.status !== "planned") return item;
    const within = WITHIN.exec(item.text ?? "")?.[1];
    // 因图纸没批开工推迟: the milestone's own name is no part of the reason.
    const own = within?.endsWith(item.milestone) ? within.slice(0, -item.milestone.length) : within;
    const reason = own ?? reasonBehind(item, items[index + 1]);
    return reason === undefined ? item : { ...item, reason };
  });
}

function reasonBehind({ project }: MilestoneItem, next: Item | undefined): string | undefined {
  if (next?.intent !== "problem" && !(next?.intent === "report" && next.measure === "note")) return undefined;
  return next.project === project ? BEHIND.exec(next.text ?? "")?.[1] : undefined;
}
