import { lampSign } from "../domain/lamp.js";
import type { LampColour } from "../domain/lamp-part.js";
import { onceFor } from "../domain/once-for.js";
import type { Assessed } from "../domain/portfolio.js";
import { typed } from "./typed.js";

/** Of each kind at most so many are named; the rest by a button. */
const MOST = 8;
/** Where so many have changed, no card can name them all; they are counted. */
export const MOST_NAMED = 500;
const TOLD: readonly LampColour[] = ["red", "green", "yellow"];

/** What to say about lamps that have changed, and how many of them can still be named. */
export interface LampChanges {
  lines: string[];
  left: number;
}

/**
 * First the counts (新增红2，转绿1), then which and whose; those that turned 未报 share a line, for after a
 * month's close they are many.
 */
export function lampChanges(
  all: readonly Assessed[],
  /** the lamps before, of the projects whose lamp has changed */
  before: ReadonlyMap<string, LampColour>,
  isFull: boolean,
  /** who unblocked those that turned green */
  unblocked: ReadonlyMap<string, string> = new Map(),
): LampChanges {
  const changed = turnedOf(all)(before);
  if (changed.size === 0) return { lines: ["与上次相比，灯没有变化。"], left: 0 };
  const to = (lamp: LampColour) => changed.get(lamp) ?? [];
  const counts = [
    counted("新增红", to("red")),
    counted("转黄", to("yellow")),
    counted("转绿", to("green")),
    counted("转未报", to("grey")),
  ].filter(Boolean);
  const most = isFull ? before.size : MOST;
  const told = TOLD.flatMap(to);
  const silent = to("grey");
  const unnamed = Math.max(0, told.length - most) + Math.max(0, silent.length - most);
  return {
    lines: [
      `**${counts.join("，")}**`,
      ...told
        .slice(0, most)
        .map((one) => changeOf(one, before.get(one.project.code) ?? "grey", unblocked.get(one.project.code))),
      ...(told.length > most ? [`……等${told.length}个`] : []),
      ...(silent.length > 0 ? [silentLine(silent, most)] : []),
    ],
    left: before.size <= MOST_NAMED ? unnamed : 0,
  };
}

/** What has changed, by the lamp that it has now. */
const turnedOf = onceFor((all: readonly Assessed[]) =>
  onceFor((before: ReadonlyMap<string, LampColour>) => {
    const turned = new Map<LampColour, Assessed[]>();
    for (const one of all) {
      if (!before.has(one.project.code)) continue;
      const same = turned.get(one.lamp.lamp);
      if (same) same.push(one);
      else turned.set(one.lamp.lamp, [one]);
    }
    return turned;
  }),
);

const counted = (words: string, list: readonly Assessed[]): string =>
  list.length > 0 ? `${words}${list.length}` : "";

function changeOf({ project, lamp }: Assessed, was: LampColour, solved: string | undefined): string {
  const unit = project.unit ? `　${typed(project.unit, 20)}` : "";
  return `${lampSign(was)}→${lampSign(lamp.lamp)} ${typed(project.name)}${unit}${solved ? `　${solved}` : ""}`;
}

function silentLine(silent: readonly Assessed[], most: number): string {
  const names = silent.slice(0, most).map(({ project }) => typed(project.name, 30));
  return `→${lampSign("grey")} 未报：${names.join("、")}${silent.length > most ? `等${silent.length}个` : ""}`;
}
