import { MILESTONES, NO_MILESTONE } from "../rules/milestones.js";
import { firstPart, SECTION } from "../rules/parts.js";
import type { Segment } from "../scene.js";

/** A milestone's word in a segment's body. */
export interface Word {
  /** the usual name of the milestone */
  name: string;
  start: number;
  end: number;
}

/** Milestones that share their date and their verb: 取得工规证及施工许可证. */
export interface WordGroup {
  words: Word[];
  start: number;
  end: number;
}

/** The milestones' words, by position. */
export function wordsIn(body: string): Word[] {
  const taken: Word[] = [];
  for (const { name, words: pattern } of MILESTONES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === "" || NO_MILESTONE.test(body.slice(end, end + 8))) continue;
      if (taken.some((word) => start < word.end && word.start < end)) continue;
      taken.push({ name, start, end });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  // 施工图…审图通过: the same milestone said twice counts where it is said last.
  return renamedByPart(body, taken).filter(
    (word, index, all) => all.findLastIndex(({ name }) => name === word.name) === index,
  );
}

const SECTION_BEFORE = new RegExp(`(${SECTION.source})[^\\d，,。、]{0,6}$`);

/** 沥青10月底完工: the milestone is the asphalt's, not the project's. */
function renamedByPart(body: string, found: readonly Word[]): Word[] {
  return found.map((word, index) => {
    // 1#楼封顶, 一期竣工: one building or phase is not the project.
    const section = SECTION_BEFORE.exec(body.slice(found[index - 1]?.end ?? 0, word.start))?.[1];
    if (section) return { ...word, name: `${section}${word.name}` };
    if (word.name !== "完工" && word.name !== "投用") return word;
    const part = firstPart(body.slice(found[index - 1]?.end ?? 0, word.start));
    return part ? { ...word, name: part } : word;
  });
}

/** Puts together what is joined by 及, 和, 、; of 建成通车 only 通车 remains. */
export function groupsOf(body: string, found: readonly Word[]): WordGroup[] {
  const groups: WordGroup[] = [];
  for (const word of found) {
    const last = groups.at(-1);
    const between = last ? body.slice(last.end, word.start) : undefined;
    if (last && between === "" && last.words.at(-1)?.name === "完工") last.words.pop();
    if (last && between !== undefined && /^\s*[、和及与]?\s*$/.test(between)) {
      last.words.push(word);
      last.end = word.end;
    } else groups.push({ words: [word], start: word.start, end: word.end });
  }
  return groups;
}

const VERB = /完成|做完|干完|安装完|施工完|结束|贯通|到位|取得|拿到|获得|办结|办好|办出/;
const GRANTED = /取得|拿到|获得|办/;
const NOTHING_ELSE = /^[\s\ue000【】:：将计划拟力争预计确保争取在于可能够要]*(?:完成|结束)[\s了吧]*$/;
/** 6月完成三千二: a sum without its unit is no part of the works. */
const NUMERAL_ONLY = /^[零一二两三四五六七八九十百千万亿半多几个来]+$/;
const OBJECT = /(?:完成|做完)([\u4e00-\u9fa5]{2,8}?)(?:工作|工程|施工|任务)?[\s。)]*$/;

/**
 * 路基10月底完成: a part with a day is a milestone by the part's name. A verb without its object
 * belongs to the milestone named before it in the sentence.
 */
export function partsWithDay(
  { body, dates, quantities, explicit }: Segment,
  before: readonly Word[],
): WordGroup[] {
  if (dates.length === 0 || quantities.some(({ kind }) => kind !== "other" && kind !== "bare")) return [];
  const verb = VERB.exec(body);
  if (!verb) return [];
  // 今日完成承台浇筑2个: so many of them, not the last one.
  if (quantities.some(({ kind, start }) => kind === "other" && start > verb.index)) return [];
  const place = { start: verb.index, end: verb.index + verb[0].length };
  const named = (...names: string[]): WordGroup[] => [
    { words: names.map((name) => ({ name, ...place })), ...place },
  ];
  const last = before.at(-1);
  if (GRANTED.test(verb[0])) {
    const certificate = /[\u4e00-\u9fa5]{1,8}证(?!据|明)/.exec(body)?.[0];
    return last ? named(last.name) : certificate ? named(certificate) : [];
  }
  const rest = dates.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    body,
  );
  const parts = partsIn(rest);
  if (parts.length > 0) return named(...parts);
  const object = OBJECT.exec(rest)?.[1];
  if (
    object &&
    !/协调|解决|^(?:投资|产值|产量|累计|进度|形象)|[了的吧]$/.test(object) &&
    !NUMERAL_ONLY.test(object)
  )
    return named(object);
  return explicit && NOTHING_ELSE.test(rest) ? named("完工") : [];
}

/** 路基、管线 */
function partsIn(text: string): string[] {
  const first = firstPart(text);
  if (!first) return [];
  const behind = /^[、和及与](.*)$/.exec(text.slice(text.indexOf(first) + first.length))?.[1] ?? "";
  const second = firstPart(behind);
  return second && behind.startsWith(second) ? [first, second] : [first];
}
