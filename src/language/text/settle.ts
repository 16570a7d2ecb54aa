import type { DateSpan } from "../dates/span.js";
import type { NamedProject } from "../names.js";
import { PROGRESS } from "../rules/words.js";
import type { Given, Scene, Segment } from "../scene.js";
import { ownHead, unknownSubject } from "./subjects.js";

const TOTALS =
  /^[\s【(]*(?:合计|总计|小计|共计|全区|区属|市属|各项目|所有项目|全部项目|各单位|\d+个项目|全部)/;
const MONTH_LABEL =
  /(?:[去上前明]|20\d\d)年|(?:本|上|当|这个|上个)月|(?:\d|[一二三四五六七八九十]){1,2}月|累计|年度|今年|本年|截[至止]|形象|进度|开工以来/;
const UNIT = /(?:单位\s?[:：]?\s?|[(])\s?(?:人民币)?(亿元?|万元?|元|%|亩)\s?[)]?/;

const WEEKLY = /周报|第[一二三四五六\d]周|[本上这]周/;
/** （五）隧道：, where the items above name their projects: a name, although it is a part's word too. */
const LIST_ITEM =
  /^\s*(?<mark>\(?[一二三四五六七八九十\d]{1,2}[)、.])\s*(?:(?<word>[\u4e00-\u9fa5]{2,8})\s*:)?/;

/** A name as the title of what stands below it. */
const ONLY_TITLE = /^[\s\ue000【】()\d、.:：#*-]*(?:工程|项目)?[\s:：】]*$/;
const NUMBERED_ITEM = /^\s*\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、.]/;

/**
 * Gives each segment what it does not say itself: the subject of the one before it, the date of a
 * phrase that leads in, unit and month of the heading above it.
 */
export function settle(scene: Scene, segments: Segment[]): Segment[] {
  let current: readonly NamedProject[] = scene.follow ? [scene.follow] : [];
  let heading: Given = { label: "" };
  let lead: Given = { label: "" };
  let isTitled = false;
  let sentence = -1;
  const named = new Map<string, number>();
  for (const [index, segment] of segments.entries()) {
    if (segment.clause.sentence !== sentence) {
      sentence = segment.clause.sentence;
      lead = { label: "" };
    }
    const opensLine = segments[index - 1]?.clause.line !== segment.clause.line;
    const listed = opensLine ? listItem(segment, named) : undefined;
    if (segment.explicit) {
      current = segment.shared ? [] : segment.subjects;
      isTitled = ONLY_TITLE.test(segment.body);
    } else {
      // Below a line with nothing but a name, the heads are those of its parts.
      const head =
        !isTitled && (opensLine || NUMBERED_ITEM.test(segment.body)) ? ownHead(segment) : undefined;
      const unknown = TOTALS.test(segment.body) ? "" : (unknownSubject(segment) ?? listed?.word ?? head);
      if (unknown !== undefined) {
        segment.unknown = unknown;
        if (unknown !== "") current = [];
      } else segment.subjects = current;
    }
    const given = joined(heading, lead);
    segment.given = given;
    const opening = segment.explicit && hasFigure(segment) ? monthInFront(segment) : undefined;
    if (opening) lead = { ...lead, sumsOf: opening.date };
    if (opening?.isHeading) heading = { ...heading, sumsOf: opening.date };
    const next = segments[index + 1];
    // …请征收中心协调，10月底前: the end of a line is no heading of the next one.
    if ((opensLine || UNIT.test(segment.body)) && isHeading(segment, next))
      heading = headed(segment, heading);
    else if (
      !hasFigure(segment) &&
      segment.clause.closing === "，" &&
      segment.dates.length > 0 &&
      isLead(segment)
    ) {
      lead = headed(segment, lead);
    }
  }
  lendBack(segments);
  return ownedFromBehind(segments);
}

/** The word in the place of a name, in an item of a list whose items so far have all begun with one. */
function listItem(
  { body, explicit, bodyStart }: Segment,
  named: Map<string, number>,
): { word?: string } | undefined {
  const { mark = "", word } = LIST_ITEM.exec(body)?.groups ?? {};
  if (mark === "") return undefined;
  const style = mark.replace(/\d+/, "1").replace(/[一二三四五六七八九十]+/, "一");
  const before = named.get(style) ?? 0;
  const opensWithName = explicit && body.slice(0, bodyStart).length - mark.length < 40;
  if (opensWithName) named.set(style, before + 1);
  else named.set(style, Number.NEGATIVE_INFINITY);
  return !explicit && word !== undefined && before >= 2 ? { word } : undefined;
}

/** 财政局的钱还没到位，603停着: what comes before the first name in a sentence may be about it. */
function lendBack(segments: readonly Segment[]): void {
  const first = segments.findIndex((segment) => segment.explicit);
  const named = segments[first];
  if (!named || named.shared) return;
  for (const segment of segments.slice(0, first)) {
    const same = segment.clause.sentence === named.clause.sentence && segment.unknown === undefined;
    if (same && segment.subjects.length === 0 && segment.quantities.length === 0)
      segment.subjects = named.subjects;
  }
}

/** 还剩30%，武宁路: the name comes last and is all that its clause says. */
function ownedFromBehind(segments: Segment[]): Segment[] {
  const last = segments.at(-1);
  const named = last?.explicit && !last.shared && /^[\s\ue000]*$/.test(last.body) ? last : undefined;
  const rest = segments.slice(0, -1);
  if (
    !named ||
    rest.length === 0 ||
    rest.some((segment) => segment.explicit || segment.clause.line !== named.clause.line)
  )
    return segments;
  if (!rest.some((segment) => hasFigure(segment) || segment.dates.length > 0)) return segments;
  for (const segment of rest) segment.subjects = named.subjects;
  return rest;
}

function hasFigure({ quantities }: Segment): boolean {
  return quantities.some(({ kind }) => kind !== "other" && kind !== "bare");
}

function isLead({ body, dates }: Segment): boolean {
  const rest = dates.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), body);
  const said = rest.replace(/[\s截至止到目前为份的在于计划拟预力争争取确保,，:：\ue000【】]/g, "");
  // 利欧地块10月挂牌，052-02已成交: a statement of its own.
  return said.length <= 2 && !PROGRESS.test(said);
}

/** 8月底武南路累计1亿，新金环累计2亿; 8月份数据：…: the month before the first name holds for the others, too. */
function monthInFront({ body, dates }: Segment): { date: DateSpan; isHeading: boolean } | undefined {
  const [date] = dates;
  if (!date || (!date.period && !date.until)) return undefined;
  const between = body.slice(date.end, body.indexOf("\ue000"));
  if (!/^[\s【(]*(?:截[至止]到?|到)?\s*$/.test(body.slice(0, date.start))) return undefined;
  if (!/^(?:为?止|的|各?项目|数据|情况|进度|进展|投资|[\s:：】)])*$/.test(between)) return undefined;
  const isHeading = /[:：]/.test(between);
  // 8月武南路完成3200万，本年累计1亿: the year's sum is of now.
  return date.wholeMonth && !isHeading ? undefined : { date, isHeading };
}

/** A line that only says what stands below it: 8月完成投资（万元）： */
function isHeading(segment: Segment, next: Segment | undefined): boolean {
  if (segment.explicit || hasFigure(segment)) return false;
  if (!next || next.clause.line === segment.clause.line) {
    return (
      /[:：]\s*$/.test(segment.body + segment.clause.closing) &&
      MONTH_LABEL.test(segment.body) &&
      next !== undefined
    );
  }
  if (!MONTH_LABEL.test(segment.body) && !UNIT.test(segment.body)) return false;
  return (
    !PROGRESS.test(segment.body.replace(/进度|完成|工程|项目|节点|投资/g, "")) || UNIT.test(segment.body)
  );
}

function headed(segment: Segment, above: Given): Given {
  const unit = UNIT.exec(segment.body)?.[1];
  // 9月第3周周报 says when it was written, not of which month its sums are.
  const dates = WEEKLY.test(segment.body) ? [] : segment.dates;
  const date = dates.find((span) => span.period || span.precision !== "day") ?? dates[0];
  const given: Given = { label: `${above.label} ${segment.body}` };
  if (date) given.date = date;
  else if (above.date) given.date = above.date;
  if (unit) given.unit = unit.replace(/(?<=.)元$/, "") as NonNullable<Given["unit"]>;
  else if (above.unit) given.unit = above.unit;
  return given;
}

function joined(heading: Given, lead: Given): Given {
  return { ...heading, ...lead, label: `${heading.label} ${lead.label}`.trim() };
}
