import { text } from "../cards/card.js";
import { takenBackCard } from "../cards/taken-back-card.js";
import { dayOf } from "../domain/day.js";
import type { TakenBack } from "./book.js";
import type { ClickHandler } from "./command.js";
import type { RecallModel } from "./group-life.js";
import { notYours } from "./not-yours.js";
import { withdrawProblems } from "./problem/withdraw.js";
import { takeBack } from "./report/take-back.js";

/** The buttons of the question whether what was written is to be taken back. */
export const recalledClicks: Record<"undo" | "keep", ClickHandler> = {
  undo: {
    async run(turn, click) {
      const refusal = await notYours(turn, click, "撤销");
      if (refusal) return refusal;
      const { writeIds } = click.model as RecallModel;
      const taken: TakenBack[] = [];
      const problems: number[] = [];
      for (const writeId of writeIds) {
        const write = await turn.tx.ledger.write(writeId);
        if (write) taken.push(...((await takeBack(turn, write)) ?? []));
        else problems.push(...(await withdrawProblems(turn, writeId)).map(({ number }) => number));
      }
      if (taken.length === 0 && problems.length === 0)
        return {
          toast: "已经撤销过了，或者后来有人接着办了，或者是签约、新增项目的一部分，没有动",
          tone: "info",
        };
      const card = takenBackCard(taken, dayOf(turn.now), turn.sight.money);
      const also = problems.map((number) => text(`#${number}的办理已撤销`));
      return { toast: "已撤销", card: { ...card, blocks: [...card.blocks, ...also] } };
    },
  },
  keep: {
    async run(turn, click) {
      const refusal = await notYours(turn, click, "保留");
      if (refusal) return refusal;
      return {
        toast: "好的，账照旧",
        card: { title: "账照旧", tone: "grey", blocks: [text("账没有动。")] },
      };
    },
  },
};
