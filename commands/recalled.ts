import { takeBack } from "../src/bot/book.js";
import type { Command } from "../src/bot/command.js";
import { text } from "../src/cards/card.js";
import { changeLine } from "../src/cards/change-line.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";

/** 撤回: answers the question that a recalled report raises. */
export const recalled: Command = {
  name: "撤回提示",
  aliases: [],
  topic: "报进度",
  summary: "",
  examples: [],
  allowed: "write",
  isHidden: true,
  async run() {
    return { card: { title: "撤回", tone: "grey", blocks: [text("要撤销填报，请发“撤销”。")] } };
  },
  clicks: {
    undo: {
      async run(turn, click) {
        if (turn.speaker.openId !== click.owner && turn.speaker.role !== "office")
          return { toast: "请让填报人自己来选", tone: "error" };
        const { writeId } = click.model as { writeId: string };
        const write = await turn.tx.ledger.write(writeId);
        const taken = write && (await takeBack(turn, write));
        if (!taken) return { toast: "已经撤销过了", tone: "info" };
        const today = dayOf(turn.now);
        return {
          toast: "已撤销",
          card: {
            title: "已撤销",
            tone: "green",
            blocks: taken.map(({ project, changes }) =>
              text(
                [`**${typed(project)}**`, ...changes.map((change) => changeLine(change, today))].join("\n"),
              ),
            ),
          },
        };
      },
    },
    keep: {
      async run() {
        return {
          toast: "好的，账照旧",
          card: { title: "账照旧", tone: "grey", blocks: [text("消息撤回了，账没有动。")] },
        };
      },
    },
  },
};
