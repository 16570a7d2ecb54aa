/** What somebody wants of a meeting. */
export type Wish = "when" | "move" | "cancel" | "book";

/** A question changes nothing, whatever else it names: 会议推迟了吗, 能不能改到周五？ */
const ASKS =
  /什么时候|啥时候|何时|几[时点号月]|哪一?天|(?:周|星期|礼拜)几|在哪|哪里|哪儿|地点是|谁参加|谁来|多久|(?:[吗么嘛呢?？]|没有?)\s*$/;
/** 不改了, 别取消: all stays as it is, and is shown. */
const KEEPS = /(?:不|别)(?:用|要|会|再|必)?(?:取消|改|换|挪|调|推迟|延|顺延|提前)/;
const MOVE_TO = /(?:改|换|挪|调整?|推迟|延期|延后|顺延|提前)(?:一下)?(?:到|至|为|成|在)/;
const CANCELS = /取消|不开了/;
const MOVES = /[改换]个?时间|改期|推迟|延期|延后|顺延|提前/;

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
  const after = said.slice(match.index + match[0].length).replace(TAIL, "");
  return { before: said.slice(0, match.index), verb: match[0], after: after.replace(/^[\s:：]+/, "") };
}
