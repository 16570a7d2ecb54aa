import { timeOf } from "../../src/domain/day.js";

/** 2点到4点, 14:00-16:00: when it ends is not kept, and is not where. */
const END =
  /^(?:开?到|至|[-–—~〜]+)\s*(?:上午|早上|中午|下午|晚上)?\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?::\s*\d{2}|[点时](?:\s*\d{1,2}(?!\d|\s*(?:[楼层号室幢栋]|会议))\s*分?|半|一刻|三刻|整|钟)?|(?=[\s,，]|$))(?:结束)?[\s,，]*/;
const END_TIME =
  /(上午|早上|中午|下午|晚上)?\s*(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?::\s*(\d{2})|[点时]\s*(?:(\d{1,2})|(半|一刻|三刻))?|$)/;
const PARTS: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };
const LABEL = /^(?:会议)?地点(?:[在是为:\s]|就在)*|^[在于]/;

/** The place in what stands behind the time: `到4点 区府3楼` → 区府3楼. */
export const placeIn = (behind: string): string =>
  behind.normalize("NFKC").replace(END, "").replace(LABEL, "").trim();

/** When it ends, `16:00`, where that is said behind the time and lies later that day; else null. */
export function endIn(behind: string, startsAt: number): string | null {
  const span = END.exec(behind.normalize("NFKC"))?.[0].replace(/结束|[\s,，]+$/g, "");
  const match = span === undefined ? null : END_TIME.exec(span);
  if (!match) return null;
  const [, half, hourText = "", colon, minutes, part] = match;
  const said = /^\d/.test(hourText) ? Number(hourText) : spokenHour(hourText);
  const minute = part ? (PARTS[part] ?? 0) : Number(colon ?? minutes ?? 0);
  const begins = timeOf(startsAt);
  const written = (hour: number) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  // 下午2点到4点: the end is on the same side of noon, or on the other one.
  const isAfternoon = half === "下午" || half === "晚上" || (!half && written(said) <= begins);
  const end = written(said < 12 && isAfternoon ? said + 12 : said);
  return end > begins && said < 24 && minute < 60 ? end : null;
}

const SPOKEN = "零一二三四五六七八九十";
function spokenHour(text: string): number {
  const [first = "", second] = text.replace("两", "二");
  return second === undefined ? SPOKEN.indexOf(first) : 10 + SPOKEN.indexOf(second);
}

const DAY =
  /\d\s*月\s*\d|\d{4}[-/.]\d|(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|\d日|(?<![\d路弄街巷道座院]\s*)\d{1,2}号(?![楼室门院厅馆线桥库房栋幢会地])/;
const HOUR = /\d\s*:\s*\d{2}|[\d一二两三四五六七八九十]\s*[点时](?!代)|[上下中]午|早上|晚上/;
/** Not 发改委, 旧改办 or 改造指挥部. */
const CHANGE = /(?<![发旧整])改(?![造革建])|换(?![乘热])|往[前后]|推[迟后]|延期|顺延|提前/;

/** A place in which a time or another change is left was not understood, and must not be written. */
export const isPlace = (said: string): boolean =>
  said !== "" && ![DAY, HOUR, CHANGE].some((one) => one.test(said));
