import type { Day } from "../../domain/day.js";
import { findDates } from "../../language/dates/dates.js";
import { findMentions } from "../../language/names/mentions.js";
import type { NameIndex } from "../../language/names.js";
import { normalise, typed } from "../../language/text/normalise.js";

/** A unit's name or a day with what stands around it, in a text. */
interface Piece {
  start: number;
  end: number;
}

export interface ServiceSaid {
  /** 答复单位: the last unit that is named */
  unit?: string;
  due?: Day;
  /** what is left: what the enterprise asks for */
  words: string;
}

const BEFORE_UNIT = /(?:需要?|请|由|让|交|转|转给|交给|责成)\s*$/;
const BEHIND_UNIT = /^\s*(?:来|负责|牵头)?\s*(?:答复|办理|回复|处理|解决|协调)?/;
const BEHIND_DAY = /^\s*(?:之?前|以?内|底)?\s*(?:答复|办结|回复|解决|完成)?/;

/** 区水务局 is not 城投水务, though 水务 is that one's other name. */
const PART_OF_NAME = /^[局委办署]/;

/** What an enterprise says, and how: the word stays where it is part of what is asked for (希望加快…). */
const SAYS =
  /^(.{2,30}?)(?:(?:来电|来函|来信)?(?:反映|反应|提出|提到|表示|咨询)(?:了|说|称)?|(?=希望(?!集团|公司|科技|教育|小学|中学)|要求|请求|申请|建议|需要))[\s:：,，]*(.{2,})$/s;
/** No enterprise: 企业反映的问题, 有没有企业提出 … */
const NO_ENTERPRISE = /^(?:有|没有|哪些|哪家|最近|今年|这些|所有|各)|^(?:企业|公司|单位|群众|居民|对方)们?$/;

/** `普实医疗反映门口照明不足`: who, and what they say; null where the words do not say who says what. */
export function readEnterprise(said: string): { enterprise: string; words: string } | null {
  const [, before = "", words = ""] = SAYS.exec(said.trim()) ?? [];
  const enterprise = before.trim();
  if (enterprise.length < 2 || /[\s:：,，。;；]/.test(enterprise) || NO_ENTERPRISE.test(enterprise))
    return null;
  return /^的|[?？]$/.test(words) ? null : { enterprise, words };
}

/** `希望加快规划许可 区规划资源局 9/30`: what is asked for, who answers, until when. */
export function readRequest(said: string, names: NameIndex, today: Day): ServiceSaid {
  const normal = normalise(said);
  const { text } = normal;
  const mention = findMentions(text, names)
    .filter(({ unit, end }) => unit !== undefined && !PART_OF_NAME.test(text.slice(end)))
    .at(-1);
  const date = findDates(text, today)
    .filter(({ start, end }) => !mention || end <= mention.start || start >= mention.end)
    .at(-1);
  const due = date?.resolve("future")?.day;
  const unitPiece = mention && apart(text, around(text, mention, BEFORE_UNIT, BEHIND_UNIT));
  const datePiece = due && date ? around(text, date, /$^/, BEHIND_DAY) : undefined;
  const pieces = [unitPiece, datePiece].filter((one): one is Piece => one !== undefined);
  const words = pieces
    .sort((a, b) => a.start - b.start)
    .reduce(
      ({ at, left }, piece) => ({
        at: Math.max(at, piece.end),
        left: piece.start > at ? `${left} ${typed(normal, at, piece.start)}` : left,
      }),
      { at: 0, left: "" },
    );
  return {
    ...(mention?.unit !== undefined && { unit: mention.unit }),
    ...(due !== undefined && { due }),
    words: `${words.left} ${typed(normal, words.at, text.length)}`
      .replace(/\s+/g, " ")
      .replace(/^[\s,，;；:：。]+|[\s,，;；:：]+$/g, ""),
  };
}

/** A name within a sentence (希望区规划资源局加快审批) stays where it is. */
function apart(text: string, piece: Piece): Piece | undefined {
  const isApart =
    /(?:^|[\s,，;；。、])$/.test(text.slice(0, piece.start)) &&
    /^(?:$|[\s,，;；。、\d])/.test(text.slice(piece.end));
  return isApart ? piece : undefined;
}

function around(text: string, { start, end }: Piece, before: RegExp, behind: RegExp): Piece {
  const lead = before.exec(text.slice(0, start))?.[0].length ?? 0;
  const tail = behind.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - lead, end: end + tail };
}
