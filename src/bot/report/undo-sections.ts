import type { Change } from "../../domain/ledger-changes.js";
import { withdraw } from "../book.js";
import type { Turn } from "../turn.js";
import type { Section } from "./sections.js";

/** Takes back what the sections wrote; null when nothing of it stood any more. */
export async function undoneSections(turn: Turn, sections: readonly Section[]): Promise<Section[] | null> {
  const writeIds = new Set(
    sections.flatMap((section) => (section.is === "written" && !section.undone ? [section.writeId] : [])),
  );
  const undone = new Map<string, Change[]>();
  for (const writeId of writeIds) {
    const write = await turn.tx.ledger.write(writeId);
    for (const { project, changes } of (write && (await withdraw(turn, write))) ?? [])
      undone.set(`${writeId} ${project}`, changes);
  }
  if (undone.size === 0) return null;
  return sections.map((section) => {
    if (section.is !== "written") return section;
    const changes = undone.get(`${section.writeId} ${section.project}`);
    return changes ? { ...section, undone: changes } : section;
  });
}
