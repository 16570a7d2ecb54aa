import { text } from "../../cards/card.js";
import { plain } from "../../cards/typed.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { stepInWords } from "./step-in-words.js";

/** 议12、议13 完成了: each for itself, and what became of each on one card. */
export async function severalSteps(turn: Turn, numbers: readonly number[], said: string): Promise<Answer> {
  const blocks = [];
  for (const number of numbers) {
    const { card } = await stepInWords(turn, number, said);
    const [first] = card.blocks;
    blocks.push(text(`**${plain(card.title, 60)}**${first?.is === "text" ? `\n${first.md}` : ""}`));
  }
  return { card: { title: `${numbers.length}个议定事项`, tone: "blue", blocks } };
}
