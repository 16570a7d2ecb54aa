import { changeLine } from "../../cards/change-line.js";
import { dayOf } from "../../domain/day.js";
import { saidBy } from "../../domain/ledger-changes.js";
import type { Entry } from "../../domain/ledger-entry.js";
import type { ReportItem } from "../../language/items.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { dataMonthOfTurn } from "../data-month-of.js";
import type { Turn } from "../turn.js";
import type { AskedSection } from "./sections.js";
import { measured } from "./to-draft.js";

/** A record of the speaker's last write, and what it would become. */
export interface Correction {
  record: LedgerRecord;
  item: ReportItem;
}

/** Which of several figures is meant, or whether the only one is: one button each, old → new. */
export function whichFigure(turn: Turn, why: string, found: readonly Correction[]): AskedSection {
  const [only] = found;
  const question = found.length === 1 && only ? `要改${only.item.project}的这个数吗？` : "改哪一个？";
  return {
    is: "asked",
    question: `${why}没有改。${question}`,
    options: found.map((one) => ({
      label: `${found.length > 1 ? `${one.item.project} ` : ""}${inWords(turn, one.record)} 改为 ${inWords(turn, one.item)}`,
      items: [one.item],
      corrects: one.record.id,
      ...(found.length === 1 ? { answersYes: true as const } : {}),
    })),
  };
}

/** Another kind of figure, or another month's, than was said: does it come in its place, or beside it? */
export function insteadOrBeside(turn: Turn, { record, item }: Correction): AskedSection {
  const old = inWords(turn, record, turn.sight.money);
  const now = inWords(turn, item);
  return {
    is: "asked",
    project: item.project,
    question: `上一条报的是“${old}”，没有改。它还算数吗？`,
    options: [
      { label: `不算了，改为 ${now}`, items: [item], corrects: record.id },
      { label: `算数，另记 ${now}`, items: [item] },
    ],
  };
}

/** A figure in words: `本年累计投资 1.02亿（截至9月）`. */
export function inWords(turn: Turn, said: Entry | ReportItem, hasMoney = true): string {
  const entry: Entry =
    "intent" in said
      ? { id: 0, saidAt: turn.saidAt, dataMonth: dataMonthOfTurn(turn), ...measured(said) }
      : said;
  return changeLine(saidBy(entry), dayOf(turn.now), hasMoney).replaceAll("**", "");
}
