/** What somebody wants of a meeting. */
export type Wish = "when" | "move" | "cancel" | "book";

/** A question changes nothing, whatever else it names: 会议推迟了吗, 能不能改到周五？ */
const ASKS =
  /什么时候|啥时候|何时|几[时点号月]|哪一?天|(?:周|星期|礼拜)几|在哪|哪里|哪儿|地点是|谁参加|谁来|多久|没有?(?:回复|答复|确认|表态|反馈)|还没回|(?:[吗么嘛呢?？]|没有?)\s*$/;
/** 不改了, 别取消: all stays as it is, and is shown. */
const KEEPS = /(?:不|别)(?:用|要|会|再|必)?(?:取消|改|换|挪|调|推|延|顺延|提前|往[前后])/;
/** 往后推一天, 往前挪两天, 推后一周 */
const SHIFT = "往后(?:推迟|顺延|[推延挪移调])|往前[推提挪移调]|推后|后推|后延";
const MOVE_TO = new RegExp(`(?:${SHIFT}|改|换|挪|调整?|推迟|延期|延后|顺延|提前)(?:一下)?(?:到|至|为|成|在)`);
const CANCELS = /取消|不开了/;
const MOVES = new RegExp(`${SHIFT}|[改换]个?时间|改期|推迟|延期|延后|顺延|提前`);

/** 排会's words, typed or plain: `9月27日下午2点 区府3楼` books; `会议改到周五下午两点` moves. */
export function wishOf(said: string): Wish {
  if (ASKS.test(said) || KEEPS.test(said)) return "when";
  if (MOVE_TO.test(said)) return "move";
  if (CANCELS.test(said)) return "cancel";
  return MOVES.test(said) ? "move" : "book";
}

/** What says nothing of the new time: 周五下午两点开吧, 下周三，地点不变 */
const TAIL = /(?:[\s,，;；]*(?:地点|时间|其他|其它)(?:都)?不变)?(?:开会|召开|举行|开)?[吧了啊呀哈。.！!\s]*$/;

/** A move in words: what it is of, the verb, and where it goes; plain, so that a button can carry it. */
export type Move = { before: string; verb: string; after: string };

/** `会议改到周五下午两点` → before `会议`, verb `改到`, after `周五下午两点`. */
export function splitAtMove(said: string): Move {
  const match = MOVE_TO.exec(said) ?? MOVES.exec(said);
  if (!match) return { before: "", verb: "", after: said };
  const after = said.slice(match.index + match[0].length);
  return { before: said.slice(0, match.index), verb: match[0], after: trimmed(after) };
}

const trimmed = (after: string): string => after.replace(TAIL, "").replace(/^[\s:：]+/, "");

/** The second of two: 周五下午两点，地点改到区府5楼 */
const SECOND = new RegExp(
  `[\\s,，;；、。]*(?:并且?|同时|再|把|将|会议?)*(时间|地点)?[也都]?${MOVE_TO.source}`,
);

/** What is to be changed, the time, the place or both; null when two changes do not say which is which. */
export function changesOf(move: Move): { time?: Move; place?: string } | null {
  const before = move.before.replace(/(?:时间|地点)[也都]?不变/g, "");
  const isPlaceFirst = before.includes("地点") && !before.includes("时间");
  const second = SECOND.exec(move.after);
  if (!second) {
    if (!isPlaceFirst) return { time: move };
    // 会议推迟两天，地点改到区府5楼: the time is changed without 改到.
    return MOVES.test(before) ? null : { place: move.after };
  }
  const first = trimmed(move.after.slice(0, second.index));
  const last = trimmed(move.after.slice(second.index + second[0].length));
  const isPlaceLast = second[1] === "地点";
  if (isPlaceFirst === isPlaceLast) return null;
  return isPlaceFirst
    ? { place: first, time: { ...move, after: last } }
    : { place: last, time: { ...move, after: first } };
}
