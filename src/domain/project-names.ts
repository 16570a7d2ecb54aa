import type { Project, Unit } from "./project.js";
import { CLASSES, endedWord } from "./project-details.js";

export interface KnownNames {
  projects: readonly Pick<Project, "code" | "name" | "aliases" | "ended">[];
  units: readonly Unit[];
  /** words that messages begin with */
  commands: readonly string[];
}

const SHORTEST = 2;
const LONGEST = 40;
/** of 1: from here on two names are so alike that it is asked whether they are one */
const ALIKE = 0.6;

/** Brackets, spaces and width do not make another name. */
const bare = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\([^()]*\)$/, "")
    .replace(/\s+/g, "")
    .toLowerCase();

const folded = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/**
 * Why a name or alias cannot be given: whose it is already, or what is wrong with it; null when it is free.
 *
 * @param own code of the project that is to get it
 */
export function nameTaken(name: string, known: KnownNames, own?: string): string | null {
  const wanted = folded(name);
  const size = [...wanted].length;
  if (size < SHORTEST || size > LONGEST) return `名称要${SHORTEST}到${LONGEST}个字`;
  if (/^[\d.,%]+[万亿元亩%]*$/.test(wanted) && !/^\d{3}$/.test(wanted))
    return `“${name}”像个数，报数时会认错`;
  const owner = known.projects.find((one) =>
    [one.name, ...one.aliases].some((each) => folded(each) === wanted),
  );
  if (owner && owner.code !== own) {
    const state = owner.ended ? `，${endedWord(owner.ended)}，要重新列入发“恢复 ${owner.name}”` : "";
    return `“${name}”已经是${owner.name}（${owner.code}）的名称或别名${state}`;
  }
  if (owner) return `“${name}”已经是它的名称或别名`;
  const unit = known.units.find((one) => [one.name, ...one.aliases].some((each) => folded(each) === wanted));
  if (unit) return `“${name}”是单位${unit.name}的名称或简称`;
  if (CLASSES.some((one) => one === wanted)) return `“${name}”是项目类别`;
  if (known.commands.some((word) => folded(word) === wanted)) return `“${name}”是跟我说话用的词（命令）`;
  return null;
}

/** The projects whose names come so close that the new one may be the same, nearest first. */
export function closeNames<T extends Pick<Project, "name" | "aliases">>(
  name: string,
  projects: readonly T[],
): T[] {
  return projects
    .map((project) => ({
      project,
      alike: Math.max(...[project.name, ...project.aliases].map((each) => likeness(bare(name), bare(each)))),
    }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .map(({ project }) => project);
}

/** 1 for the same name, 0 for names that share no two characters; a name within the other is nearly it. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // 武宁路快速化 in 武宁路快速化改造; 加油站 in 真南路加油站 may be another one, and is asked too.
  if (short.length >= 3 && long.includes(short) && short.length * 2 >= long.length) return 0.9;
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [one, other] = [pairs(a), pairs(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
