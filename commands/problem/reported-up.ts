import type { Command } from "../../src/bot/command.js";
import { problemClicks } from "../../src/bot/problem/clicks.js";
import type { Turn } from "../../src/bot/turn.js";
import type { CardView } from "../../src/cards/card.js";
import { problemListCard } from "../../src/cards/problem/problem-list-card.js";
import type { Problem } from "../../src/domain/problem.js";
import { levelOf } from "../../src/domain/problem-level.js";
import { projectNames, shownProblem } from "./problem-views.js";

/** 上报清单: what the district government is asked to look into: raised by hand, or so by being overdue. */
export const reportedUp: Command = {
  name: "上报清单",
  aliases: ["上报区政府清单"],
  topic: "查项目",
  summary: "已上报、或逾期15天以上该报区政府的问题",
  examples: ["上报清单"],
  act: "look",
  insideOnly: "上报清单只在内部看。",
  async run(turn) {
    return { card: await listView(turn, 1), model: { page: 1 } };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        return { toast: "好的", card: await listView(turn, Number(click.args.page)) };
      },
    },
    show: { run: (turn, click) => shownProblem(turn, Number(click.args.number)) },
    ...problemClicks,
  },
};

async function listView(turn: Turn, page: number): Promise<CardView> {
  const { tx, now, sight } = turn;
  const open = await tx.problems.list({ codes: sight.codes });
  const isDue = ({ isReported, due }: Problem) => isReported || levelOf(due, now) === "区";
  const problems = open.filter(isDue);
  const byRule = problems.filter(({ isReported }) => !isReported).length;
  const rule = byRule > 0 ? `其中${byRule}个没有人上报，逾期15天以上按规则列入。` : "";
  return problemListCard({
    title: "上报清单",
    problems,
    names: await projectNames(turn),
    hint: `${rule}要列入，请说“#12 上报”。`,
    page,
    now,
    hasMoney: sight.money,
  });
}
