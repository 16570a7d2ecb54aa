import { typed } from "../cards/typed.js";
import type { AskItem, Item } from "../language/items.js";
import type { Turn } from "./turn.js";
import type { Unreadable } from "./unreadable.js";

/** What is taken from words that are handed on, and what their sender is told of the rest. */
export interface Taken {
  items: readonly Item[];
  notes: Unreadable[];
}

/**
 * Words of others report, they do not command: 撤销 in a quote is no wish of whoever quotes it. What is on the
 * ledger from the very message that is quoted is not booked again.
 */
export async function takenFrom(turn: Turn, read: readonly Item[]): Promise<Taken> {
  const { items, leftOut } = reportsAlone(read);
  const earlier = await reportedBefore(turn);
  const fresh = earlier ? await notOf(turn, earlier.codes, items) : items;
  const notes: Unreadable[] = [];
  if (earlier && fresh.length < items.length) notes.push(told(earlier, fresh.length > 0));
  if (leftOut.length > 0) notes.push(notDone(leftOut));
  return { items: fresh, notes };
}

/**
 * Reports, milestones, problems, and questions about them; `leftOut` is the rest in its own words. A question
 * keeps the readings that report something, and goes where none of them does.
 */
function reportsAlone(read: readonly Item[]): { items: Item[]; leftOut: string[] } {
  const items: Item[] = [];
  const leftOut = new Set<string>();
  for (const item of read) {
    const kept = item.intent === "ask" ? withoutCommands(item) : isReport(item) ? item : null;
    if (kept) items.push(kept);
    else if (item.intent !== "none") leftOut.add(wordsOf(item));
  }
  return { items, leftOut: [...leftOut] };
}

const isReport = ({ intent }: Item): boolean =>
  intent === "report" || intent === "milestone" || intent === "problem";

function withoutCommands(item: AskItem): AskItem | null {
  const { options } = item;
  if (!options || options.length === 0) return item;
  const kept = options.filter((option) => option.items.every(isReport));
  // 都不是 alone is no question.
  return kept.some((option) => option.items.length > 0) ? { ...item, options: kept } : null;
}

const wordsOf = (item: Item): string =>
  item.text ?? (item.intent === "command" ? `${item.name} ${item.rest ?? ""}` : "");

interface Earlier {
  /** open_id of who reported it */
  by: string | null;
  name: string;
  /** the projects it was about */
  codes: ReadonlySet<string>;
  isOwn: boolean;
}

/** What the message that is quoted has entered itself, and what still stands of it. */
async function reportedBefore({ tx, repliedTo, speaker }: Turn): Promise<Earlier | null> {
  if (repliedTo === undefined) return null;
  const write = await tx.ledger.ofMessage(repliedTo);
  const [first] = write?.records ?? [];
  const codes = new Set(write?.records.map(({ code }) => code));
  let who = first && { by: first.saidBy, name: first.saidByName };
  const writeId = `message:${repliedTo}`;
  for (const number of await tx.problems.ofWrite(writeId)) {
    const problem = await tx.problems.find(number);
    if (problem) codes.add(problem.code);
    const event = (await tx.problems.events(number)).find((one) => one.writeId === writeId);
    if (event) who ??= { by: event.saidBy, name: event.saidByName };
  }
  return who ? { ...who, codes, isOwn: who.by === speaker.openId } : null;
}

/** What names another project than these: the message that was booked may have been refused in part. */
async function notOf(
  { tx }: Turn,
  codes: ReadonlySet<string>,
  items: readonly Item[],
): Promise<readonly Item[]> {
  const fresh: Item[] = [];
  for (const item of items) {
    const project = "project" in item && item.project ? await tx.projects.byName(item.project) : null;
    if (project && !codes.has(project.code)) fresh.push(item);
  }
  return fresh;
}

const told = ({ name, isOwn }: Earlier, hasOthers: boolean): Unreadable => ({
  title: "已经报过",
  sentence: `${hasOthers ? "其余的" : ""}${isOwn ? "您" : typed(name, 20)}已报过，没有再记。`,
});

/** more of them than these are counted only */
const MOST_QUOTED = 3;

function notDone(leftOut: readonly string[]): Unreadable {
  const shown = leftOut.slice(0, MOST_QUOTED).map((words) => `“${typed(words, 40)}”`);
  const more = leftOut.length > MOST_QUOTED ? `等${leftOut.length}处` : "";
  return {
    title: "没有照办的",
    sentence: `转来的话里我只记进度、节点和问题，${shown.join("")}${more}没有照办。要办请您自己发一次。`,
  };
}
