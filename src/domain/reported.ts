import type { Entry } from "./ledger-entry.js";
import type { Figures } from "./ledger-figures.js";
import { obstacleIn } from "./ledger-obstacle.js";
import type { Period } from "./period.js";
import { type Gap, isInGap } from "./report-gap.js";

/**
 * Whether a project has reported for a month: something was said of it, or of a later month, whose figures
 * stand for it as well. The one meaning of 已报 and 未报, for lamps, lists, chases and snapshots alike.
 */
export const hasReported = ({ reported }: Pick<Figures, "reported">, month: Period): boolean =>
  (reported.at(-1) ?? "") >= month;

/** A project owes a report for every month from its first on, but for none in which it was closed or withdrawn. */
export const owesReport = (
  { firstMonth, gaps }: { firstMonth: Period; gaps?: readonly Gap[] },
  month: Period,
): boolean => firstMonth <= month && !isInGap(month, gaps);

/**
 * Whether an entry is a report of its month: a figure, 无变化, a milestone that is done, or words about
 * progress. A plan, a promised day, the reason it was put off for, and what hinders a project are none: who
 * has answered the bot's own question with 延期 or 需协调 has yet to say what was done.
 */
export function isReport(entry: Entry): boolean {
  switch (entry.measure) {
    case "plan":
      return false;
    case "milestone":
      return entry.status === "done";
    case "note":
      return !saysOnlyWhy(entry.note) && !saysOnlyWhatHinders(entry.note);
    default:
      return true;
  }
}

/** What was done; or that the works stand still, which is how far they have come this month. */
const PROGRESS = /停工|停建|停摆|停滞|[无没]有?进展|[未没]动工|(?<![未没有不能法])完成(?!不)/;

const WHY = /^(?:主要)?(?:原因(?:是|为|[:：])|因(?![此而素地])|由于|受)[^，,。；;！!\n]+[。.！!]?$/;

/** 原因：钢结构没到货: one clause that tells why, and not what was done. */
export function saysOnlyWhy(note: string): boolean {
  const said = note.trim();
  return WHY.test(said) && !PROGRESS.test(said);
}

function saysOnlyWhatHinders(note: string): boolean {
  const words = obstacleIn(note);
  return words !== null && !PROGRESS.test(words);
}
