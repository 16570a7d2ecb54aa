import type { Quantity } from "../numbers/quantities.js";
import { MERE_LABEL } from "../rules/words.js";
import type { Segment } from "../scene.js";
import { isFormer, meaningOfPercent } from "./percent.js";
import { type Reading, withApprox } from "./reading.js";

export function readPercent(
  segment: Segment,
  figure: Quantity,
  left: string,
  right: string,
  between: string | undefined,
  before: Quantity | undefined,
  /** the part that the clause just before is about */
  partBefore?: string,
  /** the part that the whole sentence is about */
  partOfSentence?: string,
): Reading {
  if (isFormer(left, between)) return undefined;
  const tail = before ? left.replace(/^[^→>]{0,2}(?:→|-+>|=+>)/, "") : left;
  const meaning = meaningOfPercent(tail, right, segment.given.label);
  const { value } = figure;
  // 快一半了, 快60%了: nearly; 快5% is a comparison.
  const written = segment.body.slice(figure.start, figure.end);
  if (
    figure.vague &&
    /快\s?$/.test(left) &&
    (/半/.test(written) || /^\s?了/.test(right) || /(?:[干做到有]|完成)了?快\s?$/.test(left))
  )
    return { ask: "how-much" };
  if (meaning.is === "nothing") return undefined;
  // 100%没问题 is a promise, 65%没问题 a figure.
  if (value >= 99 && /^\s?(?:地|的)?没问题/.test(right)) return undefined;
  if (meaning.is === "change")
    return before?.kind === "percent" || pointsBeside(segment) ? undefined : { ask: "how-much" };
  if (value < 0) return { ask: "how-much", why: "negative" };
  if (meaning.is === "doubtful" || figure.vague || !Number.isFinite(value)) return { ask: "how-much" };
  const rounded = Math.round(value * 100) / 100;
  if (meaning.is === "unclear") {
    const done = Math.round((100 - rounded) * 100) / 100;
    const remaining = /剩|差|还有|尚|缺/.test(left) || /没|未|待/.test(right.slice(0, 6));
    const worth = remaining ? done : rounded;
    return {
      ask: "which-measure",
      options: [
        { measure: "percent", value: worth },
        { measure: "completion", value: worth },
      ],
    };
  }
  if (meaning.is === "completion") {
    return value > 1000 ? { ask: "how-much" } : withApprox(figure, { measure: "completion", value: rounded });
  }
  if (value > 100) return { ask: "how-much", why: "over-100" };
  const part =
    meaning.part === undefined && /^[\s\ue000]*(?:已经?)?完成了?\s*$|形象/.test(left)
      ? partBefore
      : undefined;
  if (part) {
    // 正在进行二次结构砌筑，完成30%: of that, or of the whole?
    return {
      ask: "which-measure",
      options: [
        { measure: "percent", value: rounded, part },
        { measure: "percent", value: rounded },
      ],
    };
  }
  return withApprox(figure, {
    measure: "percent",
    value: rounded,
    ...partOf(meaning.part ?? partOfSentence),
  });
}

const partOf = (part: string | undefined) => (part === undefined ? {} : { part });

function pointsBeside({ quantities }: Segment): boolean {
  return quantities.filter(({ kind }) => kind === "percent").length > 1;
}

/** 提高6个百分点 says how far, not where to. */
export function pointsAlone({ body }: Segment, figures: readonly Quantity[], left: string): boolean {
  if (figures.some(({ kind }) => kind === "percent" || kind === "money")) return false;
  return (
    (MERE_LABEL.test(left) || /提高|提升|增加|上升|推进|涨|新增|多了?/.test(left)) &&
    !/同比|环比|时序|完成率|计划|去年|同期/.test(body)
  );
}
