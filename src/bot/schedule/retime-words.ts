import type { Turn } from "../turn.js";

const BEFORE = /^(?:请|麻烦|以后|今后|你|帮我|帮忙|把|将|\s)*/;
const MOVED =
  /^\s*(?:的?(?:发送)?时间)?(?:以后|今后|都|也|请)*\s*(?:(?:改|换|调整|调|挪|提前|推迟|放)(?:到|成|为|在|至)?)?/;
const TAIL = /(?:再|来)?(?:发送|发|推送|推)?[吧啦哦\s。.！!]*$/;
const WEEKDAY = "每?(?:周|星期|礼拜)[一二三四五六日天]";
const NO_MORE = new RegExp(
  `^${WEEKDAY}(?:就|都)?(?:不要|别|不用)(?:再)?(?:发送|发|推送|推)了?[，,\\s]*(?:改|换)(?:成|到|为|在)?(.+)$`,
);

/** Plain words without what stands before the post's name: `把滞后摘要改成周二` → `滞后摘要改成周二`. */
export function fromItsName({ posts, nudges }: Pick<Turn, "posts" | "nudges">, words: string): string {
  const bare = words.replace(BEFORE, "");
  return [...posts, ...nudges].some(({ name }) => bare.startsWith(name)) ? bare : words;
}

/** The time that stands behind a post's name: `改成周二上午九点半发` → `周二上午九点半`. */
export const timeSaid = (behind: string): string =>
  behind.normalize("NFKC").replace(MOVED, "").replace(TAIL, "").trim();

/** The new time in `周一不要发了改周三`, which names no post; null for other words. */
export function movedWeekday(words: string): string | null {
  const said = NO_MORE.exec(words.normalize("NFKC").replace(BEFORE, ""))?.[1];
  return said === undefined ? null : said.replace(TAIL, "").trim();
}
