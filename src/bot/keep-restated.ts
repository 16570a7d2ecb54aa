import type { Figures } from "../domain/ledger-figures.js";
import { type Restated, restatedBy } from "../domain/restated.js";
import type { Turn } from "./turn.js";

/** of a long message its beginning is enough to know it by; the ledger has all of it */
const MOST_WORDS = 200;

/**
 * 更正: keeps what a write changed of closed months: by whom, when, in which words. Costs nothing where it
 * changed nothing of them.
 */
export async function keepRestated(
  turn: Turn,
  code: string,
  before: Figures,
  after: Figures,
): Promise<Restated[]> {
  const changed = restatedBy(before, after, turn.closedMonth);
  if (changed.length === 0) return [];
  const restated = await ofFrozenMonths(turn, code, changed);
  const { openId: by, name: byName } = turn.author ?? turn.speaker;
  const { now: at, chat, messageId, words } = turn;
  await turn.tx.months.restate(
    restated.map((one) => ({
      ...one,
      code,
      at,
      by,
      byName,
      chatId: chat.chatId,
      messageId,
      words: words.slice(0, MOST_WORDS),
    })),
  );
  return restated;
}

/**
 * What is told of the time before the ledger, or before a project was to report, is history that comes in
 * late, and puts nothing right.
 */
async function ofFrozenMonths({ tx }: Turn, code: string, changed: readonly Restated[]): Promise<Restated[]> {
  const first = (await tx.projects.byCode(code))?.firstMonth ?? "";
  const frozen = new Set<string>();
  const kept = await tx.settings.get("closed");
  // A month that has just closed is frozen at the next tick, as it stood at its close.
  for (const month of new Set(changed.map((one) => one.month)))
    if ((kept !== null && month > kept) || (await tx.months.snapshot(month)) !== null) frozen.add(month);
  return changed.filter(({ month, old }) => frozen.has(month) && (month >= first || old !== null));
}
