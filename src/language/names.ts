import { NearNames } from "./names/near.js";
import { PinyinNames } from "./names/pinyin.js";
import { namedWithDigits, spellings } from "./names/spellings.js";
import { foldName } from "./text/normalise.js";

/** All names that the group uses, as the caller knows them. */
export interface Naming {
  projects: NamedProject[];
  units: NamedUnit[];
  /** 市属重大, 区属重大 … */
  classes: string[];
  commands: { name: string; aliases: string[] }[];
}

export interface NamedProject {
  name: string;
  aliases: string[];
  kind?: string;
  class?: string | null;
  /** what is known of it in words; a company that stands first here leads people to the project */
  facts?: string | null;
}

export interface NamedUnit {
  name: string;
  aliases: string[];
}

/** What a spelling stands for. One spelling may be a company and the project named after it. */
export interface Named {
  projects: NamedProject[];
  unit?: string;
}

/** The names in the form in which messages are searched for them. Built once, used for every message. */
export interface NameIndex {
  naming: Naming;
  /** by the folded spelling, without spaces */
  exact: ReadonlyMap<string, Named>;
  /** by the first two characters: how long the spellings are that begin so, the longest first */
  lengths: ReadonlyMap<string, readonly number[]>;
  /** project by full name */
  project: ReadonlyMap<string, NamedProject>;
  /** what may follow a project's name to make it another's: 敦煌南路 → 隧道 */
  tails: ReadonlyMap<string, ReadonlyMap<string, NamedProject>>;
  /** company → the projects known by it */
  parties: ReadonlyMap<string, readonly string[]>;
  commands: ReadonlyMap<string, string>;
  pinyin: PinyinNames;
  near: NearNames;
}

/** Builds the index; some 100 ms for 10,000 projects. Pinyin and near names follow at first use: their dictionary takes some 15 MB. */
export function buildNameIndex(naming: Naming): NameIndex {
  const exact = new Map<string, Named>();
  for (const project of naming.projects) {
    for (const name of [project.name, ...project.aliases]) {
      for (const spelling of spellings(name)) addProject(exact, spelling, project);
    }
  }
  // A derived spelling never takes the place of a name that somebody gave.
  for (const project of naming.projects) {
    for (const name of [project.name, ...project.aliases]) {
      for (const spelling of namedWithDigits(name)) {
        if (!exact.has(spelling)) exact.set(spelling, { projects: [project] });
      }
    }
  }
  for (const unit of naming.units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const spelling = foldName(name);
      const named = exact.get(spelling);
      exact.set(spelling, { projects: named?.projects ?? [], unit: unit.name });
    }
  }
  const index: NameIndex = {
    naming,
    exact,
    lengths: lengthsOf(exact),
    project: new Map(naming.projects.map((project) => [project.name, project])),
    tails: tailsOf(exact),
    parties: partiesOf(naming, exact),
    commands: commandsOf(naming),
    pinyin: new PinyinNames(naming.projects),
    near: new NearNames(naming.projects),
  };
  return index;
}

function addProject(exact: Map<string, Named>, spelling: string, project: NamedProject): void {
  const named = exact.get(spelling);
  if (!named) exact.set(spelling, { projects: [project] });
  else if (!named.projects.includes(project)) named.projects.push(project);
}

function lengthsOf(exact: ReadonlyMap<string, Named>): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  for (const spelling of exact.keys()) {
    if (spelling.length < 2) continue;
    const key = spelling.slice(0, 2);
    const lengths = found.get(key) ?? new Set();
    found.set(key, lengths.add(spelling.length));
  }
  return new Map([...found].map(([key, lengths]) => [key, [...lengths].sort((a, b) => b - a)]));
}

function tailsOf(exact: ReadonlyMap<string, Named>): Map<string, Map<string, NamedProject>> {
  const found = new Map<string, Map<string, NamedProject>>();
  for (const [spelling, { projects }] of exact) {
    const [whole] = projects;
    if (!whole || projects.length > 1) continue;
    for (let cut = 2; cut <= spelling.length - 2; cut++) {
      const head = spelling.slice(0, cut);
      const owner = exact.get(head)?.projects[0];
      if (!owner || owner === whole) continue;
      const tails = found.get(head) ?? new Map<string, NamedProject>();
      found.set(head, tails.set(spelling.slice(cut), whole));
    }
  }
  return found;
}

function partiesOf(naming: Naming, exact: ReadonlyMap<string, Named>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, facts } of naming.projects) {
    const party = facts?.split(/[；;，,。]/)[0]?.trim() ?? "";
    const unit = exact.get(foldName(party))?.unit;
    if (unit) found.set(unit, [...(found.get(unit) ?? []), name]);
  }
  return found;
}

function commandsOf(naming: Naming): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, aliases } of naming.commands) {
    for (const word of [...aliases, name]) found.set(foldName(word), name);
  }
  return found;
}
