import { findDates } from "../dates/dates.js";
import type { DateSpan } from "../dates/span.js";
import { type Mention, PROJECT_MARK } from "../names/mentions.js";
import { findQuantities } from "../numbers/quantities.js";
import type { Scene, Segment } from "../scene.js";
import type { Clause } from "./clauses.js";
import { splitClauses } from "./clauses.js";

/** Behind a name: it is a place, not what the sentence is about. */
const PLACE_AFTER =
  /^\s?(?:路口|口(?!头)|交叉口|交界|交汇|附近|旁|边(?!坡|界)|对面|隔壁|站(?!点)|段(?!进|完|已)|门口|桥(?!梁)|上的|那边堵|[~至到-]\s?\ue000)/;
const PLACE_BEFORE =
  /(?:(?<![达提完做])到|(?<=[\u4e00-\u9fa5])做到|至(?!今)|从|往|跨|接|靠近|临近|邻近|毗邻|穿越|沿|临|近|过|去|来|配合|影响|利用|借用|参照|比照|不是|像|除了?)\s?$/;
const COORDINATED = /^(?:工程|项目|道路)?\s*(?:[、和与及跟&+/]|以及|还有)?\s*$/;
/** What can end a statement, so that a name behind it begins the next one. */
const STATED =
  /(?:[\d%)了吧啊呢哦嘛完、中]|[万亿元亩成一二两三四五六七八九十百千半]|\s|进展|变化|动静|没动|不变|正常|顺利|封顶|开工|停工|竣工|通车|投用|而|另外|还有|然后|再就是|那个|嗯|以及|现在|目前|以上)$/;
const SUFFIX = /^\s?(?:改造|新建|建设|整治|道路)?(?:工程|项目)(?!部|经理|公司|量|进度|负责)/;

/** Cuts the message into segments, each with its subject, its figures and its dates. */
export function cutSegments(scene: Scene): Segment[] {
  const segments: Segment[] = [];
  for (const clause of splitClauses(scene.masked)) {
    for (const piece of pieces(scene, clause)) segments.push(piece);
  }
  return joinedNames(segments);
}

const SHARED_OUT = /^[\s\ue000、和及与]*(?:工程|项目|地块)?\s*(?:都|均|各|分别|依次|全)/;

/** 603，606 都8%: names alone in their clause belong to the list that the next one ends. */
function joinedNames(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let listed: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    const alone =
      segment.explicit &&
      !segment.shared &&
      /^[，,]$/.test(segment.clause.closing) &&
      /^[\s\ue000、和及与]+$/.test(segment.body) &&
      next?.explicit === true &&
      !next.shared;
    if (alone) {
      listed.push(segment);
      continue;
    }
    if (listed.length > 0 && SHARED_OUT.test(segment.body)) {
      const subjects = [...new Set([...listed.flatMap((named) => named.subjects), ...segment.subjects])];
      result.push({ ...segment, subjects });
    } else result.push(...listed, segment);
    listed = [];
  }
  return [...result, ...listed];
}

/** One or more segments of a clause: a new one begins with each new subject. */
function pieces(scene: Scene, clause: Clause): Segment[] {
  const { masked } = scene;
  const inside = within(scene.mentions, clause.start, clause.end).filter(
    ({ projects }) => projects.length > 0,
  );
  const cuts: { start: number; mentions: Mention[] }[] = [];
  for (const mention of inside) {
    const last = cuts.at(-1);
    const previous = last?.mentions.at(-1);
    const between = masked.slice(previous?.end ?? clause.start, mention.start);
    if (previous && sameProject(previous, mention) && !/[\d%](?!\d*[月日号])/.test(between)) {
      last?.mentions.push(mention);
      continue;
    }
    if (previous && COORDINATED.test(between)) {
      if (
        !isPlace(masked, clause, mention, between) ||
        /交叉口|路口|交汇|^口/.test(masked.slice(mention.end, mention.end + 4)) === false
      ) {
        last?.mentions.push(mention);
      }
      continue;
    }
    if (isPlace(masked, clause, mention, between)) continue;
    if (!last) cuts.push({ start: clause.start, mentions: [mention] });
    else if (inBrackets(masked, clause, mention)) continue;
    else if (STATED.test(between) || /[\d%]/.test(between))
      cuts.push({ start: mention.start, mentions: [mention] });
  }
  if (cuts.length === 0) return [segment(scene, clause, clause.start, clause.end, [])];
  return cuts.map(({ start, mentions }, index) =>
    segment(scene, clause, start, cuts[index + 1]?.start ?? clause.end, mentions),
  );
}

/** 新金环那个88广场: the name said twice. */
function sameProject(one: Mention, other: Mention): boolean {
  return one.projects.length === 1 && other.projects.length === 1 && one.projects[0] === other.projects[0];
}

/** The same behind a name in the middle of a clause. */
const SIDE_AFTER = /^\s?(?:以?[东南西北][侧面边]?|方向)/;

function isPlace(masked: string, clause: Clause, mention: Mention, between: string): boolean {
  if (PLACE_AFTER.test(masked.slice(mention.end, Math.min(clause.end, mention.end + 6)))) return true;
  const behind = masked.slice(mention.end, Math.min(clause.end, mention.end + 4));
  if (/[\u4e00-\u9fa5]$/.test(between) && SIDE_AFTER.test(behind)) return true;
  if (mention.unit && /(?:请|由|需要?|找|跟|和|与|给|让|向)\s?$/.test(between)) return true;
  return PLACE_BEFORE.test(between) && !/(?:截至|截止到?|关于|轮到|说到|提到)\s?$/.test(between);
}

function inBrackets(masked: string, clause: Clause, mention: Mention): boolean {
  const before = masked.slice(clause.start, mention.start);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

function segment(
  scene: Scene,
  clause: Clause,
  start: number,
  end: number,
  mentions: readonly Mention[],
): Segment {
  const body = scene.masked.slice(start, end);
  const dates = findDates(body, scene.today);
  const quantities = findQuantities(body, (at) => takenAt(body, dates, at));
  const first = mentions[0];
  const last = mentions.at(-1);
  const bodyStart = last
    ? last.end - start + (SUFFIX.exec(scene.masked.slice(last.end, end))?.[0].length ?? 0)
    : 0;
  const made: Segment = {
    clause,
    start,
    end,
    body,
    subjects: [...new Set(mentions.flatMap(({ projects }) => (projects.length === 1 ? projects : [])))],
    explicit: mentions.length > 0,
    bodyStart,
    quantities: quantities.filter(
      (quantity) =>
        !dates.some((date) => date.weak !== true && date.start < quantity.end && quantity.start < date.end),
    ),
    dates,
    given: { label: "" },
  };
  if (first && first.projects.length > 1) made.shared = first.projects;
  return made;
}

function takenAt(body: string, dates: readonly DateSpan[], at: number): number | undefined {
  const char = body.charAt(at);
  if (char === PROJECT_MARK) return at + 1;
  for (const date of dates) if (!date.weak && at >= date.start && at < date.end) return date.end;
  return undefined;
}

/** The mentions between two positions; `all` is sorted. */
function within(all: readonly Mention[], start: number, end: number): Mention[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let index = low; index < all.length; index++) {
    const mention = all[index];
    if (!mention || mention.start >= end) break;
    if (mention.end <= end) found.push(mention);
  }
  return found;
}
