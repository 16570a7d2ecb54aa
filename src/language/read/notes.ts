import { partsOf, periodFrom } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import type { Day } from "../items.js";
import type { QuantityKind } from "../numbers/quantities.js";
import {
  ASKED,
  CONDITION,
  FORMER_PLAN,
  GUESS,
  INTENDED,
  NO_LONGER,
  NOT_REPORTED,
  UNDECIDED,
  WISH,
} from "../rules/doubt.js";
import { CHATTER, FRAME, LEAD_IN, PROGRESS, UNCHANGED } from "../rules/words.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { report } from "./figures.js";

/** Whether a segment is small talk, an arrangement or a frame around a report. */
export function isAside(segment: Segment): boolean {
  return CHATTER.test(segment.body) || FRAME.test(segment.body);
}

/** 无进展 */
export function readUnchanged(scene: Scene, segment: Segment): Found[] {
  if (!UNCHANGED.test(segment.body.trim().replace(/[了吧啊的。！!\s]+$/, ""))) return [];
  const text = words(scene, segment);
  if (segment.subjects.length === 0)
    return [{ at: segment.start, item: { intent: "ask", reason: "which-project", text } }];
  const period = monthNamed(segment.body, scene.today);
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: report(name, { measure: "unchanged", ...(period ? { period } : {}) }, text),
  }));
}

/** months back that 3月无变化 is said of; one further away is rather a slip */
const SAID_LATE = 6;

/** 8月无变化, 上月无进展: which month it is said of; undefined where none is named. */
function monthNamed(body: string, today: Day): string | undefined {
  const { year, month } = partsOf(today);
  if (/上个?月/.test(body)) return periodFrom(year, month - 1);
  const named = Number(/(?<!\d)(\d{1,2})月(?:份)?(?!\d)/.exec(body)?.[1] ?? Number.NaN);
  if (!(named >= 1 && named <= 12)) return undefined;
  const back = (month - named + 12) % 12;
  return back <= SAID_LATE ? periodFrom(year, month - back) : undefined;
}

/** 批复后马上做初设, 资金能到位 */
const STILL_TO_COME =
  /马上|即日|近日|随后|接下来|[以之]?后(?:再|即可?|就|方可?|才)|能(?!源|耗|力|级)(?<![功节智性]能)|可以|(?<!社|协|大|委)会(?!审|议|签|商|同|计|展|所)|将(?!军)|明[天年]|后天|下个?[周月年]|底前/;
const UNDER_WAY = /了|已|正在|在[建办做编]|完成$|中$|开始|持续|继续/;
/** 许可证还没拿到 */
const NOT_YET =
  /还有[^，。]{0,8}[没未]|(?:还没|尚未|还未|没有?|未)(?:能|有)?(?:拿到|取得|获得|批|办|下来|开工|启动|到手|完成投资|投用|竣工|封顶|完工|通车|挂牌|交地)/;
/** 一切顺利: a courtesy, not news. */
const ALL_WELL =
  /^(?:一切|目前|总体|整体|都|很|比较|还算|进度|进展|推进|施工|工程|[\s，,])*(?:顺利|正常|挺好|还好|良好|可控|受控)$/;

/** 12月底具备通车条件: nearer ahead than behind. */
function isAhead(body: string, date: DateSpan, today: Day): boolean {
  if (date.weak || date.fixed === "past") return false;
  const ahead = date.resolve("future")?.day;
  if (ahead === undefined || ahead <= today) return false;
  if (date.before || date.fixed === "future") return true;
  if (/年[内底末]$/.test(body.slice(date.start, date.end))) return true;
  const behind = date.resolve("past")?.day ?? "";
  const now = Date.parse(today);
  // 本周 and 本月 are of now.
  return behind < ahead && Date.parse(ahead) - now < now - Date.parse(behind);
}

/** 预计年底完成80%; 要是能开工就好了: what may come is not what was done. */
function isNoFact(said: string): boolean {
  return (
    (STILL_TO_COME.test(said) && !UNDER_WAY.test(said)) ||
    FORMER_PLAN.test(said) ||
    ALL_WELL.test(said) ||
    NOT_YET.test(said) ||
    WISH.test(said) ||
    CONDITION.test(said) ||
    GUESS.test(said) ||
    INTENDED.test(said) ||
    UNDECIDED.test(said) ||
    NO_LONGER.test(said) ||
    NOT_REPORTED.test(said) ||
    ASKED.test(said) ||
    /[了过]吧$/.test(said)
  );
}

/** Kinds of figures that the ledger holds. */
const OF_THE_LEDGER: ReadonlySet<QuantityKind> = new Set(["percent", "points", "money", "area"]);

/** Money that changes hands says nothing of the works. */
const PAID = /(?:进度款|工程款|预付款)(?:申请|报批|审批|办理)?|完成支付/g;

/** What is left meaningful about a project when no figure was read. */
export function readNote(scene: Scene, segment: Segment): Found[] {
  const said = segment.body
    .slice(segment.bodyStart)
    .replace(LEAD_IN, "")
    .replace(/[\ue000\s。，,！!]+$/, "");
  const chinese = said.replace(/[^\u4e00-\u9fa5]/g, "");
  if (chinese.length < 2 || segment.subjects.length === 0) return [];
  // 资金到位率80%, 没完成3200万: the matter is the figure, and that is none of the ledger's.
  if (segment.quantities.some(({ kind }) => OF_THE_LEDGER.has(kind))) return [];
  // A label that has lost its figure is no news.
  if (
    said.replace(
      /累计|完成|投资|形象|进度|提升|提高|增加|过半|本年|[本上]月|\d{1,2}月份?|[\d.%\s:：,，]/g,
      "",
    ) === ""
  )
    return [];
  if (!PROGRESS.test(said.replace(PAID, "")) || isNoFact(said)) return [];
  if (!UNDER_WAY.test(said) && segment.dates.some((date) => isAhead(segment.body, date, scene.today)))
    return [];
  const note = words(scene, { start: segment.start + segment.bodyStart, end: segment.end }).replace(
    /^\s*(?:\d{1,2}[、.)）])?[\s:：,，、】)）;；\-—的]*(?:(?:文字|工作|工程)?进展\s*[:：]\s*)*/,
    "",
  );
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: report(name, { measure: "note", note }, words(scene, segment)),
  }));
}
