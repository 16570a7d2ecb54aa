import { standingOf } from "../../domain/ledger-entry.js";
import type { Project } from "../../domain/project.js";
import type { CorrectItem } from "../../language/items.js";
import type { LedgerRecord, Write } from "../../store/ledger.js";
import type { Turn } from "../turn.js";
import { fits, isDenied, isOfPeriod, isOfScope } from "./corrected.js";

/**
 * The speaker's last standing write in this chat on that project and kind of figure, with its entries of
 * that kind: 武宁路累计更正为1.22亿 means it, whatever has been said of other projects since. An entry that
 * fits in all (累计, the month, the part, the figure denied) goes before a later one that does not; of a
 * percentage for which no part is named, one of the whole goes before a part's.
 */
export async function lastWriteOn(
  { tx, chat, speaker }: Turn,
  { code }: Project,
  asked: CorrectItem,
): Promise<Write | null> {
  const own = standingOf(await tx.ledger.ofProject(code))
    .filter(({ chatId, saidBy }) => chatId === chat.chatId && saidBy === speaker.openId)
    .filter((record) => fits(record, asked))
    .sort((a, b) => b.id - a.id);
  const exact = own
    .filter((record) => isOfScope(record, asked) && isOfPeriod(record, asked))
    .sort((a, b) => Number(isPart(a)) - Number(isPart(b)));
  const meant = exact.find((record) => isDenied(record, asked)) ?? exact[0] ?? own[0];
  if (!meant) return null;
  const write = await tx.ledger.write(meant.writeId);
  return write && { ...write, records: own.filter(({ writeId }) => writeId === meant.writeId) };
}

const isPart = (record: LedgerRecord): boolean => record.measure === "percent" && record.part !== undefined;
