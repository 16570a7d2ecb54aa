import type { NamedProject } from "../names.js";
import { foldName } from "../text/normalise.js";
import { Grams } from "./grams.js";
import { lettersOf } from "./pinyin.js";
import { oneSlip } from "./slips.js";
import { withoutBrackets } from "./spellings.js";

interface Spelling {
  text: string;
  project: NamedProject;
}

/** Words that are part of many names and point at none. */
const COMMON = new Set(
  "地块 项目 工程 道路 广场 路 站 隧道 线 公园 空间 公共空间 综合体 用地 单元 住房 南路 北路 东路 西路 号线 地铁 土地 核心区 生态 综合 城市 号 改造 建设 研发 整治 综合整治".split(
    " ",
  ),
);
const MOST = 5;
/** characters of a word that has more than three pairs */
const LONG = 5;
/** pairs that two words of four characters or more share when they have half of them in common */
const LEAST_SHARED = 2;

/**
 * Projects that a word may mean which is no name: a part of a name (外环), a name with a wrong
 * character (五宁路), letters with a slip. The answer is always to be offered, never taken.
 */
export class NearNames {
  #spellings: Spelling[] | undefined;
  #grams: Grams | undefined;
  #byLetters: Map<string, NamedProject[]> | undefined;

  constructor(private readonly projects: readonly NamedProject[]) {}

  prepare(): void {
    this.#pairs();
    this.#letters();
  }

  /** The likeliest projects, best first; none when nothing comes near. */
  find(word: string): string[] {
    const folded = foldName(word);
    if (folded.length < 2 || folded.length > 30 || COMMON.has(folded)) return [];
    const parts = this.#containing(folded);
    if (parts.length > 0) return parts;
    const stem = folded.replace(/(?:地块|项目|工程|道路)$/, "");
    if (stem !== folded && stem.length >= 2) {
      const wider = this.find(stem);
      if (wider.length > 0) return wider;
    }
    if (/^[a-z0-9]+$/.test(folded))
      return /[a-z]{4}/.test(folded) ? this.#misspelledLetters(folded) : this.#mistyped(folded);
    const sound = this.#letters().get(lettersOf(folded));
    if (sound) return names(sound);
    return this.#mistyped(folded);
  }

  #list(): Spelling[] {
    this.#spellings ??= this.projects.flatMap((project) => {
      const texts = [project.name, ...project.aliases].map((name) => withoutBrackets(foldName(name)));
      return [...new Set(texts)].map((text) => ({ text, project }));
    });
    return this.#spellings;
  }

  #letters(): Map<string, NamedProject[]> {
    if (this.#byLetters) return this.#byLetters;
    const found = new Map<string, NamedProject[]>();
    for (const { text, project } of this.#list()) {
      const letters = lettersOf(text);
      const known = found.get(letters);
      if (!known) found.set(letters, [project]);
      else if (!known.includes(project)) known.push(project);
    }
    this.#byLetters = found;
    return found;
  }

  #containing(part: string): string[] {
    if (/^\d{1,2}$/.test(part)) return [];
    const found = new Set<NamedProject>();
    for (const { text, project } of this.#at(this.#pairs().holding(part))) {
      if (text.includes(part) && text !== part && !insideNumber(text, part)) found.add(project);
      if (found.size > MOST * 2) break;
    }
    return names([...found]);
  }

  #mistyped(word: string): string[] {
    if (word.length < 3) return [];
    const close = new Set<NamedProject>();
    const pairs = this.#pairs();
    // A slip spoils three pairs at most: of a long word some are left.
    const places =
      word.length >= LONG ? [...pairs.shared(word).keys()].sort((a, b) => a - b) : pairs.aboutAsLong(word);
    for (const { text, project } of this.#at(places)) if (oneSlip(word, text)) close.add(project);
    if (close.size > 0) return names([...close]);
    return word.length < 4 ? [] : names(this.#alike(word));
  }

  /** Names with half of their pairs of characters in common, the likest first. */
  #alike(word: string): NamedProject[] {
    const likely: { at: number; project: NamedProject; score: number }[] = [];
    for (const [at, shared] of this.#pairs().shared(word)) {
      const spelling = this.#list()[at];
      if (shared < LEAST_SHARED || !spelling) continue;
      const { text, project } = spelling;
      if (text.length < 4 || Math.abs(text.length - word.length) > 3) continue;
      const score = dice(word, text);
      if (score >= 0.5) likely.push({ at, project, score });
    }
    likely.sort((a, b) => b.score - a.score || a.at - b.at);
    return [...new Set(likely.map(({ project }) => project))];
  }

  #pairs(): Grams {
    this.#grams ??= new Grams(this.#list().map(({ text }) => text));
    return this.#grams;
  }

  #at(places: readonly number[]): Spelling[] {
    const spellings = this.#list();
    return places.flatMap((at) => spellings[at] ?? []);
  }

  #misspelledLetters(word: string): string[] {
    const found = new Set<NamedProject>();
    for (const [letters, projects] of this.#letters()) {
      if (letters.startsWith(word) || oneSlip(word, letters))
        for (const project of projects) found.add(project);
    }
    return names([...found]);
  }
}

function names(projects: readonly NamedProject[]): string[] {
  return projects.slice(0, MOST).map(({ name }) => name);
}

/** 06 is no part of 606. */
function insideNumber(text: string, part: string): boolean {
  const at = text.indexOf(part);
  const before = text.charAt(at - 1) + part.charAt(0);
  const after = part.charAt(part.length - 1) + text.charAt(at + part.length);
  return /^\d\d$/.test(before) || /^\d\d$/.test(after);
}

/** How many pairs of neighbouring characters two words share, from 0 to 1. */
function dice(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at + 1 < a.length; at++) if (b.includes(a.slice(at, at + 2))) shared++;
  return (2 * shared) / (a.length + b.length - 2);
}
