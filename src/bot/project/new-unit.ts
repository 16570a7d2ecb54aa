import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

/** Registers a 责任单位 that is not known yet, for the project that is to be its first. */
export async function newUnit(turn: Turn, code: string, name: string): Promise<void> {
  await turn.tx.projects.addUnit({ name, aliases: [] });
  await recordChanges(turn, { subject: "project", subjectId: code, what: "登记单位", from: null, to: name });
}
