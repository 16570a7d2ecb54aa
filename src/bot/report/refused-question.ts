import type { AskItem } from "../../language/items.js";
import { findQuantities } from "../../language/numbers/quantities.js";
import { normalise } from "../../language/text/normalise.js";
import { type Refusal, refusedToWrite } from "../permissions.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { writesNothing } from "./not-registered.js";

/** Why what is unclear need not be asked: whatever the answer, this person may not write it. */
export async function refusedQuestion(turn: Turn, item: AskItem): Promise<Refusal | null> {
  if (!isAboutWriting(item)) return null;
  const project = item.project === undefined ? null : await turn.tx.projects.byName(item.project);
  const refusal = project ? await refusedToWrite(turn, project) : await writesNothing(turn);
  if (refusal) await logRefusal(turn, refusal, `写 ${project?.code ?? "没说清的项目"}`);
  return refusal;
}

/** 外环咋样了 is a question, and whoever may read here may ask it. */
function isAboutWriting({ reason, options = [], text = "" }: AskItem): boolean {
  if (reason === "which-problem") return false;
  if (options.length > 0) return options.some(({ items }) => items.some(({ intent }) => intent !== "query"));
  return reason !== "which-project" || findQuantities(normalise(text).text, () => undefined).length > 0;
}
