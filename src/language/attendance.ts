/** What somebody says of coming to a meeting. */
export interface SaidAttendance {
  reply: "attend" | "decline" | "standIn";
  /** where the stand-in's name stands in the text */
  standIn?: { start: number; end: number };
  /** it can be about nothing but a meeting: 参会, 明天的会我来; 我来 alone can */
  isSure: boolean;
}

const ACKNOWLEDGED = "(?:(?:收到|好的?|好嘞|ok|知道了|明白了?|行)[，,。.!！~\\s]*)?";
const DAY =
  "(?:大后天|今天|明天|后天|(?:本|这|下)?个?(?:周|星期|礼拜)[一二三四五六日天]|(?:\\d{1,2}月)?\\d{1,2}[日号]|\\d{1,2}[./]\\d{1,2})";
const HALF = "(?:上午|下午|早上|晚上)";
const MEETING = "(?:(?:这|那|本|下)?[次个场]?(?:推进会|专题(?:协调)?会|协调会|会议|开会|会))";
const WHICH = `(?:${DAY}?${HALF}?的?(?:\ue000+[^，。,\\s]{0,10}?)?${MEETING})`;
const GAP = "[，,:\\s]*";
const SELF = "(?:我们?(?:单位)?|本人|我这边)";
const SURELY = "(?:准时|按时|一定|会|能|可以|也)*";
const COME = "(?:参加|参会|出席|到会|与会)";
const NOT = "(?:(?:临时|那天|当天)?有事[，,]?)?";
const AWAY = `${NOT}(?:(?:去|来|到|参加|参会|出席)不了|(?:不能|无法|没法)(?:${COME}|来|去)|不(?:${COME}|来|去)了?)`;
const LEAVE = `${NOT}(?:要)?请个?假`;
/** Who is meant by 你们 or 有人 is not told. */
const NAME = "@?(?<name>(?!你|您|他|她|谁|我|大家|有人|别人|哪|没人)[\\u4e00-\\u9fa5·\\ue000\\ue001]{2,8}?)";
const STAND_IN = `[，,;\\s]*(?:让|请|由|派|安排|换)?\\s*${NAME}\\s*(?:(?:代替?|替)我(?:去|来)?(?:${COME}|开会)?|代为?(?:${COME}|开会)|替会)`;
const END = "[的吧哈啊了。.！!~\\s]*$";
const PRESENT_END = "[的吧哈啊。.！!~\\s]*$";

const wholly = (words: string): RegExp => new RegExp(`^\\s*${ACKNOWLEDGED}${words}`, "d");

const FORMS: readonly { words: RegExp; isSure: boolean; isComing: boolean }[] = [
  // 我参加, 参会, 明天的会我参加; 我参加过 and 参加了 are over
  {
    words: wholly(`(?:${WHICH}|${DAY}${HALF}?)?${GAP}${SELF}?${SURELY}${COME}${WHICH}?${PRESENT_END}`),
    isSure: true,
    isComing: true,
  },
  // 会议我来
  { words: wholly(`${WHICH}${GAP}${SELF}${SURELY}[来去]${PRESENT_END}`), isSure: true, isComing: true },
  { words: wholly(`${SELF}${SURELY}[来去](?:开会)?${PRESENT_END}`), isSure: false, isComing: true },
  // 明天的会我请假
  {
    words: wholly(`${WHICH}${GAP}${SELF}?(?:${AWAY}|${LEAVE})(?:${STAND_IN})?${END}`),
    isSure: true,
    isComing: false,
  },
  // 我来不了，让王芳替我去; 请假，王芳代我参会
  {
    words: wholly(`(?:${DAY}${HALF}?)?${SELF}?(?:${AWAY}|${LEAVE})${WHICH}?${STAND_IN}${WHICH}?${END}`),
    isSure: true,
    isComing: false,
  },
  {
    words: wholly(`(?:${WHICH}|${DAY}${HALF}?)?${GAP}${STAND_IN}的?${WHICH}?${END}`),
    isSure: true,
    isComing: false,
  },
  // 我不参加了
  {
    words: wholly(
      `(?:${DAY}${HALF}?)?${SELF}${NOT}(?:参加不了|参会不了|出席不了|(?:不能|无法|没法|不)${COME})${WHICH}?${END}`,
    ),
    isSure: true,
    isComing: false,
  },
  // 我去不了; 请假
  { words: wholly(`(?:${DAY}${HALF}?)?${SELF}${AWAY}${END}`), isSure: false, isComing: false },
  { words: wholly(`${LEAVE}${END}`), isSure: false, isComing: false },
];

/** The same forms for whoever looks for them in a message with names masked. */
export const ATTENDANCE: readonly RegExp[] = FORMS.map(({ words }) => words);

/** `明天的会我参加`, `我来不了，让王芳替我去`; null for anything more. `masked` is normal text with names masked. Pure. */
export function readAttendance(masked: string): SaidAttendance | null {
  for (const { words, isSure, isComing } of FORMS) {
    const match = words.exec(masked);
    if (!match) continue;
    const [start, end] = match.indices?.groups?.name ?? [];
    if (start !== undefined && end !== undefined)
      return { reply: "standIn", standIn: { start, end }, isSure };
    return { reply: isComing ? "attend" : "decline", isSure };
  }
  return null;
}
