/** What a message that only says something friendly is. */
export type Courtesy = "greeting" | "thanks" | "never-mind" | "acknowledged" | "praise";

/** Words and signs of each kind, most telling kinds first: 收到，谢谢 is thanks. */
const KINDS: readonly { kind: Courtesy; words: RegExp }[] = [
  {
    kind: "thanks",
    words:
      /^(?:谢谢?|多谢|感谢|谢了|thanks?|thank you|thx|3q|辛苦了?|有劳|费心了?|麻烦了?|🙏|🌹|💐|\[(?:感谢|抱拳|玫瑰|合十|比心)\])(?:靠谱|大家|各位|你们?|您|小助手|机器人|老师|领导)?$/u,
  },
  {
    kind: "greeting",
    words:
      /^(?:(?:你|您|大家|各位|靠谱)好|(?:靠谱|hi|hello)?(?:早|早安|早上好|上午好|中午好|下午好|晚上好)|hi|hello|哈喽|嗨|在(?:吗|不在|么|不)?|有人吗|👋|\[(?:挥手|招手)\])(?:靠谱|大家|各位)?$/u,
  },
  {
    kind: "never-mind",
    words:
      /^(?:算|不用|不必|不需要|没事|没什么|没啥|别管|别理我?|当我没说|我?没说|先?不说|先这样|就这样|手滑|发错|点错|按错)(?:了|吧|啦)*$/u,
  },
  {
    kind: "praise",
    words:
      /^(?:赞|点赞|真?(?:棒|不错|厉害|给力|靠谱)|太(?:棒|好|厉害|给力|靠谱)|(?:👍|💪|👏|🎉|❤️?|😊|😄|😂|哈)+|(?:哈哈|呵呵|嘿嘿)+|\[(?:赞|强|鼓掌|庆祝|爱心|呲牙|笑|加油)\])$/u,
  },
  {
    kind: "acknowledged",
    words:
      /^(?:收到|好的?|好嘞|行|可以|知道|明白|了解|清楚|没问题|ok|okay|嗯+|哦+|👌|✅|🫡|\[(?:ok|好的|收到|敬礼)\])$/iu,
  },
];

const MARKS = /[\s。！!，,~～.、；;]+/u;
const TAIL = /[啦呀啊哦的了吧呢哈？?]+$/u;

/** Which courtesy a message is, when it says nothing else: thanks get another answer than a greeting. */
export function courtesyOf(text: string): Courtesy | undefined {
  const parts = text
    .normalize("NFKC")
    .toLowerCase()
    .split(MARKS)
    .filter((part) => part !== "");
  const kinds = parts.map(kindOf);
  if (kinds.length === 0 || kinds.length > 4 || kinds.includes(undefined)) return undefined;
  return KINDS.find(({ kind }) => kinds.includes(kind))?.kind;
}

function kindOf(part: string): Courtesy | undefined {
  const bare = part.replace(TAIL, "");
  return KINDS.find(({ words }) => words.test(part) || words.test(bare))?.kind;
}

export function isCourtesy(text: string): boolean {
  return courtesyOf(text) !== undefined;
}
