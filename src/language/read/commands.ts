import type { CommandItem, UndoItem } from "../items.js";
import type { NameIndex } from "../names.js";
import type { Normal } from "../text/normalise.js";
import { typed } from "../text/normalise.js";

/** What the first word of a message settles. */
export type Opening =
  | { is: "item"; item: CommandItem | UndoItem }
  /** 报, 查, 历史 with free text behind: how that text is to be taken */
  | { is: "keyword"; wanted: "report" | "query" | "history"; start: number };

const KEYWORDS: Record<string, "report" | "query" | "history"> = {
  报: "report",
  查: "query",
  历史: "history",
};
const WORD = /^[\s/]*([^\s:：,，。!！?？、]+)[\s:：,，、]*/;

/** 签约：2户, 汇总：武宁路65%: also the label of what is told behind it. */
const LABEL = /^[\s/]*(?:签约|移交|恢复|关闭|退出|亮点|汇总|概况|年度目标)\s*[:：]\s*\S/;
/** 点赞！: nothing but talk. */
const TALK = /^[\s/]*点赞[\s。.！!]*$/;

/** The command or keyword at the beginning of a message; a word glued to more words is neither. */
export function readOpening(normal: Normal, names: NameIndex): Opening | undefined {
  const match = WORD.exec(normal.text);
  if (!match?.[1] || match[1].length > 12) return undefined;
  if (LABEL.test(normal.text) || TALK.test(normal.text)) return undefined;
  const name = names.commands.get(match[1]) ?? undefined;
  const keyword = KEYWORDS[name ?? match[1]];
  const rest = typed(normal, match[0].length, normal.text.length).replace(/^[。.!！?？]+$/, "");
  if (keyword && rest !== "") return { is: "keyword", wanted: keyword, start: match[0].length };
  if (!name) return undefined;
  // 更正：65% is the correction itself.
  if (name === "更正" && rest !== "") return undefined;
  const text = normal.raw.trim();
  if (name === "撤销") return { is: "item", item: { intent: "undo", text } };
  return { is: "item", item: { intent: "command", name, ...(rest ? { rest } : {}), text } };
}
