import type { NamedProject, NameIndex } from "../names.js";

/** A name found in a text. */
export interface Mention {
  start: number;
  end: number;
  /** one project; several when they share the spelling; none for a unit */
  projects: readonly NamedProject[];
  unit?: string;
  /** as folded, without spaces */
  spelling: string;
}

const UNIT_OF_FIGURE =
  /[万亿元亩%户个天米层公里平人名日栋幢根吨块w千百]|成(?!交)|[月年](?![底末内初中前后度])|号(?!地块|线|楼)/y;
const FIGURE_BEFORE = /(?:投资|完成|累计|共|约|达|达到|¥|又|再|剩|差|缺口) ?$/;
const LIST_NUMBER = /(?:^|[\n;。\s])\s*\d{1,2}\.$/;
const ALNUM = /[a-z0-9]/;
const CHINESE_NUMERAL = /[零一二三四五六七八九十百千万亿]/;

/** All names of projects and units in a normal text, the longest first where they overlap. */
export function findMentions(text: string, names: NameIndex): Mention[] {
  const { compact, at } = withoutSpaces(text);
  const found: Mention[] = [];
  let position = 0;
  while (position < compact.length - 1) {
    const mention = longestAt(text, compact, at, position, names);
    if (!mention || isMeasureOf(text, mention, found)) {
      position++;
      continue;
    }
    found.push(mention);
    position += mention.spelling.length;
  }
  const spelled = findLetters(text, found, names);
  const tails = findTails(text, [...found, ...spelled], names);
  return [...found, ...spelled, ...tails].sort((a, b) => a.start - b.start);
}

/** Spaces inside a name are of no account, but a figure must not grow together with a name. */
function withoutSpaces(text: string): { compact: string; at: Uint32Array } {
  const at = new Uint32Array(text.length + 1);
  let compact = "";
  if (!/[ \t]/.test(text)) {
    for (let index = 0; index <= text.length; index++) at[index] = index;
    return { compact: text, at };
  }
  const pieces: string[] = [];
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === " ") continue;
    at[length++] = index;
    pieces.push(char);
  }
  compact = pieces.join("");
  at[length] = text.length;
  return { compact, at };
}

function longestAt(
  text: string,
  compact: string,
  at: Uint32Array,
  position: number,
  names: NameIndex,
): Mention | undefined {
  const lengths = names.lengths.get(compact.slice(position, position + 2));
  if (!lengths) return undefined;
  for (const length of lengths) {
    const spelling = compact.slice(position, position + length);
    const named = spelling.length === length ? names.exact.get(spelling) : undefined;
    if (!named) continue;
    const start = at[position] ?? 0;
    const end = (at[position + length - 1] ?? 0) + 1;
    if (!standsAlone(text, start, end, spelling) || inClassName(text, start, spelling, names)) continue;
    return { start, end, projects: named.projects, spelling, ...(named.unit ? { unit: named.unit } : {}) };
  }
  return undefined;
}

/** 核心区土地移交53亩，收储资金11.5亿: behind another of its class, the alias is the name of the measure. */
function isMeasureOf(text: string, { end, projects, spelling }: Mention, found: readonly Mention[]): boolean {
  if (!text.startsWith("资金", end)) return false;
  const last = found.findLast((other) => other.projects.length > 0)?.projects[0];
  const own = projects[0];
  if (!last?.class || own === last) return false;
  return own?.class === last.class && last.class.includes(spelling);
}

/** 土地收储完成多少: the class is named, not the project whose alias is 收储. */
function inClassName(text: string, start: number, spelling: string, { naming }: NameIndex): boolean {
  return naming.classes.some((name) => {
    const offset = name.length > spelling.length ? name.indexOf(spelling) : -1;
    return offset > 0 && text.startsWith(name, start - offset);
  });
}

/** Whether digits and letters at the name's edges belong to it and not to a figure beside it. */
function standsAlone(text: string, start: number, end: number, spelling: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const first = spelling.charAt(0);
  const last = spelling.charAt(spelling.length - 1);
  if (ALNUM.test(first)) {
    if (ALNUM.test(before) || before === "#" || before === "第") return false;
    if (
      /[.\-/]/.test(before) &&
      ALNUM.test(text.charAt(start - 2)) &&
      !LIST_NUMBER.test(text.slice(Math.max(0, start - 5), start))
    ) {
      return before === "/" && /^\d{3}$/.test(spelling);
    }
  }
  if (ALNUM.test(last)) {
    if (ALNUM.test(after)) return false;
    if (
      /[.-]/.test(after) &&
      /\d/.test(text.charAt(end + 1)) &&
      !/^-\d+(?:\.\d+)?%/.test(text.slice(end, end + 8))
    )
      return false;
    if (spelling !== text.slice(start, end) && unitAt(text, end))
      return !/\d+$/.test(spacedTail(text, start, end));
  }
  if (/^\d+$/.test(spelling)) {
    if (unitAt(text, end) && !text.startsWith("百分之", end)) return false;
    if (
      FIGURE_BEFORE.test(text.slice(Math.max(0, start - 4), start)) &&
      !/^(?:号?地块|号线)/.test(text.slice(end, end + 3))
    )
      return false;
  }
  if (CHINESE_NUMERAL.test(first) && CHINESE_NUMERAL.test(before)) return false;
  // 新金环八十八百分之七十: a fraction begins behind the name.
  if (text.startsWith("百分之", end)) return true;
  return !(CHINESE_NUMERAL.test(last) && CHINESE_NUMERAL.test(after));
}

function unitAt(text: string, end: number): boolean {
  UNIT_OF_FIGURE.lastIndex = end;
  return UNIT_OF_FIGURE.test(text);
}

/** What stands behind the last space inside a match: 新金环 88% is a figure behind a shorter name. */
function spacedTail(text: string, start: number, end: number): string {
  const match = text.slice(start, end);
  return match.slice(match.lastIndexOf(" ") + 1);
}

const LETTERS = /[a-z0-9]+(?:[ '][a-z0-9]+){0,12}/g;

/** Names spelled in pinyin: wuninglu, wu ning lu, xinjinhuan88. */
function findLetters(text: string, taken: readonly Mention[], names: NameIndex): Mention[] {
  if (!/[a-z]{2}/.test(text)) return [];
  const found: Mention[] = [];
  LETTERS.lastIndex = 0;
  for (let match = LETTERS.exec(text); match; match = LETTERS.exec(text)) {
    if (match[0].replace(/[^a-z]/g, "").length < 4) continue;
    const tokens = [...match[0].matchAll(/[a-z]+|\d+/g)].map((token) => ({
      text: token[0],
      start: match.index + token.index,
      end: match.index + token.index + token[0].length,
    }));
    const base = match.index;
    const stop = base + match[0].length;
    if (taken.some(({ start, end }) => start < stop && base < end && end - start > 4)) continue;
    const spelled = longestSpelled(tokens, names);
    if (spelled) found.push(spelled);
  }
  return found;
}

function longestSpelled(
  tokens: { text: string; start: number; end: number }[],
  names: NameIndex,
): Mention | undefined {
  const limit = Math.min(tokens.length, 12);
  for (let from = 0; from < limit; from++) {
    for (let to = limit; to > from; to--) {
      const letters = tokens
        .slice(from, to)
        .map((token) => token.text)
        .join("");
      if (!/[a-z]{4}/.test(letters)) continue;
      const projects = names.pinyin.find(letters);
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (projects.length > 0 && first && last)
        return { start: first.start, end: last.end, projects, spelling: letters };
    }
  }
  return undefined;
}

/** 敦煌南路 35% 隧道…: behind 敦煌南路, 隧道 alone is 敦煌南路隧道. */
function findTails(text: string, taken: readonly Mention[], names: NameIndex): Mention[] {
  const found: Mention[] = [];
  const done = new Set<string>();
  for (const head of taken) {
    const tails = names.tails.get(head.spelling);
    if (!tails || done.has(head.spelling)) continue;
    done.add(head.spelling);
    for (const [tail, project] of tails) {
      for (let at = text.indexOf(tail, head.end); at >= 0; at = text.indexOf(tail, at + tail.length)) {
        const end = at + tail.length;
        if (!/[\s，。;,]/.test(text.charAt(at - 1))) continue;
        if ([...taken, ...found].some((other) => other.start < end && at < other.end)) continue;
        found.push({ start: at, end, projects: [project], spelling: tail });
      }
    }
  }
  return found;
}

/** Stands for each character of a project's name in the masked text. */
export const PROJECT_MARK = "\ue000";
/** Stands for each character of a unit's name. */
const UNIT_MARK = "\ue001";

/** The text with every name covered, so that no digit of a name is read as a figure. */
export function mask(text: string, mentions: readonly Mention[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end, projects } of mentions) {
    masked += text.slice(at, start) + (projects.length > 0 ? PROJECT_MARK : UNIT_MARK).repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
