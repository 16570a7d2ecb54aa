import { type Block, text } from "../../cards/card.js";
import { gapWords } from "../../cards/list/total-lines.js";
import { lampName } from "../../cards/project-line.js";
import { paceOf, pointsAhead } from "../../domain/totals.js";
import type { QueryItem } from "../../language/items.js";
import { projectsOf } from "../lists/projects-of.js";
import { filterAsked } from "../lists/read-filter.js";
import type { Turn } from "../turn.js";

const MOST = 5;
const OF_PROJECTS = /项目|工程|哪个|哪条|哪一个|里面?(?:进度|谁)?最/;

/** 进度最慢的是哪个: asked of projects, the ones furthest behind (or ahead of) what is due by investment. */
export async function slowestProjects(turn: Turn, asked: QueryItem): Promise<Block[]> {
  const words = asked.text ?? "";
  if (!OF_PROJECTS.test(words)) return [];
  const isFastest = /最(?:快|好|高|靠前)|前[三五十]|第一(?!.*倒)/.test(words) && !/倒数/.test(words);
  const all = await projectsOf(turn, await filterAsked(turn, asked));
  const rules = await turn.tx.rules.current();
  const behind = all
    .map((one) => ({ one, pace: paceOf(one, turn.closedMonth, rules) }))
    .filter(({ pace }) => pace.dueYuan > 0 && !pace.isLate)
    .sort((a, b) => (pointsAhead(a.pace) - pointsAhead(b.pace)) * (isFastest ? -1 : 1))
    .slice(0, MOST);
  if (behind.length === 0) return [];
  const lines = behind.map(({ one, pace }) => `${lampName(one)}　${gapWords(pace)}`);
  return [text([`**项目投资比时序，最${isFastest ? "快" : "慢"}的${lines.length}个**`, ...lines].join("\n"))];
}
