import { asObstacle } from "../../domain/ledger-obstacle.js";
import type { Item, ProblemItem, ReportItem } from "../../language/items.js";

type Noted = ProblemItem & { project: string };

/**
 * What hinders a project is news of it: beside the register the ledger keeps it in words. So is what is said of
 * problems that nobody has registered. Whether the month counts as reported by it is for `isReport` to say.
 */
export function isNoted(item: ProblemItem): item is Noted {
  return item.project !== undefined && item.number === undefined;
}

/** 卡点 for what hinders, plain progress for what became of it. */
export function noteOf(item: Noted): ReportItem {
  const words = wordsOf(item);
  return {
    intent: "report",
    project: item.project,
    measure: "note",
    note: item.action === "open" ? asObstacle(words) : words,
    ...(item.text ? { text: item.text } : {}),
  };
}

/** 牵头 and 期限 may stand in another clause than what hinders. */
function wordsOf({ what, text, lead, due }: Noted): string {
  const words = what ?? text ?? "";
  const isNew = (said: string | undefined): said is string => said !== undefined && !words.includes(said);
  const until = due && `${Number(due.slice(5, 7))}月${Number(due.slice(8, 10))}日`;
  const more = [isNew(lead) ? `牵头${lead}` : "", isNew(until) ? `期限${until}` : ""].filter(Boolean);
  return more.length > 0 ? `${words}（${more.join("，")}）` : words;
}

/** Said where 解决了 was kept as a note: the register knows of no such problem. */
export function hintOn(items: readonly Item[], project: string): string | null {
  const isOnlyNoted = items.some(
    (item) =>
      item.intent === "problem" && isNoted(item) && item.action !== "open" && item.project === project,
  );
  return isOnlyNoted ? "这个项目没有登记着的问题，已记成文字进展。" : null;
}
