import { findMentions } from "../../language/names/mentions.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";

const MARK =
  /^\s*(?:[-·•*]+|[(（]?\d{1,2}(?:[)）、]|[.](?!\d))|[(（]?[一二三四五六七八九十]{1,2}[)）、]|[\u2460-\u2473])\s*/;
/** 会议明确由, 会上定了, 议定: said before what was decided */
const OPENING =
  /^\s*(?:(?:今天|昨天|本次|这次|刚才|上次|经)?的?(?:重大项目)?(?:推进|专题|协调)*(?:会议?)(?:上)?(?:研究)?(?:已经|已|一致|当场)?(?:议定|明确|商定|决定|确定|定了|定下来?|要求)|议定)了?(?:事项)?[\s:：,，]*/;
/** A line that only heads the others. */
const HEADING = /^(?:议定事项|会议?议定)$|^[^,，。]{0,14}(?:事项|清单|如下|议定|明确|决定)\s*[:：]$/;

/** Lines, without their marks; 区建管委…；区发改委… on one line are two. */
export function linesOf({ names }: Turn, said: string): string[] {
  return said
    .split(/[\n\r]+/)
    .flatMap((line) => {
      const parts = line.split(/[；;]/).filter((part) => part.trim() !== "");
      const hasUnit = (part: string) => findMentions(normalise(part).text, names).some(({ unit }) => unit);
      return parts.length > 1 && parts.every(hasUnit) ? parts : [line];
    })
    .map((line) => line.replace(MARK, "").replace(OPENING, "").trim())
    .filter((line) => line !== "" && !HEADING.test(line));
}

/** 区建管委： stands over the lines that follow. */
export function unitAlone({ names }: Turn, line: string): string | undefined {
  const { text } = normalise(line);
  const [mention, ...others] = findMentions(text, names);
  if (!mention?.unit || others.length > 0 || !/[:：]\s*$/.test(line)) return undefined;
  const rest = text.slice(0, mention.start) + text.slice(mention.end);
  return /^[\s:]*$/.test(rest) ? mention.unit : undefined;
}
