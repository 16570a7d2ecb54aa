import type { Day } from "../domain/day.js";
import type { Change } from "../domain/ledger-changes.js";
import { type CardView, text } from "./card.js";
import { changeLine } from "./change-line.js";
import { typed } from "./typed.js";

/** What taking a report back has changed, project by project. */
export function takenBackCard(
  taken: readonly { project: string; changes: readonly Change[] }[],
  today: Day,
  hasMoney: boolean,
): CardView {
  const lines = (changes: readonly Change[]) =>
    changes.length > 0 ? changes.map((change) => changeLine(change, today, hasMoney)) : ["当前的数没有变"];
  return {
    title: "已撤销",
    tone: "green",
    blocks: taken.map(({ project, changes }) =>
      text([`**${typed(project)}**`, ...lines(changes)].join("\n")),
    ),
  };
}
