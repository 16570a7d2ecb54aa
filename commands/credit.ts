import { brief } from "../src/bot/brief.js";
import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { yearSpan } from "../src/bot/credit/facts.js";
import { takeBackCredit } from "../src/bot/credit/take-back.js";
import { isOwnProject, mayOfAll, refusedAct } from "../src/bot/permissions.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { subjectInFront } from "../src/bot/subject-in-front.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, text } from "../src/cards/card.js";
import { creditEchoCard, creditFor, creditListCard } from "../src/cards/credit/credit-card.js";
import { typed } from "../src/cards/typed.js";
import { yearOf } from "../src/domain/period.js";
import type { Project } from "../src/domain/project.js";
import type { Credit } from "../src/store/credit.js";

const EXAMPLE = "如“亮点 武宁路 提前20天完成管线搬迁”或“表扬 区建管委 三天协调完管线”";
const LONGEST = 300;

/** 亮点: what went well, named by people: who, when, of which project or unit. */
export const credit: Command = {
  name: "亮点",
  aliases: ["表扬", "点赞", "提名亮点"],
  topic: "报进度",
  summary: "给项目或单位记一条亮点，评选立功竞赛时用得上；单发“亮点”看今年的",
  examples: ["亮点 武宁路 提前20天完成管线搬迁", "表扬 区建管委 三天协调完管线", "亮点"],
  act: "credit.name",
  async run(turn, { rest }) {
    const said = rest.replace(/^(?:表扬|点赞)(?:一下)?/, "").trim();
    if (said === "") return { card: await listView(turn, 1), model: {} };
    const { projects, unit, words } = await subjectInFront(turn, said, true);
    if (projects.length > 1) return whichOne(projects, words);
    const [project] = projects;
    if (!project && !unit) return notKept(`没看出是哪个项目或单位，没有记。请写在前面，${EXAMPLE}。`);
    if (words.length < 2) return notKept(`亮点是什么？没有记。请再发一次，${EXAMPLE}。`);
    return kept(turn, project, unit, words);
  },
  clicks: {
    page: {
      repeats: true,
      run: async (turn, click) => ({ toast: "好的", card: await listView(turn, Number(click.args.page)) }),
    },
    pick: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "error" };
        const { words } = click.model as { words: string };
        const answer = await kept(turn, project, null, words);
        return { toast: answer.card.title, ...answer };
      },
    },
    undo: { run: undone },
  },
};

async function kept(
  turn: Turn,
  project: Project | undefined,
  unit: string | null,
  words: string,
): Promise<Answer> {
  const { speaker, tx, saidAt, chat, messageId } = turn;
  const isOwn = project ? await isOwnProject(turn, project) : unit === speaker.unit;
  const refusal = await refusedAct(turn, "credit.name", isOwn);
  if (refusal) return refused(turn, refusal, turn.words || "亮点");
  const credit = {
    code: project?.code ?? null,
    unit: unit ?? project?.unit ?? null,
    words: words.slice(0, LONGEST),
    saidBy: speaker.openId,
    saidByName: speaker.name,
    saidAt,
  };
  const id = await tx.credits.add(credit, { chatId: chat.chatId, messageId });
  await recordChanges(turn, {
    subject: "credit",
    subjectId: creditFor(credit, project?.name),
    what: "亮点",
    from: null,
    to: credit.words,
  });
  return { card: creditEchoCard({ ...credit, id }, project?.name), model: {} };
}

async function undone(turn: Turn, { args }: Click): Promise<ClickAnswer> {
  const { tx, speaker } = turn;
  const found = await tx.credits.find(Number(args.id));
  if (!found) return { toast: "已经撤销过了", tone: "info" };
  const isOwn = found.saidBy === speaker.openId || mayOfAll(turn, "entry.undo");
  const refusal = await refusedAct(turn, "credit.name", isOwn);
  if (refusal) return refusedClick(turn, refusal, `撤销亮点 ${found.id}`);
  if (!isOwn) return { toast: `这一条是${found.saidByName}提的，请提名的人或推进办来撤`, tone: "error" };
  const subject = await takeBackCredit(turn, found);
  const card = {
    title: "亮点已撤销",
    tone: "grey" as const,
    blocks: [text(`${subject}　${typed(found.words, 80)}`)],
  };
  return { toast: "已撤销", card };
}

async function listView(turn: Turn, page: number) {
  const { tx, now, closedMonth } = turn;
  const year = yearOf(closedMonth);
  const credits: Credit[] = await tx.credits.between(...yearSpan(year));
  const names = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
  return creditListCard(year, credits, names, page, now);
}

function whichOne(projects: readonly Project[], words: string): Answer {
  return {
    card: {
      title: "哪个项目？",
      tone: "grey",
      blocks: [
        text("还没有记。说的是哪个项目的亮点："),
        buttons(
          ...projects.slice(0, 6).map(({ name, code }) => ({ label: name, does: "pick", args: { code } })),
        ),
      ],
    },
    model: { words },
  };
}

function notKept(sentence: string): Answer {
  return brief("没有记", sentence);
}
