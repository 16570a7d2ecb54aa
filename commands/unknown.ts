import type { Command, Topic } from "../src/bot/command.js";
import { helpCard, helpClicks, TOPICS } from "../src/bot/help-card.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { listCard, projectListClicks } from "../src/bot/lists/project-list.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { otherCommand } from "../src/bot/other-command.js";
import { mayUse } from "../src/bot/permissions.js";
import { runCommand } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { untyped } from "../src/bot/untyped.js";
import { type Button, buttons, type CardView, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { type Courtesy, courtesyOf } from "../src/language/courtesy.js";
import { nearest } from "../src/language/nearest.js";

/** Buttons for somebody whose words came near nothing. */
const USUAL = ["滞后", "总览", "列表", "帮助"];
const MOST = 3;
const LIKE = "报进度请带上项目名和数字，如“武宁路 形象进度65%”";

/** Who thanks or nods wants no menu: a line, and nothing to do. */
const REPLIES: Record<Exclude<Courtesy, "greeting">, CardView> = {
  thanks: { title: "不客气", tone: "blue", blocks: [text("应该的，有进度随时告诉我。")] },
  praise: { title: "谢谢夸奖", tone: "blue", blocks: [text("账是大家报的，我只管记准。")] },
  "never-mind": { title: "好的", tone: "blue", blocks: [text("没有记账。有需要随时叫我。")] },
  acknowledged: { title: "好的", tone: "blue", blocks: [text("有进度随时告诉我。")] },
};

/** What no command answers: a courtesy gets a courtesy, other words the nearest commands and projects to tap. */
export const unknown: Command = {
  ...untyped,
  name: "没听懂",
  act: "look",
  async run(turn) {
    const said = turn.words.trim();
    const courtesy = said === "" ? "greeting" : courtesyOf(said);
    if (courtesy && courtesy !== "greeting") return { card: REPLIES[courtesy] };
    if (courtesy)
      return {
        card: {
          title: "您好",
          tone: "blue",
          blocks: [text(`在呢。${LIKE}；也可以点下面看看。`), buttons(...usual(turn))],
        },
      };
    if (WHO_ARE_YOU.test(said)) return { card: await helpCard(turn, undefined) };
    const topic = topicNamed(said);
    if (topic) return { card: await helpCard(turn, topic) };
    const own = /项目|工程|地块/.test(said) ? await ownScope(turn, said) : null;
    if (own) return { card: await listCard(turn, own, 1), model: own };
    const near = [...nearCommands(turn, said), ...(await projectButtons(turn, said))];
    return {
      card: {
        title: "没听懂",
        tone: "grey",
        blocks: [
          text(`这句我没听懂，没有记账：“${typed(said, 60)}”`),
          text(near.length > 0 ? `您要找的是不是下面这些？${LIKE}。` : `${LIKE}；或点下面试试。`),
          buttons(...(near.length > 0 ? near : usual(turn))),
        ],
      },
    };
  },
  clicks: {
    show: otherCommand("查"),
    ...projectListClicks,
    ...helpClicks,
    run: {
      async run(turn, click) {
        const command = turn.commands.find(({ name }) => name === click.args.command);
        if (!command || command.isHidden) return { toast: "没有这个命令", tone: "error" };
        const { card, model = null } = await runCommand(turn, command, { items: [], rest: "" });
        return { toast: "好的", card, model, becomes: command.name };
      },
    },
  },
};

const WHO_ARE_YOU =
  /^(?:请问)?(?:你|您)(?:是谁|叫什么(?:名字)?|是干什么的|是做什么的|是什么机器人)[呀啊？?。！!]*$/;

/** 报进度, 怎么填报, 我要报数: how to say it is what helps. */
const HOW_TO_REPORT =
  /^(?:请问|我?想?要?|怎么|怎样|如何|咋)*(?:填报|上报|报)(?:一下)?(?:进度|进展|数据?|投资|项目)?(?:怎么|咋|要怎么)?(?:填|报|说|弄|操作)?(?:吧|啊|呢|吗|了)?$/;

function topicNamed(said: string): Topic | undefined {
  const words = said.replace(/[\s?？。.!！]+/g, "");
  return HOW_TO_REPORT.test(words) ? "报进度" : TOPICS.find((name) => name === words);
}

const button = (name: string): Button => ({ label: name, does: "run", args: { command: name } });

function usual(turn: Turn): Button[] {
  // Where no project may be seen lists lead nowhere.
  const names = turn.sight.codes?.size === 0 ? ["帮助"] : USUAL;
  return turn.commands
    .filter((one) => names.includes(one.name) && mayUse(turn, one))
    .map(({ name }) => button(name));
}

/** The commands this person may use here whose words are near the first word said, or all that was said. */
function nearCommands(turn: Turn, said: string): Button[] {
  const [first = said] = said.split(/[\s,，:：]+/);
  // A command's own word was understood; what stood behind it was not.
  const usable = turn.commands.filter(
    (command) => mayUse(turn, command) && command.name !== first && !command.aliases.includes(first),
  );
  const words = usable.flatMap(({ name, aliases }) => [name, ...aliases]);
  const found = [...nearest(first, words, MOST), ...nearest(said, words, MOST)];
  const names = found.flatMap(
    (word) => usable.find(({ name, aliases }) => name === word || aliases.includes(word))?.name ?? [],
  );
  return [...new Set(names)].slice(0, MOST).map(button);
}

async function projectButtons(turn: Turn, said: string): Promise<Button[]> {
  const near = await nearProjects(turn, said);
  return near.map(({ name, code }) => ({ label: `查 ${name}`, does: "show", args: { code } }));
}
