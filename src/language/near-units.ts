import type { Unit } from "../domain/project.js";
import { nearest } from "./nearest.js";

const SHARED = 2;

/**
 * The units that somebody may have meant by a name that is not exact, nearest first: 桃浦公司 is short for
 * 桃浦智创城公司, 建官委 sounds like 建管委, 规划局 shares its words with 区规划资源局.
 */
export function nearUnits(said: string, units: readonly Unit[], most: number): string[] {
  const names = ({ name, aliases }: Unit) => [name, ...aliases];
  const short = units.filter((unit) => names(unit).some((name) => isShortFor(said, name)));
  const alike = new Set(nearest(said, units.flatMap(names), most));
  const sounding = units.filter((unit) => names(unit).some((name) => alike.has(name)));
  const sharing = units
    .map((unit) => ({ unit, shared: Math.max(...names(unit).map((name) => longestShared(said, name))) }))
    .filter(({ shared }) => shared >= SHARED)
    .sort((a, b) => b.shared - a.shared)
    .map(({ unit }) => unit);
  return [...new Set([...short, ...sounding, ...sharing].map(({ name }) => name))].slice(0, most);
}

/** Whether the characters of a short form stand in the name in their order, the first one first (区 aside). */
function isShortFor(said: string, name: string): boolean {
  const [first, ...others] = [...said];
  const full = first === "区" ? name : name.replace(/^区/, "");
  if (others.length === 0 || !full.startsWith(first ?? "")) return false;
  let from = 1;
  for (const character of others) {
    const at = full.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** 公司 or 中心 alone says nothing. */
const KINDS = /公司|中心|有限|集团/g;

function longestShared(a: string, b: string): number {
  const said = a.replace(KINDS, " ");
  const name = b.replace(KINDS, " ");
  for (let size = Math.min(said.length, name.length); size >= SHARED; size--)
    for (let at = 0; at + size <= name.length; at++) {
      const run = name.slice(at, at + size);
      if (!run.includes(" ") && said.includes(run)) return size;
    }
  return 0;
}
