import type { Answer, ClickHandler } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import type { Period } from "../../src/domain/period.js";

/** What the card of a month is drawn from. */
export interface MonthModel {
  month: Period;
}

/** Turns the pages of a month's card. */
export const monthPages = (
  answer: (turn: Turn, month: Period, page: number) => Promise<Answer>,
): ClickHandler => ({
  repeats: true,
  async run(turn, click) {
    const { month } = click.model as MonthModel;
    return { toast: "好的", ...(await answer(turn, month, Number(click.args.page))) };
  },
});
