import { CONTACT_PARTS, type ContactPart } from "../../domain/team-contacts.js";
import { findMentions } from "../../language/names/mentions.js";
import type { Turn } from "../turn.js";
import { foldedWords, namesSomebody, withoutMentions } from "./who.js";

/** Words about who stands for units. */
export interface ContactWish {
  units: string[];
  projects: string[];
  sets: { part: ContactPart; name: string | null }[];
  unread: string[];
}

const REMOVED = /^(?:去掉|取消|删除|撤掉|没有|无)$/;
const PARTS: Record<string, ContactPart> = {
  联络员: "联络员",
  联系人: "联络员",
  副手: "副手",
  备用: "副手",
  负责人: "负责人",
  领导: "负责人",
};

/** `区建管委 @张伟 副手 @王五`: a name without a word before it is the contact. */
export function readContacts(said: string, turn: Pick<Turn, "mentions" | "names">): ContactWish {
  const text = foldedWords(said, turn);
  const mentions = findMentions(withoutMentions(text, turn), turn.names);
  let left = text;
  for (const { start, end } of mentions)
    left = left.slice(0, start) + " ".repeat(end - start) + left.slice(end);
  const wish: ContactWish = {
    units: [...new Set(mentions.flatMap(({ unit }) => unit ?? []))],
    projects: [
      ...new Set(mentions.flatMap(({ unit, projects }) => (unit ? [] : projects.map(({ name }) => name)))),
    ],
    sets: [],
    unread: [],
  };
  let part: ContactPart = CONTACT_PARTS[0];
  const words = left
    .replace(/(联络员|联系人|副手|备用|负责人|领导)(?:换成|换为|改成|改为|设为|定为|是|为|:)?/g, " $1 ")
    .split(/[\s,，、;；。的把将]+/)
    .filter(Boolean);
  for (const word of words) {
    const named = Object.hasOwn(PARTS, word) ? PARTS[word] : undefined;
    if (named) part = named;
    else if (REMOVED.test(word)) wish.sets.push({ part, name: null });
    else if (namesSomebody(word, turn)) wish.sets.push({ part, name: word });
    else wish.unread.push(word);
  }
  return wish;
}
