import type { Command, Topic } from "../src/bot/command.js";
import { helpCard, helpClicks, TOPICS } from "../src/bot/help-card.js";
import type { Turn } from "../src/bot/turn.js";

/** 帮助: what one can say, by topic, with examples that work as they stand. */
export const help: Command = {
  name: "帮助",
  aliases: ["help", "怎么用", "使用说明", "菜单", "你会什么", "你能做什么"],
  topic: "查项目",
  summary: "能做什么、怎么说",
  examples: ["帮助", "帮助 报进度"],
  act: "look",
  async run(turn, call) {
    return { card: await helpCard(turn, topicOf(turn, call.rest)) };
  },
  clicks: helpClicks,
};

/** `会议与提醒`, a part of it, or a command that belongs to it: 帮助 排会 */
function topicOf(turn: Turn, said: string): Topic | undefined {
  if (said === "") return undefined;
  const command = turn.commands.find(({ name, aliases }) => name === said || aliases.includes(said));
  return command?.topic ?? TOPICS.find((name) => name.includes(said) || said.includes(name));
}
