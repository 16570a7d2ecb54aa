import { asObstacle } from "../../domain/ledger-obstacle.js";
import type { Item, ProblemItem, ReportItem } from "../../language/items.js";
import type { Section } from "./sections.js";

type Noted = ProblemItem & { project: string };

/** What is said of a project's problems is kept in words; numbers and due dates of problems are not kept. */
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

/** What a note does not do, said where one was made. */
export function hintOn(items: readonly Item[], project: string): string | null {
  const noted = items.filter(
    (item): item is Noted => item.intent === "problem" && isNoted(item) && item.project === project,
  );
  if (noted.length === 0) return null;
  return noted.some(({ action }) => action === "open")
    ? "卡点已记下，“查”里能看到；编号、督办和销号还不能在这里办。"
    : "已记成文字进展；销号还不能在这里办。";
}

export function notNoted(item: ProblemItem): Section {
  const about = item.number === undefined ? "这个问题" : `#${item.number}`;
  return {
    is: "refused",
    sentence: `${about}没有记：问题编号和销号还不能在这里办。请带上项目名说一次进展，会记成文字进展。`,
  };
}
