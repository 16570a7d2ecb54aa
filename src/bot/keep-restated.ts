import type { Figures } from "../domain/ledger-figures.js";
import { type Restated, restatedBy } from "../domain/restated.js";
import type { Turn } from "./turn.js";

/** 更正: keeps what a write changed of closed months: by whom, when, in which words. Costs nothing where it changed nothing. */
export async function keepRestated(
  turn: Turn,
  code: string,
  before: Figures,
  after: Figures,
): Promise<Restated[]> {
  const restated = restatedBy(before, after, turn.closedMonth);
  if (restated.length === 0) return restated;
  const { openId: by, name: byName } = turn.author ?? turn.speaker;
  const { now: at, messageId, words } = turn;
  await turn.tx.months.restate(
    restated.map((one) => ({ ...one, code, at, by, byName, messageId, words: words.slice(0, MOST_WORDS) })),
  );
  return restated;
}

/** of a long message its beginning is enough to know it by; the ledger has all of it */
const MOST_WORDS = 200;
