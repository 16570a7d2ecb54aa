import type { Day, ProblemItem } from "../items.js";
import { GONE, HINDRANCE, LATE_FOR_IT, NO_PROBLEM, NOT_SOLVED, SOLVED, STEPS } from "../rules/problems.js";
import type { Found, Scene, Segment } from "../scene.js";
import { unitIn, words } from "../scene.js";
import { wordsIn } from "./milestone-words.js";

// 问题1：电力排管未迁 is the first of a list; 问题1：已解决 speaks of number one.
const NUMBERED =
  /(?:#\s?|问题\s?#|问题\s?(?!\d+\s?[:、](?!\s?(?:已|请|申请|可以|同意|销号|延|上报|退回|不)))|第)(\d{1,9})(?!\d|\s?%|[.万亿成])(?:号|个)?(?:问题)?|(?<![\d.])(\d{1,5})号(?:问题|卡点|事项)/g;

/** What may stand before the words themselves. */
const LEADING = /^\s*(?:\d{1,2}[、.)）])?[\s:：,，、】)）;；\-—的]*/;

interface Action {
  action: ProblemItem["action"];
  words: RegExp;
}

/** What may be done with a problem that has a number, the most telling words first. */
const ACTIONS: readonly Action[] = [
  { action: "reopen", words: /不同意|不予|驳回|退回|打回|不能销|不可以销|(?:不要|先别|别|暂不|先不)销/ },
  {
    action: "extend",
    words:
      /延期|延长|顺延|展期|推迟|延(?:到|至|[一两三几半\d])|宽限|[再多](?:给|要|需要?|宽)?(?:[一二两三四五六七八九十半几\d]+)个?(?:天|周|月|星期|礼拜)/,
  },
  { action: "escalate", words: /上报|升级|提级|报[到给]?(?:区|分管|市)?(?:领导|政府)|提请(?:区|市)/ },
  {
    action: "reopen",
    words:
      /退回|打回|驳回|重开|重新打开|未通过|不通过|不同意|(?:没有?|未|还没|尚未)(?:彻底|真正|完全)?(?:解决|完成|处理|整改|到位|好|办结)|还没有?[\s。!！]*$|反弹|又出现|不予|不能|不可以?|不符合/,
  },
  { action: "update", words: /(?:解决|处理|办|整改|完成|搞)不了|不好(?:解决|办|处理)|无法|没法|没办法|难以/ },
  {
    action: "close",
    words: /^[\s:：,，]*(?:(?:同意|确认|准予|批准|予以|可)?销号|关闭|关掉|结案)(?:吧|了|通过|掉)?[\s。!！]*$/,
  },
  {
    action: "resolve",
    words:
      /解决|办结|销号|协调(?:好|完|到位)|谈[妥好]|理顺|处理(?:好|完|了|完毕|完成)|搞定|(?:已|整改)?完成(?!了?(?:一半|大半|部分|\d|百分|[一二三四五六七八九]成))|整改到位|整改完|弄好|做好了|好了|消除|化解|已签|签了|已搬|搬完|搬走/,
  },
];

/** #17 明天能解决: a promise, not the news that it is done. */
const STILL_TO_COME =
  /^(?![^\n]*(?:已|了|销号))[^\n]*(?:争取|预计|计划|力争|尽快|准备|打算|能|将|要|待|明天|后天|下周|下个?月|前)[^，,。]{0,10}(?:解决|办结|完成|处理好|处理完|整改|搞定|弄好|消除)/;

/** `#12 已解决`: problems by their number. Nothing when the message names none. */
export function readNumbered(scene: Scene, text: string, from: number, to: number): Found[] {
  const stretch = text.slice(from, to);
  const numbers = [...stretch.matchAll(NUMBERED)].filter(
    (match) => match[0].startsWith("#") || /问题|号/.test(match[0]),
  );
  const found: Found[] = [];
  const said = saidOfEach(stretch, numbers);
  for (const [index, match] of numbers.entries()) {
    const start = match.index + match[0].length;
    const next = numbers[index + 1];
    const about = said[index] ?? "";
    const at = from + match.index;
    const number = Number(match[1] ?? match[2]);
    const place = { start: at, end: from + (next?.index ?? stretch.length) };
    if (
      /怎么样|怎么办|为什么|什么时候|咋样|什么情况|进展(?!\s?[:：]\s?\S)|[?？]|谁|吗/.test(about) ||
      about.trim() === ""
    ) {
      found.push({ at, item: { intent: "query", about: "problems", number, text: words(scene, place) } });
      continue;
    }
    const action = STILL_TO_COME.test(about)
      ? "update"
      : (ACTIONS.find((known) => known.words.test(about))?.action ?? "update");
    const item: ProblemItem = { intent: "problem", action, number, text: words(scene, place) };
    const due = action === "extend" || action === "update" ? dueIn(scene, about) : undefined;
    if (due) item.due = due;
    const what = words(scene, { start: from + start, end: place.end });
    if (what) item.what = what.replace(/^[\s,，:：]+|[\s,，;；]+$/g, "");
    found.push({ at, item });
  }
  return found;
}

/** What is said of each number; what is said of the last one of a list holds for all: #12、#13 已解决. */
function saidOfEach(stretch: string, numbers: readonly RegExpExecArray[]): string[] {
  const said: string[] = [];
  let after = "";
  for (let index = numbers.length - 1; index >= 0; index--) {
    const match = numbers[index];
    if (!match) continue;
    const own = stretch.slice(match.index + match[0].length, numbers[index + 1]?.index ?? stretch.length);
    if (index === numbers.length - 1 || !/^[\s、和及,，与]*$/.test(own)) after = own;
    said[index] = after;
  }
  return said;
}

function dueIn(scene: Scene, text: string): Day | undefined {
  return scene
    .dates(text)
    .find((date) => date.fixed !== "past" && !date.after)
    ?.resolve("future")?.day;
}

/** A hindrance, or the news that one is gone, in a segment. */
export function readProblem(scene: Scene, segment: Segment): Found[] {
  const { body } = segment;
  const step = readStep(scene, segment);
  if (step) return [step];
  if (NO_PROBLEM.test(body)) return saysGone(scene, segment);
  const solved = SOLVED.exec(body);
  if (solved && !NOT_SOLVED.test(body))
    return [asked(scene, segment, "resolve")].filter((item) => item !== undefined);
  const hindrance = HINDRANCE.exec(body);
  if (!hindrance) return [];
  if (GONE.test(body.slice(hindrance.index)) && !NOT_SOLVED.test(body))
    return [asked(scene, segment, "resolve")].filter((item) => item !== undefined);
  const at = segment.start + hindrance.index;
  if (segment.subjects.length === 0)
    return [{ at, item: { intent: "ask", reason: "which-project", text: words(scene, segment) } }];
  return segment.subjects.map(({ name }) => {
    const item: ProblemItem = {
      intent: "problem",
      action: "open",
      project: name,
      text: words(scene, segment),
    };
    const figure = segment.quantities
      .filter(({ kind, end }) => kind !== "other" && end <= hindrance.index)
      .at(-1);
    item.what = words(scene, {
      start: segment.start + Math.max(segment.bodyStart, figure?.end ?? 0),
      end: segment.end,
    }).replace(LEADING, "");
    const lead = unitIn(scene, segment.start, segment.end);
    if (lead) item.lead = lead;
    const due = segment.dates
      .find(
        (date) =>
          (date.before || date.fixed === "future" || TO_BE_DONE.test(body.slice(date.end))) && !date.after,
      )
      ?.resolve("future")?.day;
    if (due) item.due = due;
    return { at, item };
  });
}

/** 那个问题延期到10月底, 武宁路的管线问题升级 */
function readStep(scene: Scene, segment: Segment): Found | undefined {
  const { body, subjects } = segment;
  if (!/问题|难题|卡点|堵点|矛盾/.test(body) || LATE_FOR_IT.test(body)) return undefined;
  const step = STEPS.find(({ words: said }) => said.test(body));
  if (!step) return undefined;
  const text = words(scene, segment);
  const [project, more] = subjects;
  if (!project || more) return { at: segment.start, item: { intent: "ask", reason: "which-problem", text } };
  const item: ProblemItem = { intent: "problem", action: step.action, project: project.name, text };
  const due = step.action === "extend" ? dueIn(scene, body) : undefined;
  if (due) item.due = due;
  item.what = words(scene, { start: segment.start + segment.bodyStart, end: segment.end }).replace(
    LEADING,
    "",
  );
  return { at: segment.start, item };
}

/** Behind a day: what is to be done by then. */
const TO_BE_DONE =
  /^\s?(?:前|之?内)?(?:能|要|可以?|必须|务必)?(?:解决|协调|落实|明确|批复|答复|拨付|到位|完成)/;

function saysGone(scene: Scene, segment: Segment): Found[] {
  if (!/(?:没有?|无)(?:什么)?问题了|问题没了/.test(segment.body)) return [];
  const found = asked(scene, segment, "resolve");
  return found ? [found] : [];
}

function asked(scene: Scene, segment: Segment, action: "resolve"): Found | undefined {
  const text = words(scene, segment);
  const at = segment.start;
  const [project] = segment.subjects;
  if (!project) return { at, item: { intent: "ask", reason: "which-problem", text } };
  return { at, item: { intent: "problem", action, project: project.name, what: text, text } };
}

const REQUEST = /协调|支持|解决|出面|推动|帮助|帮忙|牵头|负责|介入|会商|配合|处理/;
const REASON =
  /^[\s]*(?:其中|另|因|因为|由于|原因|主要|导致|影响|造成|等|涉及|目前|需|请|建议|恳请|希望|已|正在)/;

/** 需要区财政局拨付2300万, 请财政追加500万 */
const ASKS_FOR_SUM =
  /^(?![^，。]*(?:累计|已完成|已投|形象))(?:[^，。]*(?:需要?|请|望|由|盼|建议|申请)[^，。]{0,14}(?:拨付|拨款|拨给|落实|解决|支持|安排|追加|垫付|补助)|[^，。]*(?:缺口?|差)[^，。\d]{0,6}\d)/;

/** Whether a segment goes on about the problem before it, and what it adds: 请区建管委协调，9月底前. */
export function continueProblem(scene: Scene, segment: Segment, problem: ProblemItem): boolean {
  const { body } = segment;
  if (segment.explicit && !segment.subjects.some(({ name }) => name === problem.project)) return false;
  const figures = segment.quantities.filter(
    ({ kind }) => kind !== "other" && kind !== "bare" && kind !== "points",
  );
  // 需要区财政局拨付2300万: the sum is asked for, and none of the ledger's.
  const isAskedFor = ASKS_FOR_SUM.test(body) && figures.every(({ kind }) => kind === "money");
  if (figures.length > 0 && !isAskedFor) return false;
  const own = wordsIn(segment.body).filter(({ name }) => name !== "签约" && name !== "管线搬迁");
  // 影响封顶 is what the hindrance does.
  if (own.length > 0 && !/^\s*(?:影响|导致|造成|制约)/.test(body)) return false;
  // 审图没过，推迟到10月15号: what is late because of it, not until when it is to be solved.
  if (/(?:推迟|延期|延后|顺延)(?:到|至)/.test(body)) return false;
  const lead = unitIn(scene, segment.start, segment.end);
  const due = segment.dates
    .find(
      ({ precision, before, start, end }) =>
        precision !== "year" || before || /[内底末]$/.test(body.slice(start, end)),
    )
    ?.resolve("future")?.day;
  const bareDue =
    due !== undefined &&
    segment.body.replace(/[\s前完成解决协调到位请于在尽快最好希望需要之签约搬迁]/g, "").length <= 10;
  const newMatter = /正在|完成|计划|预计|开始|已/.test(body) && !HINDRANCE.test(body) && !REASON.test(body);
  if (!lead && !bareDue && !REQUEST.test(body) && newMatter) return false;
  if (lead && !problem.lead) problem.lead = lead;
  if (due && !problem.due && (bareDue || lead !== undefined || REQUEST.test(body))) problem.due = due;
  const what = words(scene, segment);
  problem.what = problem.what ? `${problem.what}，${what}` : what;
  return true;
}
