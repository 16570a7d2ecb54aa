import type { Command } from "../src/bot/command.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { maySee, notHere, showsMoney } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, type CardView, note, text } from "../src/cards/card.js";
import { historyLine } from "../src/cards/history-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { whichProject } from "../src/cards/which-project.js";
import type { QueryItem } from "../src/language/items.js";

const PAGE = 10;
const MOST = 200;

interface Model {
  code: string;
}

/** 历史: every report of a project, newest first, with who and when. */
export const history: Command = {
  name: "历史",
  aliases: ["记录", "历史记录"],
  topic: "查项目",
  summary: "一个项目的全部填报：谁、何时、报了什么",
  examples: ["历史 武宁路"],
  act: "look",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const project = asked?.project ? await turn.tx.projects.byName(asked.project) : null;
    if (!project) {
      const near = await nearProjects(turn, call.rest || turn.words);
      return { card: whichProject("历史", call.rest, near) };
    }
    if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `历史 ${project.code}`);
    return { card: await historyCard(turn, project.code, 1), model: { code: project.code } satisfies Model };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const { code } = click.model as Model;
        if (!maySee(turn, code)) return refusedClick(turn, await notHere(turn), `历史 ${code}`);
        return { toast: "好的", card: await historyCard(turn, code, Number(click.args.page)) };
      },
    },
    show: {
      async run(turn, click) {
        const code = String(click.args.code);
        if (!maySee(turn, code)) return refusedClick(turn, await notHere(turn), `历史 ${code}`);
        return { toast: "好的", card: await historyCard(turn, code, 1), model: { code } satisfies Model };
      },
    },
  },
};

/** The newest page first; the buttons turn to older ones. */
async function historyCard(turn: Turn, code: string, page: number): Promise<CardView> {
  const project = await turn.tx.projects.byCode(code);
  const hasMoney = project !== null && showsMoney(turn, project);
  const records = await turn.tx.ledger.latest(code, MOST);
  const putRight = new Set(records.flatMap(({ corrects, undone }) => (undone ? [] : (corrects ?? []))));
  const view = paged(records, page, PAGE);
  const pages = pageButtons(view);
  return {
    title: `${project?.name ?? code} 的填报历史`,
    tone: "blue",
    blocks: [
      text(
        view.shown.length > 0
          ? view.shown
              .map((record) => historyLine(record, turn.now, hasMoney, putRight.has(record.id)))
              .join("\n")
          : "还没有填报。",
      ),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      note(`共${records.length}条${records.length === MOST ? "以上" : ""}，第${view.page}／${view.pages}页`),
    ],
  };
}
