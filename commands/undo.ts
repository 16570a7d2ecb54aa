import { takeBack } from "../src/bot/book.js";
import type { Command } from "../src/bot/command.js";
import { text } from "../src/cards/card.js";
import { changeLine } from "../src/cards/change-line.js";
import { typed } from "../src/cards/typed.js";
import { dayOf } from "../src/domain/day.js";

/** 撤销: takes back the speaker's own last write in this chat. */
export const undo: Command = {
  name: "撤销",
  aliases: ["撤回", "取消上一条"],
  topic: "报进度",
  summary: "撤销自己在本群最近一次填报",
  examples: ["撤销"],
  allowed: "read",
  async run(turn) {
    const write = await turn.tx.ledger.lastWrite(turn.chat.chatId, turn.speaker.openId);
    const taken = write && (await takeBack(turn, write));
    if (!write || !taken)
      return {
        card: {
          title: "没有可撤销的填报",
          tone: "grey",
          blocks: [text("您在这里还没有填报，或都已撤销。要撤销别人的填报，请找推进办。")],
        },
      };
    const today = dayOf(turn.now);
    return {
      card: {
        title: "已撤销",
        tone: "green",
        blocks: [
          text(`撤销了您的“${typed(write.records[0]?.words ?? "", 80)}”`),
          ...taken.map(({ project, changes }) =>
            text([`**${typed(project)}**`, ...changes.map((change) => changeLine(change, today))].join("\n")),
          ),
        ],
      },
    };
  },
};
