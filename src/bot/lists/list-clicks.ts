import type { CardView } from "../../cards/card.js";
import { type Filter, isFilterKey, without } from "../../domain/filter.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import type { Turn } from "../turn.js";
import { nothingToTurn } from "./nothing-to-list.js";

/** The buttons that all lists share: turning pages, and dropping a condition; anybody may. */
export function listClicks<Model extends Filter>(
  name: string,
  draw: (turn: Turn, model: Model, page: number) => Promise<CardView>,
  drop: (model: Model, key: keyof Filter) => Model = without,
): Record<"page" | "drop", ClickHandler> {
  const redraw = async (turn: Turn, model: Model, page: number): Promise<ClickAnswer> => {
    const nothing = await nothingToTurn(turn, name);
    return nothing ?? { toast: "好的", card: await draw(turn, model, page), model };
  };
  return {
    page: {
      repeats: true,
      run: (turn: Turn, click: Click) => redraw(turn, click.model as Model, Number(click.args.page)),
    },
    drop: {
      repeats: true,
      run: async (turn: Turn, { args: { key }, model }: Click) =>
        isFilterKey(key)
          ? redraw(turn, drop(model as Model, key), 1)
          : { toast: "没有这个条件", tone: "error" },
    },
  };
}
