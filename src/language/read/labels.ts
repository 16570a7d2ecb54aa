import type { Quantity } from "../numbers/quantities.js";
import { firstPart } from "../rules/parts.js";
import type { Scene, Segment } from "../scene.js";
import { isRise, meaningOfPercent } from "./percent.js";

const FARTHEST = 60;

/** What its sentence says before a figure. */
export function sentenceBefore({ masked }: Scene, at: number): string {
  return (
    masked
      .slice(Math.max(0, at - FARTHEST), at)
      .split(/[\n。；;！!？?]/)
      .at(-1) ?? ""
  );
}

/** What its sentence says behind a position, as far as it speaks of no other project or figure. */
export function sentenceBehind({ masked }: Scene, at: number): string {
  return /^[^\n。；;！!？?\ue000\d]*/.exec(masked.slice(at, at + FARTHEST))?.[0] ?? "";
}

/** What stands between two positions of a segment, without its dates. */
export function labelBetween({ body, dates }: Segment, from: number, to: number): string {
  return dates
    .filter(({ start, end, weak }) => start >= from && end <= to && !weak)
    .reduceRight(
      (text, { start, end }) => `${text.slice(0, start - from)} ${text.slice(end - from)}`,
      body.slice(from, to),
    );
}

/** 3200万元（累计1.02亿元）: a bracket with a figure of its own says nothing of the one before it. */
export function closed(right: string, next: Quantity | undefined): string {
  const open = right.lastIndexOf("(");
  return next && open >= 0 && !right.includes(")", open) ? right.slice(0, open) : right;
}

const TOPIC =
  /^[\s:：,，]*\ue000+\s*的?\s*([\u4e00-\u9fa5]{2,12}?)(?:工程|施工|方面|工作|部分|情况|这[块边]|那[块边])?[\s:：]*$/;

/** 敦煌南路的征收，: a clause that names a part of the works, for what follows. */
export function topicIn(clause: string): string | undefined {
  const word = TOPIC.exec(clause)?.[1];
  return word !== undefined && firstPart(word) === word ? word : undefined;
}

/** 敦煌南路的征收，还剩5户，进度95%: the part that the sentence is about, where this label does not speak of the whole. */
export function partSpokenOf(scene: Scene, { start, explicit }: Segment, left: string): string | undefined {
  if (
    explicit ||
    !/^(?:目前|现在|现|总的?|已经?|进度|工作|累计|完成|推进|达到?|到|了|为|是|约|大概|[\s:：])*$/.test(left)
  )
    return undefined;
  return topicIn(sentenceBefore(scene, start).split("，")[0] ?? "");
}

/** 敦煌南路的征收，形象进度95%: of that part, or of the whole? */
export function partBesideWhole(
  scene: Scene,
  { start, explicit }: Segment,
  left: string,
): string | undefined {
  if (explicit || !/形象/.test(left) || firstPart(left) !== undefined || /总体|整体|全线|项目/.test(left))
    return undefined;
  return topicIn(sentenceBefore(scene, start).split("，")[0] ?? "");
}

/** The part that the clause just before says to be under way. */
export function partUnderWay(scene: Scene, segment: Segment): string | undefined {
  if (segment.start !== segment.clause.start) return undefined;
  const clauseBefore =
    sentenceBefore(scene, segment.start - 1)
      .split("，")
      .at(-1) ?? "";
  return /[\d%]|形象/.test(clauseBefore) || !/正在|在|进行|施工|开始/.test(clauseBefore)
    ? undefined
    : firstPart(clauseBefore);
}

/** 桩基完成120根，占65%: a share is of the part that was spoken of just before. */
export function sharedPart(scene: Scene, segment: Segment, left: string): string {
  if (!/占(?:总数|总量|设计量|全部)?的?\s?$/.test(left)) return left;
  const clauseBefore =
    sentenceBefore(scene, segment.start - 1)
      .split("，")
      .at(-1) ?? "";
  return `${firstPart(left) ?? (segment.explicit ? "" : firstPart(clauseBefore)) ?? ""}占`;
}

/** 进度过半，55%; 提升5%，达到65%: the figure that follows says what this one leaves open. */
export function settledLater(
  { body, clause }: Segment,
  scene: Scene,
  figure: Quantity,
  left: string,
): boolean {
  const behind = scene.masked.slice(clause.start, clause.end + FARTHEST).split(/[\n。；;]/)[0] ?? "";
  const inWords = figure.vague === true && !/\d/.test(body.slice(figure.start, figure.end));
  // 本周完成3%，累计65%
  if (/(?:[本这当]个?[周月]|今天)[^\d]*完成[^\d]*$/.test(left) && /累计[^\d，]*[\d百]/.test(behind))
    return true;
  return inWords || meaningOfPercent(left, "", "").is === "change";
}

/** What stands between the figure before and this one; 分别 carries the first label on to all. */
export function labelBefore(segment: Segment, before: Quantity | undefined, figure: Quantity): string {
  const { body, bodyStart } = segment;
  const lead = body.slice(0, bodyStart).replace(/[\ue000\ue001]+/g, " ");
  const own = body.slice(before?.end ?? bodyStart, figure.start);
  if (!before) return figure.start < bodyStart ? body.slice(0, figure.start) : `${lead}${own}`;
  const carriesOn =
    /^\s?[、和及与,，/]\s?$/.test(own) ||
    (isRise(own) && !(figure.kind === "money" && /完成|累计|实际/.test(own)));
  // 涨了5个点到65%: the difference before it says nothing of it.
  if (before.kind === "points") return own;
  // 桩基由60%提升至65%: the part stands before the old value.
  if (figure.kind === "percent" && isRise(own)) return `${own} ${body.slice(bodyStart, before.start)}`;
  return carriesOn ? body.slice(bodyStart, figure.start).replace(/[\d.%亿万元、和及与]+$/, "") : own;
}
