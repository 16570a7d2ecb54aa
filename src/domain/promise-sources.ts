import type { Action } from "./action.js";
import { type Day, dayOf } from "./day.js";
import type { Problem } from "./problem.js";
import type { Standing } from "./project.js";
import type { Commitment } from "./promise.js";

/** 节点 of projects: the unit that answers for the project promised them. */
export function promisedNodes(list: readonly Standing[]): Commitment[] {
  return list.flatMap(({ project, figures }) => {
    const { unit } = project;
    if (unit === null) return [];
    return Object.entries(figures.milestones).flatMap(([name, node]): Commitment[] => {
      const first = node.firstPlanned ?? node.planned ?? node.waived;
      if (first === undefined) return [];
      const now = node.waived ?? node.planned;
      const reason = node.revisions?.at(-1)?.reason;
      return [
        {
          unit,
          what: "节点",
          name: `${project.name} ${name}`,
          first,
          ...(now !== undefined && now !== first ? { moved: now } : {}),
          ...(reason ? { reason } : {}),
          ...(node.done ? { done: node.done } : {}),
        },
      ];
    });
  });
}

/** Due dates of problems: of whoever leads, else of the project's unit. Asked to be closed is done. */
export function promisedProblems(
  problems: readonly Problem[],
  unitOf: ReadonlyMap<string, string | null>,
): Commitment[] {
  return problems.flatMap(({ number, words, lead, code, due, extensions, state, last }): Commitment[] => {
    const unit = lead ?? unitOf.get(code);
    const first = extensions.find(({ from }) => from !== null)?.from ?? due;
    if (!unit || !first) return [];
    const isDone = state === "closed" || state === "resolve-asked";
    return [
      {
        unit,
        what: "问题",
        name: `#${number} ${words}`,
        first,
        ...movedTo(due, first),
        ...reasonOf(extensions),
        ...(isDone ? { done: dayOf(last.saidAt) } : {}),
      },
    ];
  });
}

/** 议定事项: done when their unit says so, or when they are closed. */
export function promisedActions(actions: readonly Action[]): Commitment[] {
  return actions.map(({ number, unit, words, due, extensions, state, asked, closed }): Commitment => {
    const first = extensions[0]?.from ?? due;
    const done = (state === "finish-asked" || state === "closed" ? asked?.at : undefined) ?? closed?.at;
    return {
      unit,
      what: "议定",
      name: `议${number} ${words}`,
      first,
      ...movedTo(due, first),
      ...reasonOf(extensions),
      ...(done === undefined ? {} : { done: dayOf(done) }),
    };
  });
}

const movedTo = (due: Day | undefined, first: Day) =>
  due !== undefined && due !== first ? { moved: due } : {};

function reasonOf(extensions: readonly { reason: string }[]) {
  const reason = extensions.at(-1)?.reason;
  return reason ? { reason } : {};
}
