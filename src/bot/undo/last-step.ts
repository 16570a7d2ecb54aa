import type { AuditEntry } from "../../store/audit.js";
import type { Credit } from "../../store/credit.js";
import type { Write } from "../../store/ledger.js";
import type { RegisterWrite } from "../../store/register.js";
import type { Turn } from "../turn.js";

/** The speaker's last step in a chat, of whatever kind. */
export type LastStep =
  | { is: "report"; write: Write }
  | { is: "problem" | "action" | "service"; write: RegisterWrite }
  | { is: "credit"; credit: Credit }
  /** a change that 撤销 does not take back: it has a way back of its own */
  | { is: "change"; entry: AuditEntry };

/** when it came in; epoch ms */
type At = { at: number };

/** what keeps writes of its own beside the trail of changes */
const WITH_WRITES: ReadonlySet<AuditEntry["subject"]> = new Set(["action", "service"]);

/** changes of one person in a chat among which the last that stands is looked for */
const LOOKED_BACK = 50;

/**
 * What the speaker has written last here and what still stands, over all that keeps writes: by the instant at
 * which it was written, as words that are handed on are older than that. Null where there is nothing.
 */
export async function lastStep(turn: Turn): Promise<(LastStep & At) | null> {
  const { tx, chat, speaker } = turn;
  const { chatId } = chat;
  const { openId } = speaker;
  const changes = await tx.audit.latestBy(openId, chatId, LOOKED_BACK);
  const change = changes.find((entry) => !WITH_WRITES.has(entry.subject) && !isNaming(entry));
  const report = await tx.ledger.lastWrite(chatId, openId);
  const problem = await tx.problems.lastWrite(chatId, openId);
  const action = await tx.actions.lastWrite(chatId, openId);
  const service = await tx.services.lastWrite(chatId, openId);
  const credit = await tx.credits.lastOf(chatId, openId);
  // A problem that a report has entered goes with the report.
  const isOfReport = problem !== null && (await tx.ledger.write(problem.writeId)) !== null;
  const steps: (LastStep & At)[] = [
    // What a change has written into the ledger came in with it: the change is what was done.
    ...(change ? [{ is: "change", entry: change, at: change.at } as const] : []),
    ...(report ? [{ is: "report", write: report, at: report.recordedAt } as const] : []),
    ...(problem && !isOfReport ? [{ is: "problem", write: problem, at: problem.recordedAt } as const] : []),
    ...(action ? [{ is: "action", write: action, at: action.recordedAt } as const] : []),
    ...(service ? [{ is: "service", write: service, at: service.recordedAt } as const] : []),
    ...(credit ? [{ is: "credit", credit, at: namedAt(credit, changes) } as const] : []),
  ];
  return steps.sort((a, b) => b.at - a.at)[0] ?? null;
}

const isNaming = ({ subject, what }: AuditEntry): boolean => subject === "credit" && what === "亮点";

/** A credit keeps when it was said: when it came in is known of its change. */
const namedAt = ({ words, saidAt }: Credit, changes: readonly AuditEntry[]): number =>
  changes.find((entry) => isNaming(entry) && entry.to === words)?.at ?? saidAt;
