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

const BEFORE_UNIT = /(?:请|由|让|交|转|转给|交给|责成)\s*$/;
const BEHIND_UNIT = /^\s*(?:来|负责|牵头)?\s*(?:答复|办理|回复|处理|解决|协调)?/;
const BEHIND_DAY = /^\s*(?:之?前|以?内|底)?\s*(?:答复|办结|回复|解决|完成)?/;

/** `希望加快规划许可 区规划资源局 9/30`: what is asked for, who answers, until when. */
export function readRequest(said: string, names: NameIndex, today: Day): ServiceSaid {
  const normal = normalise(said);
  const { text } = normal;
  const mention = findMentions(text, names)
    .filter(({ unit }) => unit !== undefined)
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
