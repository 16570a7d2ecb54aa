/** 2点到4点, 14:00-16:00: when it ends is not kept, and is not where. */
const END =
  /^(?:开?到|至|[-–—~〜]+)\s*(?:上午|早上|中午|下午|晚上)?\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?::\s*\d{2}|[点时](?:\s*\d{1,2}(?!\d|\s*(?:[楼层号室幢栋]|会议))\s*分?|半|一刻|三刻|整|钟)?|(?=[\s,，]|$))(?:结束)?[\s,，]*/;
const LABEL = /^(?:会议)?地点(?:[在是为:\s]|就在)*|^[在于]/;

/** The place in what stands behind the time: `到4点 区府3楼` → 区府3楼. */
export const placeIn = (behind: string): string =>
  behind.normalize("NFKC").replace(END, "").replace(LABEL, "").trim();

const DAY =
  /\d\s*月\s*\d|\d{4}[-/.]\d|(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|\d日|(?<![\d路弄街巷道座院]\s*)\d{1,2}号(?![楼室门院厅馆线桥库房栋幢会地])/;
const HOUR = /\d\s*:\s*\d{2}|[\d一二两三四五六七八九十]\s*[点时](?!代)|[上下中]午|早上|晚上/;
/** Not 发改委, 旧改办 or 改造指挥部. */
const CHANGE = /(?<![发旧整])改(?![造革建])|换(?![乘热])|推迟|延期|顺延|提前/;

/** A place in which a time or another change is left was not understood, and must not be written. */
export const isPlace = (said: string): boolean =>
  said !== "" && ![DAY, HOUR, CHANGE].some((one) => one.test(said));
