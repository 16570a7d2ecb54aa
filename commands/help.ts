import type { Command, Topic } from "../src/bot/command.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, buttons, type CardView, text } from "../src/cards/card.js";

const TOPICS: Topic[] = ["报进度", "查项目", "会议与提醒", "管理"];

/** 帮助: what one can say, by topic, with examples that work as they stand. */
export const help: Command = {
  name: "帮助",
  aliases: ["help", "怎么用", "使用说明", "菜单"],
  topic: "管理",
  summary: "能做什么、怎么说",
  examples: ["帮助", "帮助 报进度"],
  allowed: "read",
  async run(turn, call) {
    const topic = TOPICS.find((name) => call.rest.includes(name));
    return { card: helpCard(turn, topic) };
  },
  clicks: {
    topic: {
      repeats: true,
      async run(turn, click) {
        return {
          toast: "好的",
          card: helpCard(
            turn,
            TOPICS.find((name) => name === click.args.topic),
          ),
        };
      },
    },
  },
};

function helpCard(turn: Turn, topic: Topic | undefined): CardView {
  const mention = turn.chat.type === "group" ? "群里先 @ 我，再说：" : "直接说：";
  return {
    title: topic ? `帮助：${topic}` : "我是靠谱，重大项目的记账员",
    tone: "blue",
    blocks: [
      ...(topic ? topicBlocks(turn, topic) : introduction(turn)),
      text(topic ? `${mention}上面的例子都可以照着改。` : ""),
      buttons(
        ...TOPICS.filter((name) => name !== topic).map((name) => ({
          label: name,
          does: "topic",
          args: { topic: name },
        })),
      ),
    ].filter((block) => block.is !== "text" || block.md !== ""),
  };
}

function introduction(turn: Turn): Block[] {
  const to = turn.chat.type === "group" ? "@我 " : "";
  const posts = turn.posts.filter((post) => post.byDefault).map((post) => `${post.name}（${post.when}）`);
  return [
    text(
      [
        "您用自己的话说，我来记账、算进度、到点提醒。比如：",
        `· ${to}武宁路 本年累计完成1.02亿，形象进度65%`,
        `· ${to}哪些滞后`,
        `· ${to}查 武宁路`,
        "说不清的我会问，不会乱记；每一笔都能撤销。",
      ].join("\n"),
    ),
    ...(turn.chat.type === "group" && !turn.chat.external && posts.length > 0
      ? [text(`本群会收到：${posts.join("、")}。不需要的请发“退订 名称”。`)]
      : []),
  ];
}

function topicBlocks(turn: Turn, topic: Topic): Block[] {
  return turn.commands
    .filter((command) => command.topic === topic && !command.isHidden)
    .map((command) =>
      text(
        [
          `**${command.name}**　${command.summary}${command.allowed === "office" ? "（推进办）" : ""}`,
          ...command.examples.map((example) => `· ${example}`),
        ].join("\n"),
      ),
    );
}
