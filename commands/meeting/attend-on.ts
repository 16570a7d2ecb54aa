import { attend } from "../../src/bot/attend.js";
import type { Click, ClickAnswer } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import type { Model } from "./meeting-texts.js";
import { movedCard } from "./moved-card.js";
import { nextCard } from "./when.js";

/**
 * 参会／请假 on a card of 排会: it shows from then on who comes. What announced a move goes on announcing it,
 * for those who have not seen it yet.
 */
export async function attendOn(turn: Turn, click: Click, word: "参会" | "请假"): Promise<ClickAnswer> {
  const { id, was } = click.model as Model;
  const { meeting, ...answer } = await attend(turn, id ?? 0, word);
  if (!meeting) return answer;
  return { ...answer, card: was ? await movedCard(turn, was, meeting) : await nextCard(turn, meeting) };
}
