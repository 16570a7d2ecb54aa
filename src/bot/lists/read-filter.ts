import { typed } from "../../cards/typed.js";
import type { Filter } from "../../domain/filter.js";
import { addPart, type FilterNames, readFilterWord } from "../../domain/filter-words.js";
import type { QueryItem } from "../../language/items.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { nearProjects } from "../near-projects.js";
import type { Turn } from "../turn.js";
import { ownScope } from "./own-projects.js";
import { sectionsOf } from "./projects-of.js";

/** What a word of a filter was not taken for, in a sentence. */
export interface Unread {
  unread: string;
}

/** 列表 全部: a word that leaves nothing out. */
const EVERYTHING = new Set(["全部", "所有", "项目", "全部项目", "所有项目", "重大项目", "全区"]);

/** Words behind a command: conditions of any sort, together or apart; what is none is said, not passed over. */
export async function readFilter(turn: Turn, rest: string): Promise<Filter | Unread> {
  const filter: Filter = {};
  const words = rest.split(/[\s,，、]+/).filter(Boolean);
  if (words.length === 0) return filter;
  const names = await filterNames(turn, rest);
  for (const word of words) {
    if (EVERYTHING.has(word)) continue;
    const { parts, left } = readFilterWord(word, names);
    const own = parts.length === 0 ? await ownScope(turn, word) : null;
    if (own && !filter.unit && !filter.codes) {
      Object.assign(filter, own);
      continue;
    }
    if (left !== "") {
      const meant = left.length >= 2 ? names.classes.filter((name) => name.includes(left)) : [];
      if (meant.length > 1) return { unread: `“${typed(word, 40)}”有${meant.join("、")}，请写明是哪一类。` };
      const [value] = meant;
      if (value === undefined) return { unread: await notAFilter(turn, word) };
      parts.push({ key: "class", value });
    }
    for (const part of parts)
      if (!addPart(filter, part))
        return { unread: `每种条件一次只能看一个，“${typed(word, 40)}”请另外再问。` };
  }
  return filter;
}

/** The conditions of a question, as the reader of language found them; sections it does not know. */
export async function filterAsked(turn: Turn, asked: QueryItem): Promise<Filter> {
  const { class: ofClass, unit, kind, stage, lamp, text: words = "" } = asked;
  const section = /科/.test(words)
    ? (await sectionsOf(turn.tx)).find((name) => words.includes(name))
    : undefined;
  return {
    ...(section ? { section } : {}),
    ...(ofClass ? { class: ofClass } : {}),
    ...(unit ? { unit } : {}),
    ...(kind ? { kind } : {}),
    ...(stage ? { stage } : {}),
    ...(lamp ? { lamps: [lamp] } : {}),
  };
}

async function filterNames({ tx }: Turn, rest: string): Promise<FilterNames> {
  const all = await tx.projects.all();
  return {
    classes: [...new Set(all.flatMap((project) => project.class ?? []))],
    units: await tx.projects.units(),
    kinds: [...new Set(all.map(({ kind }) => kind))],
    stages: [...new Set(all.map(({ stage }) => stage))],
    sections: rest.includes("科") ? await sectionsOf(tx) : [],
  };
}

async function notAFilter(turn: Turn, word: string): Promise<string> {
  const [near] = await nearProjects(turn, word);
  const project = near ? `看${near.name}请说“查 ${near.name}”` : "查一个项目请说“查 项目名”";
  return `“${typed(word, 40)}”不是类别、单位、种类、阶段或灯；${typed(project, 100)}。`;
}

/** The answer to a filter that was not understood, with how to say it. */
export function unreadFilter(
  { unread }: Unread,
  command: string,
  examples: readonly string[] = ["区属重大", "道路 红灯", "区建管委"],
  ...others: readonly string[]
): Answer {
  const like = [...examples.map((word) => `${command} ${word}`), ...others].join("、");
  return brief("没有这样的分类", `${unread}可以这样说：${like}。`);
}
