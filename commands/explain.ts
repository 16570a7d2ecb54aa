import { brief } from "../src/bot/brief.js";
import type { Command } from "../src/bot/command.js";
import { note, text } from "../src/cards/card.js";
import { itemWords } from "../src/cards/item-words.js";
import { typed } from "../src/cards/typed.js";
import { actedOn, understand } from "../src/language/understand.js";

/** characters of one step that help to see what went wrong */
const LONGEST_STEP = 600;

/** The steps of the reading that tell a person something, in order. */
const STEPS: Record<string, string> = {
  normalise: "整理后的文字",
  names: "认出的名称",
  retracted: "说了又收回的",
  clauses: "分成几句",
};

/** 解释: how a message would be read, step by step; nothing is written. */
export const explain: Command = {
  name: "解释",
  aliases: [],
  topic: "管理",
  summary: "一句话是怎样读懂的，一步一步看；不记账",
  examples: ["解释 武宁路累计完成1.02亿，形象进度65%"],
  act: "bot.diagnose",
  insideOnly: "解释只在推进办内部看。",
  async run({ saidAt, names, closedMonth }, { rest }) {
    if (!rest) return brief("要解释哪一句？", "请把那句话放在后面，如“解释 武宁路 形象进度65%”。");
    const read = understand(rest, { now: saidAt, names, closedMonth, trace: true });
    const steps = read.trace.flatMap(({ step, detail }) => {
      const title = STEPS[step];
      return title ? [`**${title}**\n${typed(detail, LONGEST_STEP)}`] : [];
    });
    const readings = actedOn(read).map((item) => typed(itemWords(item), LONGEST_STEP));
    return {
      card: {
        title: "这样读懂的",
        tone: "blue",
        blocks: [
          ...[...steps, `**读成**\n${readings.join("\n")}`].map((step) => text(step)),
          note("只是解释，没有记账。"),
        ],
      },
    };
  },
};
