import type { Answer } from "../src/bot/command.js";
import { nearProjects } from "../src/bot/near-projects.js";
import type { Turn } from "../src/bot/turn.js";
import { text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import type { StandingFilter } from "../src/domain/project.js";
import { ownScope } from "./own-projects.js";

/** Which projects a list is of. */
export interface Filter {
  class?: string;
  unit?: string;
  lamps?: LampColour[];
  /** the speaker's own projects: 我的 */
  codes?: string[];
}

/** What the store is asked for: of the projects that may be seen here, those of the filter. */
export function standingFilter({ sight }: Pick<Turn, "sight">, filter: Filter): StandingFilter {
  const { codes } = filter;
  return {
    codes: codes ? new Set(codes.filter((code) => sight.codes?.has(code) ?? true)) : sight.codes,
    ...(filter.class ? { class: filter.class } : {}),
    ...(filter.unit ? { unit: filter.unit } : {}),
  };
}

const LAMPS: Record<string, LampColour> = {
  红: "red",
  黄: "yellow",
  绿: "green",
  灰: "grey",
  未报: "grey",
};

/** 列表 全部: a word that leaves nothing out. */
const EVERYTHING = new Set(["全部", "所有", "项目", "全部项目", "所有项目"]);

export const LAMP_NAMES: Record<LampColour, string> = {
  red: "红灯",
  yellow: "黄灯",
  green: "绿灯",
  grey: "未报",
};

/** What a word of a filter was not taken for, in a sentence. */
export interface Unread {
  unread: string;
}

/** Each word is a lamp, or the one class or unit; a word that is none of them is said, not passed over. */
export async function readFilter(turn: Turn, rest: string): Promise<Filter | Unread> {
  const filter: Filter = {};
  const words = rest.split(/[\s,，、]+/).filter(Boolean);
  if (words.length === 0) return filter;
  const classes = new Set((await turn.tx.projects.all()).flatMap((project) => project.class ?? []));
  const units = await turn.tx.projects.units();
  for (const word of words) {
    const lamp = LAMPS[word.replace(/灯?项目$|灯$/, "")];
    const unit = units.find(({ name, aliases }) => name === word || aliases.includes(word));
    if (EVERYTHING.has(word)) continue;
    const own = unit || lamp ? null : await ownScope(turn, word);
    if (own && !filter.unit && !filter.codes) {
      Object.assign(filter, own);
      continue;
    }
    const meant = classes.has(word)
      ? [word]
      : [...classes].filter((name) => word.length >= 2 && name.includes(word));
    if (meant.length > 1) return { unread: `“${typed(word, 40)}”有${meant.join("、")}，请写明是哪一类。` };
    const [isClass] = meant;
    if (lamp) filter.lamps = [...(filter.lamps ?? []), lamp];
    else if (isClass && !filter.class) filter.class = isClass;
    else if (unit && !filter.unit) filter.unit = unit.name;
    else if (isClass || unit)
      return { unread: `一次只能看一个类别、一个单位，“${typed(word, 40)}”请另外再问。` };
    else return { unread: await notAFilter(turn, word) };
  }
  return filter;
}

async function notAFilter(turn: Turn, word: string): Promise<string> {
  const [near] = await nearProjects(turn, word);
  const project = near ? `看${near.name}请说“查 ${near.name}”` : "查一个项目请说“查 项目名”";
  return `“${typed(word, 40)}”不是类别、灯或单位；${typed(project, 100)}。`;
}

/** The answer to a filter that was not understood, with how to say it. */
export function unreadFilter(
  { unread }: Unread,
  command: string,
  examples: readonly string[] = ["区属重大", "红灯", "区建管委"],
  ...others: readonly string[]
): Answer {
  const like = [...examples.map((word) => `${command} ${word}`), ...others].join("、");
  return {
    card: { title: "没有这样的分类", tone: "grey", blocks: [text(`${unread}可以这样说：${like}。`)] },
  };
}
