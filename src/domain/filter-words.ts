import type { Filter } from "./filter.js";
import { kindIn } from "./filter-kind.js";
import { stageIn } from "./filter-stage.js";
import type { LampColour } from "./lamp-part.js";
import type { Unit } from "./project.js";

/** The names that words of a filter are known by. */
export interface FilterNames {
  classes: readonly string[];
  units: readonly Unit[];
  kinds: readonly string[];
  stages: readonly string[];
  /** 科室 */
  sections: readonly string[];
}

/** One condition that a word names, with the word itself: 区属重大里亮红的 has two. */
export type FilterPart =
  | { key: "class" | "unit" | "kind" | "stage" | "section"; value: string }
  | { key: "lamps"; value: LampColour };

export interface ReadWord {
  parts: FilterPart[];
  /** what no condition and no everyday word accounts for */
  left: string;
}

const LAMPS: readonly { lamp: LampColour; words: RegExp }[] = [
  { lamp: "red", words: /^红$|亮?红(?:灯|牌|色)|亮红/ },
  { lamp: "yellow", words: /^黄$|亮?黄(?:灯|牌|色)|亮黄/ },
  { lamp: "green", words: /^绿$|亮?绿(?:灯|牌|色)|亮绿/ },
  { lamp: "grey", words: /^灰$|亮?灰(?:灯|牌|色)|亮灰|未报/ },
];

/** How people shorten the classes' names. */
const CLASS_WORDS: readonly { words: RegExp; name: RegExp }[] = [
  { words: /市属(?:重大)?|市级?重大/, name: /市属/ },
  { words: /(?:区属)?重点预备|预备/, name: /预备/ },
  { words: /区属(?:重大)?|区级?重大/, name: /区属重大|区属/ },
  { words: /土地出让|出让/, name: /出让/ },
  { words: /土地收储|收储/, name: /收储/ },
];

const FILLER =
  /项目|工程|阶段|哪些|哪几个|几个|多少个?|情况|进展|进度|怎么样|如何|全部|所有|一览|完成|累计|投资|看看|看|查|列(?:一下|出)?|[类的里中内是都有了呢吗个底]|[\s?？!！。.,，、]/g;

/** The conditions in a word or in several that stand without a space. */
export function readFilterWord(word: string, names: FilterNames): ReadWord {
  const parts: FilterPart[] = [];
  let left = word;
  const cut = (at: number, length: number) => {
    left = `${left.slice(0, at)} ${left.slice(at + length)}`;
  };
  const spellings = names.units
    .flatMap(({ name, aliases }) => [name, ...aliases].map((spelling) => ({ spelling, name })))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  for (const { spelling, name } of spellings) {
    const at = left.indexOf(spelling);
    if (at < 0) continue;
    parts.push({ key: "unit", value: name });
    cut(at, spelling.length);
  }
  for (const name of names.classes.toSorted((a, b) => b.length - a.length)) {
    const at = left.indexOf(name);
    if (at < 0) continue;
    parts.push({ key: "class", value: name });
    cut(at, name.length);
  }
  const section = names.sections.find((name) => left.includes(name));
  if (section) {
    parts.push({ key: "section", value: section });
    cut(left.indexOf(section), section.length);
  }
  for (const { words, name } of CLASS_WORDS) {
    const match = words.exec(left);
    const value = match && names.classes.find((known) => name.test(known));
    if (!match || !value) continue;
    parts.push({ key: "class", value });
    cut(match.index, match[0].length);
  }
  for (const { lamp, words } of LAMPS) {
    const match = words.exec(left);
    if (!match) continue;
    parts.push({ key: "lamps", value: lamp });
    cut(match.index, match[0].length);
  }
  const stage = stageIn(left, names.stages);
  if (stage) {
    parts.push({ key: "stage", value: stage.say });
    cut(stage.at, stage.length);
  }
  const kind = kindIn(left, names.kinds);
  if (kind) {
    parts.push({ key: "kind", value: kind.say });
    cut(kind.at, kind.length);
  }
  return { parts, left: left.replace(FILLER, "") };
}

/** Adds a condition; false where the filter has another value for it. */
export function addPart(filter: Filter, part: FilterPart): boolean {
  if (part.key === "lamps") {
    filter.lamps = [...new Set([...(filter.lamps ?? []), part.value])];
    return true;
  }
  const known = filter[part.key];
  if (known !== undefined && known !== part.value) return false;
  filter[part.key] = part.value;
  return true;
}
