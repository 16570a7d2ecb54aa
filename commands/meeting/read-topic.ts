import { findMentions, mask } from "../../src/language/names/mentions.js";
import type { NameIndex } from "../../src/language/names.js";
import { normalise, typed } from "../../src/language/text/normalise.js";

/** A 专题 in words: what it is about, as typed, and what is said of when and where. */
export interface Topic {
  about: string;
  when: string;
}

const FIRST = /^\s*专题(?:协调)?(?:会议?)?(?![会协])[\s:：,，]*/;
/** 专题会改到周五 is about the one that stands. */
const CHANGES = /^(?:的?(?:时间|地点))?(?:改|换|挪|往[前后]|推迟|推后|提前|延期|顺延|取消|不开)/;
const CALLS_OFF = /^[\s请把将]*(?:取消|不开|推迟|撤销)/;
const CALLED = "(?:的)?(?:专题|协调|专题协调)会(?:议)?";
const WITH_VERB = new RegExp(
  `(?:请|帮我?|我们|要)?(?:召开|开|排|安排|订)(?:一)?[个次场]?([^\\n,，。]{1,40}?)${CALLED}`,
);
const AT_START = new RegExp(`^\\s*([^\\n,，。\\d]{2,40}?)${CALLED}`);
const DAY =
  /(?:\d{4}\s*[年/.-]\s*)?\d{1,2}\s*[月/.-]\s*\d{1,2}|(?<!\d)\d{1,2}\s*[日号]|(?:下下|下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天]|大后天|今天|明天|后天/;

/** `专题 武宁路管线搬迁 9月23日下午2点 区府2楼`, `开个武宁路管线搬迁专题会 周五下午两点`; null when no 专题 is called. */
export function topicIn(said: string, names: NameIndex): Topic | null {
  const normal = normalise(said);
  const masked = mask(normal.text, findMentions(normal.text, names));
  const raw = (start: number, end: number) => typed(normal, start, end);
  const first = FIRST.exec(masked);
  if (first) {
    const start = first[0].length;
    if (CHANGES.test(masked.slice(start))) return null;
    const day = DAY.exec(masked.slice(start));
    const end = day ? start + day.index : masked.length;
    return { about: bare(raw(start, end)), when: raw(end, masked.length) };
  }
  for (const pattern of [WITH_VERB, AT_START]) {
    const found = pattern.exec(masked);
    if (!found?.[1]) continue;
    if (CALLS_OFF.test(found[1])) return null;
    const end = found.index + found[0].length;
    const about = found.index + found[0].indexOf(found[1]);
    if (CHANGES.test(masked.slice(end).trimStart())) return null;
    return {
      about: bare(raw(about, about + found[1].length)),
      when: `${raw(0, found.index)} ${raw(end, masked.length)}`.trim(),
    };
  }
  return null;
}

const bare = (about: string): string => about.replace(/^[\s:：,，、]+|[\s:：,，、的]+$/g, "");
