import type { Command, Topic } from "../src/bot/command.js";
import { mayUse, officeContact } from "../src/bot/permissions.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, buttons, type CardView, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";

const TOPICS: Topic[] = ["报进度", "查项目", "会议与提醒", "管理"];

/** 帮助: what one can say, by topic, with examples that work as they stand. */
export const help: Command = {
  name: "帮助",
  aliases: ["help", "怎么用", "使用说明", "菜单"],
  topic: "查项目",
  summary: "能做什么、怎么说",
  examples: ["帮助", "帮助 报进度"],
  allowed: "read",
  async run(turn, call) {
    const topic = TOPICS.find((name) => call.rest.includes(name));
    return { card: await helpCard(turn, topic) };
  },
  clicks: {
    topic: {
      repeats: true,
      async run(turn, click) {
        const topic = TOPICS.find((name) => name === click.args.topic);
        return { toast: "好的", card: await helpCard(turn, topic) };
      },
    },
  },
};

async function helpCard(turn: Turn, wanted: Topic | undefined): Promise<CardView> {
  const topics = TOPICS.filter((topic) => usable(turn, topic).length > 0);
  const topic = wanted && topics.includes(wanted) ? wanted : undefined;
  const others = topics.filter((name) => name !== topic);
  return {
    title: topic ? `帮助：${topic}` : "我是靠谱，重大项目的记账员",
    tone: "blue",
    blocks: [
      ...(topic ? topicBlocks(turn, topic) : await introduction(turn)),
      buttons(...others.map((name) => ({ label: name, does: "topic", args: { topic: name } }))),
    ],
  };
}

const usable = (turn: Turn, topic: Topic): Command[] =>
  turn.commands.filter((command) => command.topic === topic && mayUse(turn, command));

async function introduction(turn: Turn): Promise<Block[]> {
  const to = turn.chat.type === "group" ? "@我 " : "";
  const project = typed(await exampleProject(turn), 30);
  const lines = [
    `· ${to}${project} 本年累计完成1.02亿，形象进度65%`,
    `· ${to}哪些滞后`,
    `· ${to}查 ${project}`,
  ];
  return [
    text(
      [
        "您用自己的话说，我来记账、算进度、到点提醒。比如：",
        ...lines,
        "说不清的我会问，不会乱记；每一笔都能撤销。",
      ].join("\n"),
    ),
    ...(await hints(turn)),
  ];
}

/** In an outside chat the examples speak of its own project. */
async function exampleProject({ tx, sight }: Turn): Promise<string> {
  if (sight.codes === null) return "武宁路";
  const own = (await tx.projects.all()).find(({ code }) => sight.codes?.has(code));
  return own?.name ?? "项目名";
}

async function hints(turn: Turn): Promise<Block[]> {
  const { tx, chat, speaker, sight } = turn;
  const contact = typed(await officeContact(tx), 40);
  if (sight.codes?.size === 0 && chat.type === "group")
    return [text(`这里还没有绑定项目，请${contact}在群里发“绑定 项目名”。`)];
  if (sight.codes?.size === 0) return [text("请到您的项目群里问我，这里没有可以看的项目。")];
  if (chat.type === "p2p" && !speaker.isRegistered)
    return [text(`您还没有登记：可以查，要填报请找${contact}登记。`)];
  const active = new Set(
    (await tx.schedule.ofChat(chat.chatId)).flatMap(({ job, active: on }) => (on ? [job] : [])),
  );
  const posts = turn.posts
    .filter(({ name }) => active.has(name))
    .map(({ name, when }) => `${name}（${when}）`);
  return posts.length > 0 && chat.type === "group" && !chat.external
    ? [text(`本群会收到：${posts.join("、")}。不需要的请推进办发“退订 名称”。`)]
    : [];
}

function topicBlocks(turn: Turn, topic: Topic): Block[] {
  return [
    ...usable(turn, topic).map(({ name, summary, examples }) =>
      text([`**${name}**　${summary}`, ...examples.map((example) => `· ${example}`)].join("\n")),
    ),
    text(`${turn.chat.type === "group" ? "在群里先 @ 我再说。" : ""}例子都可以照着改。`),
  ];
}
