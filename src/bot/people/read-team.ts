import { TEAM_PARTS, type TeamPart } from "../../domain/team.js";
import { findMentions } from "../../language/names/mentions.js";
import type { Turn } from "../turn.js";
import { foldedWords, namesSomebody, withoutMentions } from "./who.js";

/** What is wanted of one part of a team. `names` as written, with or without @. */
export interface PartWish {
  part: TeamPart;
  how: "set" | "add" | "remove";
  names: string[];
}

/** Words about a team, taken apart. */
export interface TeamWish {
  /** the projects named, by name */
  projects: string[];
  /** spellings that several projects share */
  shared: { spelling: string; names: string[] }[];
  units: string[];
  parts: PartWish[];
  /** words that are neither */
  unread: string[];
}

const PART_NAMES: Record<string, TeamPart> = {
  负责人: "负责人",
  项目负责人: "负责人",
  牵头人: "负责人",
  组长: "负责人",
  联络员: "联络员",
  联系人: "联络员",
  分管领导: "分管领导",
  科室: "科室",
  责任科室: "科室",
  成员: "成员",
  组员: "成员",
};
const PART = new RegExp(
  Object.keys(PART_NAMES)
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "g",
);
const BEFORE_NAME =
  /^(?:[\s:：,，、=的]|加上|增加|添加|加|换成|换为|更换为|改成|改为|设为|定为|调整为|变更为|换|改|设|定|为|是|由|去掉|移出|删除|删掉|撤掉|取消)+/;
const BEHIND_NAME = /(?:[\s,，、的]|担任|来当|来做|来|当|做|任|为|是|改|换|设|定|指定|任命)+$/;
const LEAD_IN = /^(?:[\s,，、]|请|麻烦|把|将|让|由|设置?|指定|任命|换|改|新?增加?|加|班子|专班|的)+/;
const REMOVED = /去掉|移出|删除|删掉|撤掉|取消|待定|空缺|暂缺/;
const NOBODY = /^(?:待定|空缺|暂缺)$/;
const SECTION = /^[\u4e00-\u9fa5]{2,8}科$/;

/** `603 负责人 张三 联络员 @李四`, `603联络员换成@李四`, `设联络员 @张三 603 606`, `让张三当603的联络员`. */
export function readTeam(said: string, turn: Pick<Turn, "mentions" | "names">): TeamWish {
  const text = foldedWords(said, turn);
  const mentions = findMentions(withoutMentions(text, turn), turn.names);
  let left = text;
  for (const { start, end } of mentions)
    left = left.slice(0, start) + " ".repeat(end - start) + left.slice(end);
  const marks = [...left.matchAll(PART)];
  const head = left.slice(0, marks[0]?.index ?? left.length);
  const headWords = head.replace(LEAD_IN, "").replace(BEHIND_NAME, "");
  const unread: string[] = [];
  const parts = marks.map(({ 0: word, index }, at): PartWish => {
    const part = PART_NAMES[word] ?? "成员";
    const from = index + word.length;
    const behind = left.slice(from, marks[at + 1]?.index ?? left.length);
    const isBefore = at === 0 && behind.replace(BEFORE_NAME, "").trim() === "";
    if (at === 0 && !isBefore) unread.push(...wordsOf(headWords));
    const names = namesIn(isBefore ? headWords : behind.replace(BEFORE_NAME, ""), part, turn, unread);
    const isRemoved = REMOVED.test(behind) || (at === 0 && REMOVED.test(head));
    return { part, how: isRemoved ? "remove" : part === "成员" ? "add" : "set", names };
  });
  if (parts.length === 0) unread.push(...wordsOf(headWords));
  return {
    projects: [
      ...new Set(
        mentions.flatMap(({ projects }) => (projects.length === 1 ? (projects[0]?.name ?? []) : [])),
      ),
    ],
    shared: mentions
      .filter(({ projects }) => projects.length > 1)
      .map(({ spelling, projects }) => ({ spelling, names: projects.map(({ name }) => name) })),
    units: [...new Set(mentions.flatMap(({ unit }) => unit ?? []))],
    parts,
    unread,
  };
}

const wordsOf = (text: string): string[] => text.split(/[\s,，、;；。]+/).filter(Boolean);

/** The names in a stretch of words; what is none goes to `unread`. */
function namesIn(words: string, part: TeamPart, turn: Pick<Turn, "mentions">, unread: string[]): string[] {
  const found: string[] = [];
  for (const word of words.split(/[\s,，、;；。]+|(?<=[\u4e00-\u9fa5])[和及](?=@)/).filter(Boolean)) {
    const isName = part === "科室" ? SECTION.test(word) : namesSomebody(word, turn);
    if (NOBODY.test(word)) continue;
    if (isName) found.push(word);
    else if (!TEAM_PARTS.some((known) => known === word)) unread.push(word);
  }
  return found;
}
