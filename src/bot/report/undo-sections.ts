import { type TakenBack, withdraw } from "../book.js";
import { type TakenProblem, withdrawProblems } from "../problem/withdraw.js";
import type { Turn } from "../turn.js";
import { isStandingProblem, type ProblemSection, type Section } from "./sections.js";

/** What taking writes back changed, project by project: each told once on a card. */
export class Reversals {
  private readonly changes = new Map<string, TakenBack>();
  private readonly told = new Set<string>();
  private readonly problems = new Map<string, TakenProblem>();

  add(writeId: string, taken: readonly TakenBack[]): void {
    for (const one of taken) this.changes.set(keyOf(writeId, one.project), one);
  }

  addProblems(writeId: string, taken: readonly TakenProblem[]): void {
    for (const one of taken) this.problems.set(keyOf(writeId, `#${one.number}`), one);
  }

  /** The section, struck where what it wrote was taken back. */
  strike(section: Section): Section {
    if (isStandingProblem(section)) return this.strikeProblem(section);
    if (section.is !== "written" || section.undone) return section;
    const key = keyOf(section.writeId, section.project);
    const taken = this.changes.get(key);
    if (!taken) return section;
    // The changes are of the whole write: a second section of it has none of its own.
    const undone = this.told.has(key) ? "told" : taken.changes;
    this.told.add(key);
    return { ...section, undone };
  }

  private strikeProblem(section: ProblemSection): Section {
    const taken = this.problems.get(keyOf(section.writeId, `#${section.problem.number}`));
    return taken ? { ...section, undone: taken.left ?? "gone" } : section;
  }
}

const keyOf = (writeId: string, project: string): string => `${writeId} ${project}`;

/** Takes back what the sections wrote; null when nothing of it stood any more. */
export async function undoneSections(turn: Turn, sections: readonly Section[]): Promise<Section[] | null> {
  const writeIds = new Set(
    sections.flatMap((section) =>
      (section.is === "written" && !section.undone) || isStandingProblem(section) ? [section.writeId] : [],
    ),
  );
  const reversals = new Reversals();
  let isTaken = false;
  for (const writeId of writeIds) {
    const problems = await withdrawProblems(turn, writeId);
    reversals.addProblems(writeId, problems);
    isTaken ||= problems.length > 0;
    // What hinders stays in the ledger as long as it stays in the register.
    if ((await turn.tx.problems.ofWrite(writeId)).length > 0) continue;
    const write = await turn.tx.ledger.write(writeId);
    const taken = write && (await withdraw(turn, write));
    if (!taken) continue;
    reversals.add(writeId, taken);
    isTaken = true;
  }
  return isTaken ? sections.map((section) => reversals.strike(section)) : null;
}
