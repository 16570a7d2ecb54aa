import { addMonths, formatPeriod, monthOf } from "../../domain/period.js";
import type { AskedSection, Choice } from "./sections.js";

const NO = /^(?:都不是|不是|不对|错了?|不是这样|都不对)$/;
const DROP = /^(?:不记了?|都不记了?|算了|不用了?|取消|不要了?|别记了?|作废)(?:吧|了)?$/;
const UNDO = /^(?:撤销|撤回|撤了)(?:吧|一下)?$/;
const SAVE = /^(?:全部?记入?|都?记入|都?记上?|全部记|确认|没问题|可以|对的?|没错|好的?|是的?)(?:吧|了)?$/;
const YES = /^(?:对的?|没错|确认|确定|好的?|可以|嗯|是的?|是这样|对对|没问题)$/;
/** What stands around the word that matters: 是的，是9月当月的 */
const BEFORE = /^(?:是的?|对的?|嗯)[，,\s]+|^(?:说的是|就是|指的是|应该是|应该|我说的是|都?是)/;
const BEHIND = /(?:当月)?(?:完成)?(?:的|啊|吧|呀|哈|呢)$|当月$/;
const MARKS = /^[\s，,。.！!、]+|[\s，,。.！!、]+$/g;
/** One word that tells the readings of a figure apart, wherever it stands on the button. */
const TELLING = /^(?:累计|新增|又完成|开工以来|今年|形象进度?|形象|投资|完成率|更正|重复了?|计划)$/;
const THIS_MONTH = /^(?:当月|本月|这个?月)$/;
const LAST_MONTH = /^(?:上个?月)$/;
const ORDINAL = /^第([一二三四五1-5])个?$/;
const DIGIT = /\d/;
const SHORTEST = 2;

const bareOf = (said: string): string => said.replace(MARKS, "");

/** 算了: nothing of what waits is to be written. */
export const dropsAll = (said: string): boolean => DROP.test(bareOf(said));
export const saysUndo = (said: string): boolean => UNDO.test(bareOf(said));
/** 全部记入: all that waits is. */
export const savesAll = (said: string): boolean => SAVE.test(bareOf(said));

/**
 * The reading that words choose, as plainly as a tap would; null where that is not beyond doubt.
 *
 * @param askedAt when the message was said that is asked about, epoch ms: 当月 is its month
 */
export function meantChoice(
  said: string,
  section: AskedSection,
  askedAt: number,
): Choice | "none of them" | null {
  const bare = bareOf(said);
  if (NO.test(bare)) return section.options.find(({ answersNo }) => answersNo) ?? "none of them";
  if (YES.test(bare)) return section.options.find(({ answersYes }) => answersYes) ?? null;
  const nth = ORDINAL.exec(bare)?.[1];
  if (nth) return section.options[("一二三四五".indexOf(nth) + 1 || Number(nth)) - 1] ?? null;
  const word = monthMeant(bare.replace(BEFORE, ""), askedAt);
  if (word.length < SHORTEST) return null;
  const isName = section.lacksProject !== undefined;
  const [only, more] = section.options.filter(({ label }) => fits(compact(word), label, isName));
  return only && !more ? only : null;
}

/** 当月的, 上月: as the buttons have it. */
function monthMeant(said: string, askedAt: number): string {
  const whole = said.replace(/(?:的|啊|吧|呀|哈|呢)$/, "");
  if (THIS_MONTH.test(whole)) return formatPeriod(monthOf(askedAt), monthOf(askedAt));
  if (LAST_MONTH.test(whole)) return formatPeriod(addMonths(monthOf(askedAt), -1), monthOf(askedAt));
  return said.replace(BEHIND, "").replace(MARKS, "");
}

const compact = (text: string): string => text.replace(/[\s，,]/g, "");

function fits(word: string, label: string, isName: boolean): boolean {
  const plain = compact(label);
  if (plain.startsWith(word) && !cutsNumber(plain, word.length)) return true;
  if (isName || TELLING.test(word)) return plain.includes(word) && !DIGIT.test(word);
  // A sum or a percentage as it stands on the button, and no part of one: 2亿 is not 1.32亿.
  return DIGIT.test(word) && label.split(/[\s，,]/).some((piece) => piece === word);
}

const cutsNumber = (label: string, to: number): boolean =>
  /\d/.test(label.charAt(to - 1)) && /[\d.%万亿]/.test(label.charAt(to));
