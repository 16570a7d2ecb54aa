import type { Command } from "../src/bot/command.js";
import { buttons, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { isCourtesy } from "../src/language/courtesy.js";
import { nearest } from "../src/language/nearest.js";

/** Buttons for somebody whose words came near nothing. */
const USUAL = ["滞后", "总览", "列表", "帮助"];

/** What no command answers: a courtesy gets a courtesy, other words the nearest commands to tap. */
export const unknown: Command = {
  name: "没听懂",
  aliases: [],
  topic: "管理",
  summary: "",
  examples: [],
  allowed: "read",
  isHidden: true,
  async run(turn) {
    const said = turn.words.trim();
    const tappable = turn.commands.filter((command) => !command.isHidden && command.allowed === "read");
    const names = tappable.flatMap(({ name, aliases }) => [name, ...aliases]);
    const found = nearest(said, names, 3).map(
      (word) => tappable.find(({ name, aliases }) => name === word || aliases.includes(word))?.name ?? word,
    );
    const offered = [...new Set(found.length > 0 ? found : USUAL)];
    const isGreeting = said === "" || isCourtesy(said);
    const sentence = isGreeting
      ? "在呢。报进度请带上项目名和数字，如“武宁路 形象进度65%”；也可以点下面看看。"
      : `这句我没听懂，没有记账：“${typed(said, 60)}”。${
          found.length > 0
            ? "您要找的是不是："
            : "报进度请带上项目名和数字，如“武宁路 形象进度65%”；或点下面试试。"
        }`;
    return {
      card: {
        title: isGreeting ? "您好" : "没听懂",
        tone: isGreeting ? "blue" : "grey",
        blocks: [
          text(sentence),
          buttons(...offered.map((name) => ({ label: name, does: "run", args: { command: name } }))),
        ],
      },
    };
  },
  clicks: {
    run: {
      async run(turn, click) {
        const command = turn.commands.find(({ name }) => name === click.args.command);
        if (!command || command.isHidden) return { toast: "没有这个命令", tone: "error" };
        const answer = await command.run(turn, { items: [], rest: "" });
        return { toast: "好的", card: answer.card, model: answer.model ?? null, becomes: command.name };
      },
    },
  },
};
