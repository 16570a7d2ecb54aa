import type { Answer, ClickAnswer } from "../command.js";
import { seesNothing } from "../permissions.js";
import { refused } from "../run-command.js";
import type { Turn } from "../turn.js";

/** The answer to a list where no project may be seen: that, and whom to ask, not an empty list; else null. */
export async function nothingToList(turn: Turn, what: string): Promise<Answer | null> {
  const refusal = await seesNothing(turn);
  return refusal && refused(turn, refusal, turn.words || what);
}

/** The same for a list's buttons: what the card still shows goes away. */
export async function nothingToTurn(turn: Turn, what: string): Promise<ClickAnswer | null> {
  const answer = await nothingToList(turn, what);
  return answer && { toast: "这里看不了", tone: "error", card: answer.card };
}
