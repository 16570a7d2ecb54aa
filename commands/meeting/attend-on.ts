import { attend } from "../../src/bot/attend.js";
import type { Click, ClickAnswer } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import type { Model } from "./meeting-texts.js";
import { nextCard } from "./when.js";

/** 参会／请假 on a card of 排会: it shows from then on who comes. */
export async function attendOn(turn: Turn, click: Click, word: "参会" | "请假"): Promise<ClickAnswer> {
  const { id } = click.model as Model;
  const { meeting, ...answer } = await attend(turn, id ?? 0, word);
  return meeting ? { ...answer, card: await nextCard(turn, meeting) } : answer;
}
