import { MILESTONES, NO_MILESTONE } from "../rules/milestones.js";
import { firstPart, PART_WORDS, SECTION } from "../rules/parts.js";
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

const SECTION_BEFORE = new RegExp(
  `(${SECTION.source})(?:[^\\d，,。、]{0,6}|[^\\d，,。、]{0,4}\\d{1,2}(?:月|[日号])[^，,。、]{0,6})$`,
);

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

const VERB = /完成|做完|干完|安装完|施工完|结束|贯通|到位|拿证|下证|出证|领证|取得|拿到|获得|办结|办好|办出/;
/** 完成设备基础验收 is not the end of the 设备. */
const INSPECTED =
  /(?:完成|通过)[^，,。]*(?:验收|检测|试验|招标|公示|移交|论证|交底|勘察|测量|评审|审查|编制)/;
const GRANTED = /拿证|下证|出证|领证|取得|拿到|获得|办/;
const NOTHING_ELSE = /^[\s\ue000【】:：将计划拟力争预计确保争取在于可能够要]*(?:完成|结束)[\s了吧]*$/;
/** 6月完成三千二: a sum without its unit is no part of the works. */
const NUMERAL_ONLY = /^[零一二两三四五六七八九十百千万亿半多几个来]+$/;
const OBJECT = /(?:完成|做完)([\u4e00-\u9fa5]{2,8}?)(?:工作|工程|施工|任务)?[\s。)]*$/;

/**
 * 路基10月底完成: a part with a day is a milestone by the part's name. A verb without its object
 * belongs to the milestone named before it in the sentence.
 */
export function partsWithDay(segment: Segment, before: readonly Word[]): WordGroup[] {
  const { body, dates, quantities, explicit } = segment;
  if (dates.length === 0) return partDone(segment);
  const moved = movedWork(segment);
  if (moved) return [moved];
  if (quantities.some(({ kind }) => kind !== "other" && kind !== "bare")) return [];
  const verb = VERB.exec(body);
  if (!verb) return [];
  // 今日完成承台浇筑2个: so many of them, not the last one.
  if (quantities.some(({ kind, start }) => kind === "other" && start > verb.index)) return [];
  const place = { start: verb.index, end: verb.index + verb[0].length };
  const named = (...names: string[]): WordGroup[] => [
    { words: names.map((name) => ({ name, ...place })), ...place },
  ];
  const last = before.at(-1);
  const rest = dates.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    body,
  );
  if (GRANTED.test(verb[0])) {
    const certificate = /[\u4e00-\u9fa5]{2,8}证(?!据|明)/.exec(rest.replace(/[拿下出领]证/g, " "))?.[0];
    return last ? named(last.name) : certificate ? named(certificate) : [];
  }
  if (INSPECTED.test(rest) || FIRST_OF_MANY.test(rest)) return [];
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

/** 钢箱梁首段吊装: one of many, and no part is done with it. */
const FIRST_OF_MANY = /(?:首|第[一二三四五六七八九十\d]+)[段节件片榀根幅跨块批环仓层]/;
const PART = `(${PART_WORDS})(?:工程|施工|部分|作业)?`;
const PART_DONE = new RegExp(
  `^[\\s\\ue000:：,，的]*(?:${PART}(?:刚刚?|已经?|都|也|全部|全)*完成了|已?完成(?:全部)?${PART}了)[\\s。.!！]*$`,
);

/** 路基完成了, 完成机电安装了: news of today, by the part's name. */
function partDone({ body, bodyStart, quantities }: Segment): WordGroup[] {
  const found = quantities.length === 0 ? PART_DONE.exec(body.slice(bodyStart)) : null;
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return [];
  return [{ words: [{ name, start: bodyStart, end: body.length }], start: bodyStart, end: body.length }];
}

const MOVED = /定[在于到]|(?:推迟|延期|延后|延迟|顺延|提前|(?<!方案)调整?|改)(?:到|至)/;
/** What stands around the name of work that was moved to another day. */
const AROUND_MOVED =
  /时间|日期|节点|工作|计划|原定于?|原来|现在?|由|从|又|也|要|将|得|拟|的|[\s:：,，\ue000]/g;

/** 钢箱梁吊装推迟到12月20日: a node by its own words, for there is no usual name for it. */
function movedWork({ body, bodyStart, dates, quantities }: Segment): WordGroup | undefined {
  const verb = MOVED.exec(body);
  if (!verb || verb.index < bodyStart || quantities.some(({ kind }) => kind !== "other")) return undefined;
  const end = verb.index + verb[0].length;
  if (!dates.some(({ start, weak }) => !weak && start >= end && start <= end + 2)) return undefined;
  const label = dates
    .filter(({ start, end: last }) => start >= bodyStart && last <= verb.index)
    .reduceRight((text, span) => text.slice(0, span.start) + text.slice(span.end), body.slice(0, verb.index))
    .slice(bodyStart)
    .replace(AROUND_MOVED, "");
  if (!/^[\u4e00-\u9fa5\d#]{2,12}$/.test(label) || NO_WORK.test(label)) return undefined;
  return { words: [{ name: label, start: verb.index, end }], start: verb.index, end };
}

/** Not work that has a day of its own: 工期推迟到12月 */
const NO_WORK = /工期|进度|会议?$|讨论|汇报|期限|整体|全部|问题|销号|报送|上报/;

/** 路基、管线 */
function partsIn(text: string): string[] {
  const first = firstPart(text);
  if (!first) return [];
  const behind = /^[、和及与](.*)$/.exec(text.slice(text.indexOf(first) + first.length))?.[1] ?? "";
  const second = firstPart(behind);
  return second && behind.startsWith(second) ? [first, second] : [first];
}
