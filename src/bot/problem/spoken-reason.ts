import { isCourtesy } from "../../language/courtesy.js";
import type { Item, ProblemItem } from "../../language/items.js";
import { actedOn, understand } from "../../language/understand.js";
import type { Figure } from "../report/to-draft.js";
import type { Turn } from "../turn.js";

/** characters of a reason that answers; a longer message is something else */
const LONGEST = 40;

/** 疫情, 因为管线没迁完: the answer to why something is put off or changed; null for words that are about something else. */
export function spokenReason(turn: Turn, said: string, item: ProblemItem | Figure): Item[] | null {
  const words = said.trim().replace(/^(?:原因(?:是|为)?|因为|由于|因)[\s:：，,]*/, "");
  if (words.length < 2 || words.length > LONGEST || isCourtesy(said)) return null;
  const items = actedOn(
    understand(said, { now: turn.saidAt, names: turn.names, closedMonth: turn.closedMonth }),
  );
  const isPlain = items.every(
    (one) => one.intent === "none" || (one.intent === "ask" && one.reason === "which-project"),
  );
  if (isPlain && item.intent !== "problem") return [{ ...item, reason: words } as Figure];
  return isPlain && item.intent === "problem"
    ? [{ ...item, what: `${item.what ?? "延期"}，原因${words}` }]
    : null;
}
