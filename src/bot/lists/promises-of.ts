import { type Day, dayOf } from "../../domain/day.js";
import { type PromiseRate, promiseRates, type Span } from "../../domain/promise.js";
import { promisedActions, promisedNodes, promisedProblems } from "../../domain/promise-sources.js";
import { assessed, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/** The year so far. */
export function yearSoFar(now: number): Span {
  const today: Day = dayOf(now);
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

/** 说到做到率 by unit, in the order of the units' list. */
export async function promiseRatesOf(turn: Turn, span: Span): Promise<PromiseRate[]> {
  const { tx, now } = turn;
  const projects = await assessed(tx, viewpointOf(turn));
  const unitOf = new Map(projects.map(({ project }) => [project.code, project.unit]));
  const made = [
    ...promisedNodes(projects),
    ...promisedProblems(await tx.problems.list({ codes: null, withClosed: true }), unitOf),
    ...promisedActions(await tx.actions.list({ withClosed: true })),
  ];
  const order = (await tx.projects.units()).map(({ name }) => name);
  return promiseRates(made, span, dayOf(now)).sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit));
}
