import { lampSign } from "../domain/lamp.js";
import type { LampColour } from "../domain/lamp-part.js";
import { onceFor } from "../domain/once-for.js";
import type { Assessed } from "../domain/portfolio.js";
import { typed } from "./typed.js";

/** Of each kind at most so many are named; the rest by a button. */
const MOST = 8;
/** Where so many have changed, no card can name them all; they are counted. */
export const MOST_NAMED = 500;
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
  /** who solved what of which project */
  unblocked: ReadonlyMap<string, string> = new Map(),
): LampChanges {
  const changed = turnedOf(all)(before);
  const most = isFull ? Number.POSITIVE_INFINITY : MOST;
  const told = TURNS.flatMap(({ turn }) => changed.get(turn) ?? []);
  const solved = solvedLines(all, unblocked, told.slice(0, most), most);
  if (changed.size === 0) return { lines: ["与上次相比，灯没有变化。", ...solved], left: 0 };
  const silent = changed.get("silent") ?? [];
  const counts = [...TURNS, SILENT].flatMap(({ turn, words }) => {
    const count = changed.get(turn)?.length ?? 0;
    return count > 0 ? [`${words}${count}`] : [];
  });
  const unnamed = Math.max(0, told.length - most) + Math.max(0, silent.length - most);
  return {
    lines: [
      `**${counts.join("，")}**`,
      ...told
        .slice(0, most)
        .map((one) => changeOf(one, before.get(one.project.code) ?? "grey", unblocked.get(one.project.code))),
      ...(told.length > most ? [`……等${told.length}个`] : []),
      ...(silent.length > 0 ? [silentLine(silent, most)] : []),
      ...solved,
    ],
    left: before.size <= MOST_NAMED ? unnamed : 0,
  };
}

type LampTurn = "newly red" | "better" | "green" | "reported" | "yellow" | "silent";

/** In the order in which they are told; what turned 未报 is told in a line of its own. */
const TURNS: readonly { turn: LampTurn; words: string }[] = [
  { turn: "newly red", words: "新增红" },
  { turn: "green", words: "转绿" },
  { turn: "better", words: "红转黄" },
  { turn: "yellow", words: "转黄" },
  { turn: "reported", words: "补报后绿灯" },
];
const SILENT: { turn: LampTurn; words: string } = { turn: "silent", words: "转灰" };

/** Who was late and is on time has caught up; who had not reported has only done so. */
function turnFrom(was: LampColour, is: LampColour): LampTurn {
  if (is === "red") return "newly red";
  if (is === "grey") return "silent";
  if (is === "yellow") return was === "red" ? "better" : "yellow";
  return was === "grey" ? "reported" : "green";
}

/** What has changed, by what has become of it. */
const turnedOf = onceFor((all: readonly Assessed[]) =>
  onceFor((before: ReadonlyMap<string, LampColour>) => {
    const turned = new Map<LampTurn, Assessed[]>();
    for (const one of all) {
      const was = before.get(one.project.code);
      if (was === undefined) continue;
      const turn = turnFrom(was, one.lamp.lamp);
      const same = turned.get(turn);
      if (same) same.push(one);
      else turned.set(turn, [one]);
    }
    return turned;
  }),
);

/** What was solved of projects whose line does not say so already. */
function solvedLines(
  all: readonly Assessed[],
  unblocked: ReadonlyMap<string, string>,
  told: readonly Assessed[],
  most: number,
): string[] {
  if (unblocked.size === 0) return [];
  const said = new Set(told.map(({ project }) => project.code));
  const rest = all.filter(({ project }) => unblocked.has(project.code) && !said.has(project.code));
  const lines = rest
    .slice(0, most)
    .map(({ project }) => `✅ ${typed(project.name)}　${unblocked.get(project.code) ?? ""}`);
  return rest.length > most ? [...lines, `……等${rest.length}个`] : lines;
}

function changeOf({ project, lamp }: Assessed, was: LampColour, solved: string | undefined): string {
  const unit = project.unit ? `　${typed(project.unit, 20)}` : "";
  return `${lampSign(was)}→${lampSign(lamp.lamp)} ${typed(project.name)}${unit}${solved ? `　${solved}` : ""}`;
}

function silentLine(silent: readonly Assessed[], most: number): string {
  const names = silent.slice(0, most).map(({ project }) => typed(project.name, 30));
  return `→${lampSign("grey")} 转灰：${names.join("；")}${silent.length > most ? `等${silent.length}个` : ""}`;
}
