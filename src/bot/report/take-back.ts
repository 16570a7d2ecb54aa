import type { Write } from "../../store/ledger.js";
import { type TakenBack, withdraw } from "../book.js";
import type { Turn } from "../turn.js";
import { strikeCard } from "./strike-card.js";

/** Takes a write back, and says so on the card that echoed it; null when it was taken back before. */
export async function takeBack(turn: Turn, write: Write): Promise<TakenBack[] | null> {
  const taken = await withdraw(turn, write);
  if (taken) await strikeCard(turn, write, taken);
  return taken;
}
