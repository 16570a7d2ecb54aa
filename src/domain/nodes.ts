import { movedDay } from "./baseline.js";
import type { Day } from "./day.js";
import { dueOf } from "./ledger-figures.js";
import type { Standing } from "./project.js";

/** A 节点 of a project with its day. */
export interface Node {
  project: string;
  name: string;
  planned: Day;
  done?: Day;
  /** 容缺: due to be made up */
  isWaived: boolean;
  /** 原计划: the day it was signed for, where another one is planned by now */
  signed?: Day;
}

/** All nodes that have a day, by that day. */
export function nodesOf(list: readonly Standing[]): Node[] {
  return list
    .flatMap(({ project, figures, pace }) =>
      Object.entries(figures.milestones).flatMap(([name, milestone]): Node[] => {
        const planned = dueOf(milestone) ?? milestone.done;
        if (planned === undefined) return [];
        const { done, waived } = milestone;
        const signed = movedDay(pace.frozen, name, milestone.planned);
        return [
          {
            project: project.name,
            name,
            planned,
            ...(done ? { done } : {}),
            isWaived: waived !== undefined && done === undefined,
            ...(signed ? { signed } : {}),
          },
        ];
      }),
    )
    .sort((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0));
}

/** Words of a question, and the nodes they mean. */
const NODE_WORDS: readonly { words: RegExp; names: RegExp }[] = [
  { words: /开工/, names: /^开工$/ },
  { words: /封顶/, names: /封顶/ },
  { words: /竣工|完工/, names: /竣工|完工/ },
  { words: /验收/, names: /验收|竣工/ },
  { words: /通车/, names: /通车/ },
  { words: /投用/, names: /投用/ },
  { words: /挂牌/, names: /挂牌/ },
  { words: /成交/, names: /成交/ },
  { words: /签约/, names: /签约/ },
  { words: /交地/, names: /交地/ },
];

/** 下个月要开工的: the one node that a question names; undefined when it means all. */
export const nodeNamed = (words: string): RegExp | undefined =>
  NODE_WORDS.find((known) => known.words.test(words))?.names;

/** 今年开工了几个: what is done is asked for, not what is due. */
export const asksForDone = (words: string): boolean =>
  /(?:开工|封顶|竣工|完工|验收|通车|投用|挂牌|成交|签约|交地|完成)了|已经?(?:完成|开工|竣工|完工|通车)/.test(
    words,
  );
