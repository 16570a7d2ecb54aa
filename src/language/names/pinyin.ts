import { createRequire } from "node:module";
import type { NamedProject } from "../names.js";
import { foldName } from "../text/normalise.js";
import { withoutBrackets } from "./spellings.js";

interface PinyinModule {
  pinyin(text: string, options: { toneType: "none"; type: "array"; v: boolean }): string[];
}

let library: PinyinModule | undefined;

/** The letters of a folded text without tones and spaces; what is not Chinese stays. */
export function lettersOf(folded: string): string {
  library ??= createRequire(import.meta.url)("pinyin-pro") as PinyinModule;
  return library.pinyin(folded, { toneType: "none", type: "array", v: true }).join("");
}

/** Projects by their names spelled in letters. Built on first use, for the library is slow to load. */
export class PinyinNames {
  #byLetters: Map<string, NamedProject[]> | undefined;

  constructor(private readonly projects: readonly NamedProject[]) {}

  prepare(): Map<string, NamedProject[]> {
    this.#byLetters ??= this.#build();
    return this.#byLetters;
  }

  /** The projects whose name or alias is spelled exactly so. */
  find(letters: string): readonly NamedProject[] {
    return this.prepare().get(letters) ?? [];
  }

  #build(): Map<string, NamedProject[]> {
    const found = new Map<string, NamedProject[]>();
    for (const project of this.projects) {
      for (const name of [project.name, ...project.aliases]) {
        const spelled = lettersOf(withoutBrackets(foldName(name))).replace(/[^a-z0-9]/g, "");
        if (!/[a-z]{4}/.test(spelled)) continue;
        const known = found.get(spelled);
        if (!known) found.set(spelled, [project]);
        else if (!known.includes(project)) known.push(project);
      }
    }
    return found;
  }
}
