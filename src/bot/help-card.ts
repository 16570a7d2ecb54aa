import { type Block, buttons, type CardView, text } from "../cards/card.js";
import { typed } from "../cards/typed.js";
import type { ClickHandler, Command, Topic } from "./command.js";
import { mayUse, officeContact, seesNothing } from "./permissions.js";
import { postingTimes } from "./posting-times.js";
import type { Turn } from "./turn.js";

export const TOPICS: Topic[] = ["报进度", "查项目", "会议与提醒", "管理"];

/** The buttons that turn from one topic to another. */
export const helpClicks: Record<"topic", ClickHandler> = {
  topic: {
    repeats: true,
    async run(turn, click) {
      const topic = TOPICS.find((name) => name === click.args.topic);
      return { toast: "好的", card: await helpCard(turn, topic) };
    },
  },
};

/** What one can say here, of one topic, or an introduction. */
export async function helpCard(turn: Turn, wanted: Topic | undefined): Promise<CardView> {
  // Where no project may be seen there is nothing to choose from.
  const isBare = turn.sight.codes?.size === 0;
  const topics = isBare ? [] : TOPICS.filter((topic) => usable(turn, topic).length > 0);
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
  const nothing = await seesNothing(turn);
  if (nothing) return [text(typed(nothing.sentence, 400))];
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
  const { tx, chat, speaker } = turn;
  const contact = typed(await officeContact(tx), 40);
  if (chat.type === "p2p" && !speaker.isRegistered)
    return [text(`您还没有登记：可以查，要填报请找${contact}登记。`)];
  const chosen = await tx.schedule.ofChat(chat.chatId);
  const posts = turn.posts.flatMap((post) => {
    const own = chosen.find(({ job, active }) => active && job === post.name);
    return own ? [`${post.name}（${postingTimes(post, own)}）`] : [];
  });
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
