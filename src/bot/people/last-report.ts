import { standingOf } from "../../domain/ledger-entry.js";
import type { LedgerRecord } from "../../store/ledger.js";
import type { Turn } from "../turn.js";

/** entries that are looked through first; what was taken back is passed over */
const LOOKED_AT = 20;

/** The reports of a project that count, newest first, `least` of them where there are so many. */
export async function lastReports(
  { tx }: Pick<Turn, "tx">,
  code: string,
  least = 1,
): Promise<LedgerRecord[]> {
  for (let most = LOOKED_AT; ; most *= 4) {
    const records = await tx.ledger.latest(code, most);
    const standing = standingOf(records);
    if (standing.length >= least || records.length < most) return standing.slice(0, least);
  }
}
