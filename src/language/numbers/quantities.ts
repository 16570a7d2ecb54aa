import { type Numeral, readNumeral, tidy } from "./numerals.js";
import { NUMERAL_START } from "./sections.js";

/** What kind of figure it is by its own writing, before any word around it is looked at. */
export type QuantityKind =
  /** 65%, 六成五, 三分之一 */
  | "percent"
  /** 6个百分点: a difference, never a state */
  | "points"
  /** in 元 */
  | "money"
  /** 亩 */
  | "area"
  /** no unit at all */
  | "bare"
  /** a unit that is none of the ledger's: 12层, 2户 */
  | "other";

/** A figure in a text. `value` is per cent, 元 or 亩. */
export interface Quantity {
  kind: QuantityKind;
  start: number;
  end: number;
  value: number;
  approx?: true;
  /** 几百万, 七八成, 60-65%, 超过60%: cannot be written down as one figure */
  vague?: true;
}

const PREFIX = /(?:百分之|(?:¥|rmb|人民币)\s?)$/;
const FRACTION =
  /(?:([一二两三四五六七八九十]{1,2}|\d{1,2})分之([一二两三四五六七八九]|\d{1,2})|(?<!\d)([12345])\/([2345])(?!\d|[./]))/g;
const PERCENT = /^\s?(?:%|﹪|个?百分比|个?pct)/;
const POINTS = /^\s?(?:个?百分点|个点(?!多?钟)|点(?!多|钟|半|到))/;
const TENTHS = /^\s?成(?!果|立|交|都(?![干做完已没])|效|本|功|熟|员|品|套|片)/;
const MU = /^\s?亩/;
const YUAN = /^\s?(?:人民币|元|圆|块钱?|rmb)(?!宝|旦|宵|件)/;
const AREA_OR_COUNT =
  /^\s?(?:平方|平米|平(?![均稳安])|m[2³²]?(?![a-z])|㎡|立方|方(?!案|面|式|向)|米|公里|千米|km|吨|播放|点击|浏览|阅读|点赞|粉丝|[人户个名家处层栋幢座根台套辆份次点项条块期标段张间组批株棵片期轮箱柱榀延环号线楼天周年月日时分秒岁度页千瓦kwk]|本(?![月年周季期次])|小时|分钟|工日|亿?立方|公顷)/;
const ROUGH_BEFORE =
  /(?:大概|大约|约为?|将近|接近|近|估计|估摸|上下|~|≈)(?:有|是|为|在|完成了?|[做干]?到了?|达到?)?\s?$/;
const ROUGH_AFTER = /^\s?(?:元|块|亩)?\s?(?:左右|上下|出头|的?样子|光景|多(?!个百分)|余(?!额))/;
const VAGUE_BEFORE =
  /(?:[<>≤≥]=?|差不多|不到|不足|超过|超|超出|突破|低于|高于|至少|最多|最少|起码|上百|未达|几乎|快到?|(?<!同)比|(?<![通经难不超])过了?)(?:有|是|到|了|达)?\s?$/;
const VAGUE_AFTER =
  /^\s?(?:美元|美金|欧元|港[币元]|日元|usd)|^\+|^\s?(?:元|亩)?\s?(?:以上|以下|不到|以内|打底|差一点)/;
const RANGE = /^\s?(?:%|万|亿)?元?\s?(?:[-~]|到|至)\s?$/;
const NEGATIVE = /(?:(?:^|[^a-z0-9)%])\s*-|负|(?<!\d)-)\s?$/;
const ORDINAL = /[第#a-z]$/;

/** 几百万, 七八成 and the like are figures too; these words stand for one without any digit. */
const WORDS_FOR_FIGURES =
  /过半|[一]?半(?:数)?以上|大半|多半|一大半|一半多|一多半|大部分|绝大部分|小部分|(?:快|差不多|基本|几乎)(?:都?[要能]?)(?:全?做|全?干)?完(?:成|工)?了?|差不多了|差不多(?=$|[吧了,，。])|快好了|没多少了|[千百]把万|百十来万|好几成|小半|若干|(?:上|过|破|超)(?:千万|亿|百万)(?!元?分)|[小好]?几个亿/g;
const WHOLE = /百分百|百分之百/g;
const HALF = /(?<!过|大|多|上|下|一大|前|后)一半(?!多|以上|左右的)|五五开/g;

/** Figures that are words, and what they are worth. */
const SPOKEN: readonly { pattern: RegExp; kind: QuantityKind; value: number; vague: boolean }[] = [
  { pattern: WORDS_FOR_FIGURES, kind: "percent", value: 50, vague: true },
  { pattern: HALF, kind: "percent", value: 50, vague: false },
  { pattern: WHOLE, kind: "percent", value: 100, vague: false },
  {
    pattern: /(?<=进度(?:还)?[为是])零(?![零一二三四五六七八九点头])/g,
    kind: "percent",
    value: 0,
    vague: false,
  },
  { pattern: /(?<![一两多])半个?亿/g, kind: "money", value: 5e7, vague: false },
];

/** All figures of a text from left to right. Parts in `taken` (dates, names) are not looked at. */
export function findQuantities(text: string, taken: (at: number) => number | undefined): Quantity[] {
  const found: Quantity[] = fractions(text);
  for (const { pattern, kind, value, vague } of SPOKEN) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const end = match.index + match[0].length;
      if (match.index > 0 && /\d|[万亿%]/.test(text.charAt(match.index - 1))) continue;
      const rough = roughAt(text, match.index, end);
      const unclear = vague || VAGUE_BEFORE.test(text.slice(Math.max(0, match.index - 8), match.index));
      found.push({
        kind,
        start: match.index,
        end,
        value,
        ...(rough ? { approx: true } : {}),
        ...(unclear ? { vague: true } : {}),
      });
    }
  }
  const busy = new Map(found.map(({ start, end }) => [start, end]));
  let at = 0;
  while (at < text.length) {
    const skip = taken(at) ?? busy.get(at);
    if (skip !== undefined) {
      at = Math.max(skip, at + 1);
      continue;
    }
    const idiom = idiomAt(text, at);
    if (idiom > 0) {
      at += idiom;
      continue;
    }
    const numeral = NUMERAL_START.test(text.charAt(at)) ? wholeNumeral(text, at) : undefined;
    if (!numeral) {
      at++;
      continue;
    }
    found.push(figure(text, numeral));
    at = Math.max(found.at(-1)?.end ?? 0, numeral.end);
  }
  return merged(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

/** Words that begin with a numeral and count nothing. */
const IDIOM =
  /一(?:[共直定起般样旦些下律并致切边带度再]|步步|方面|体化|口气)|[三五七]通一平|五违四必|四早|十分(?!之)|千方百计|千万(?:别|不|要)|百姓|两[侧边头]|几乎/y;

/** How long a word is that begins here with a numeral without being a figure; 0 when there is none. */
function idiomAt(text: string, at: number): number {
  IDIOM.lastIndex = at;
  return IDIOM.exec(text)?.[0].length ?? 0;
}

const MORE_POINTS = /(?:\.\d+)+/y;

/** 65.5.5: two points in one number are a slip, and what was meant only the writer knows. */
function wholeNumeral(text: string, at: number): Numeral | undefined {
  const numeral = readNumeral(text, at);
  if (!numeral?.arabic || numeral.scaled) return numeral;
  MORE_POINTS.lastIndex = numeral.end;
  const more = MORE_POINTS.exec(text)?.[0];
  // 66.%
  if (!more && /^\.\s?%/.test(text.slice(numeral.end, numeral.end + 3)))
    return { ...numeral, end: numeral.end + 1 };
  return more ? { ...numeral, end: numeral.end + more.length, vague: true } : numeral;
}

function fractions(text: string): Quantity[] {
  const found: Quantity[] = [];
  FRACTION.lastIndex = 0;
  for (let match = FRACTION.exec(text); match; match = FRACTION.exec(text)) {
    const below = smallNumber(match[1] ?? match[4]);
    const above = smallNumber(match[2] ?? match[3]);
    if (!below || !above || above > below || match[1] === "百") continue;
    // 1/2 may be a day: only together with 工程量, 完成 … and that is for the caller's words to say.
    if (
      match[3] !== undefined &&
      !/(?:[量了]的?|完成|进度|形象|约为?|大概|达到?|[做干]到)\s?$/.test(text.slice(0, match.index))
    )
      continue;
    const value = Math.round((above / below) * 1000) / 10;
    const even = Math.abs(value * below - above * 100) < 1e-9;
    const end = match.index + match[0].length;
    const rough = !even || roughAt(text, match.index, end);
    found.push({ kind: "percent", start: match.index, end, value, ...(rough ? { approx: true } : {}) });
  }
  return found;
}

function smallNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d/.test(text) ? Number(text) : (readNumeral(text, 0)?.value ?? 0);
}

function roughAt(text: string, start: number, end: number): boolean {
  return (
    ROUGH_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || ROUGH_AFTER.test(text.slice(end, end + 6))
  );
}

function figure(text: string, numeral: Numeral): Quantity {
  // 百分之六十五 begins with 百, which reads as a hundred.
  if (text.startsWith("百分之", numeral.start)) return hundredths(text, numeral.start);
  const prefix = PREFIX.exec(text.slice(Math.max(0, numeral.start - 4), numeral.start))?.[0] ?? "";
  const measured = withUnit(text, numeral, prefix);
  const start = numeral.start - prefix.length;
  const before = text.slice(Math.max(0, start - 8), start);
  const quantity: Quantity = { ...measured, start };
  if (numeral.approx || roughAt(text, start, quantity.end)) quantity.approx = true;
  if (
    numeral.vague ||
    // .65%: did the zero get lost, or is it a slip?
    // 1.02/3.2亿: of two figures only one has the unit.
    /[\d.]\s?\/\s?$/.test(before) ||
    (numeral.arabic && /(?:^|[^\d.])\.$/.test(before)) ||
    VAGUE_BEFORE.test(before) ||
    VAGUE_AFTER.test(text.slice(quantity.end, quantity.end + 5))
  ) {
    quantity.vague = true;
  }
  if (NEGATIVE.test(before) && !/-{2}\s*$/.test(before)) quantity.value = -quantity.value;
  if (ORDINAL.test(before) && quantity.kind === "bare") quantity.kind = "other";
  return quantity;
}

function hundredths(text: string, start: number): Quantity {
  const numeral = readNumeral(text, start + 3);
  if (!numeral) return { kind: "other", start, end: start + 3, value: 0 };
  const rough = numeral.approx || roughAt(text, start, numeral.end);
  const vague = numeral.vague || VAGUE_BEFORE.test(text.slice(Math.max(0, start - 8), start));
  const end = /^百$/.test(text.slice(start + 3, numeral.end)) ? start + 4 : numeral.end;
  return {
    kind: "percent",
    start,
    end,
    value: numeral.value,
    ...(rough ? { approx: true } : {}),
    ...(vague ? { vague: true } : {}),
  };
}

function withUnit(text: string, numeral: Numeral, prefix: string): Quantity {
  const { start, end, value } = numeral;
  const behind = text.slice(end, end + 8);
  const unit = (kind: QuantityKind, length: number, worth = value): Quantity => ({
    kind,
    start,
    end: end + length,
    value: worth,
  });
  const points = POINTS.exec(behind);
  if (points)
    return /个/.test(points[0]) || /百分点/.test(points[0]) || numeral.arabic
      ? unit("points", points[0].length)
      : unit("other", 0);
  const percent = PERCENT.exec(behind);
  if (percent) return unit("percent", percent[0].length);
  const mu = MU.exec(behind);
  if (mu) return unit("area", mu[0].length);
  const tenths = numeral.scaled ? null : TENTHS.exec(behind);
  if (tenths && value <= 10) return tenth(text, numeral, tenths[0].length);
  const yuan = YUAN.exec(behind);
  if (yuan)
    return unit("money", yuan[0].length + (/^整/.test(behind.slice(yuan[0].length)) ? 1 : 0), cents(value));
  const counted = AREA_OR_COUNT.exec(behind);
  // 1.02亿 本月3200万: behind a space and a sum begins the next label.
  if (counted && !prefix && !(numeral.scaled && /^(?:\s|年(?:度|计划|完成|底|内|初|末))/.test(behind)))
    return unit("other", counted[0].length);
  if (numeral.scaled || prefix) return unit("money", 0, cents(value));
  // 3千 and 两百 without 万 are no sums in this trade.
  return unit("bare", 0);
}

/** 六成五, 六成半, 6成 */
function tenth(text: string, numeral: Numeral, length: number): Quantity {
  const end = numeral.end + length;
  const next = text.charAt(end);
  const digit =
    /[一二三四五六七八九]/.test(next) || /^[1-9](?![\d.,%万亿元年月日号])/.test(text.slice(end, end + 2));
  const more = next === "半" ? 5 : digit ? (readNumeral(next, 0)?.value ?? 0) : 0;
  const value = tidy(numeral.value * 10 + more);
  return { kind: "percent", start: numeral.start, end: more > 0 ? end + 1 : end, value };
}

/** Whole 元; what is finer than that is a slip of the pen or of the floating point. */
function cents(value: number): number {
  return Number.isFinite(value) ? Math.round(value) : value;
}

function isTornApart(text: string, last: Quantity, { kind, start }: Quantity): boolean {
  return (
    last.kind === "bare" &&
    kind === "percent" &&
    text.slice(last.end, start) === " " &&
    /^\d$/.test(text.slice(last.start, last.end)) &&
    /\d/.test(text.charAt(start))
  );
}

/** 60-65%, 七十到七十五%: two ends of one range are one vague figure. 60%→65% is none. */
function merged(text: string, found: Quantity[]): Quantity[] {
  const result: Quantity[] = [];
  for (const quantity of found) {
    const last = result.at(-1);
    // 6 6%: a slip of the finger inside one figure?
    if (last && isTornApart(text, last, quantity)) {
      result.pop();
      result.push({ ...quantity, start: last.start, vague: true });
      continue;
    }
    const between = last && quantity.start >= last.end ? text.slice(last.end, quantity.start) : "";
    const range =
      last !== undefined && RANGE.test(between) && !/[从由自][^,，]{0,6}$/.test(text.slice(0, last.start));
    // 百分之六十到六十五: the second end goes without its unit.
    const related =
      last?.kind === quantity.kind ||
      last?.kind === "bare" ||
      (last?.kind === "percent" && quantity.kind === "bare" && quantity.value > last.value);
    if (last && range && related && (between.trim() !== "-" || Math.abs(quantity.value) > last.value)) {
      result.pop();
      const kind = last.kind === "percent" ? last.kind : quantity.kind;
      result.push({ ...quantity, kind, start: last.start, value: Math.abs(quantity.value), vague: true });
    } else if (!last || quantity.start >= last.end) result.push(quantity);
  }
  return result;
}
