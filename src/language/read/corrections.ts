import type { AskItem, CorrectItem, Item } from "../items.js";
import type { Scene } from "../scene.js";
import { correctedFigure } from "./corrected-figure.js";
import { correctedProject } from "./corrected-project.js";

const WRONG =
  /(?:说|写|打|报|填|发|弄|搞|输|记|看|讲)错|[少多漏](?:[写打输报](?:了|个|一|两)*|(?:了|个|一|两)+)[0零](?![.\d])|(?:刚才|刚刚|上面|前面|上一条)[^，,。]{0,14}是\ue000+的\s*$|[万亿]元?[写说报填打]成了?[万亿]|[写说报填打]成了?[万亿]|[搞弄]混|[说写打报填发]成了?\ue000|把[^，,。]{1,20}[说写打报填发输记看讲]成|(?:作废|不算数?)[，,\s]*(?:应该?)?是|错了|有误|更正|纠正|改成|改为|改一下|更改|修正|应为|应该是|应是|不对|是错[的误]|口误|笔误|手误|其实是\ue000|[，,\s]不是\ue000|不是[^，,。]{1,20}[，,\s]*(?:而?是)|是[^，,。\s]{1,16}[，,\s]*(?:而)?不是/;
const UNIT = "(亿元?|万元?|元|千万)";
const MEANT_FIRST = new RegExp(`(?:是|应为|应该是)${UNIT}[，,\\s]*(?:而)?不是${UNIT}`);
const WRITTEN_FIRST = new RegExp(`不是${UNIT}[，,\\s]*(?:而)?(?:应该)?(?:是|应为)${UNIT}`);
/** 写成万了，应该是亿 */
const WRITTEN_THEN_MEANT = /[写说报填打]成了?([万亿])元?了?[，,\s]*(?:应该?|其实|实际)?(?:是|为)([万亿])/;
const WRITTEN_LAST = /([万亿])元?[写说报填打]成了?([万亿])/;
const UNIT_ALONE = /^\s*(?:应该?是|应为)(亿|万)元?\s*$/;
const UNIT_WRONG = new RegExp(`单位[^，,。]{0,4}(?:错|不对|有误|应)[^万亿元]{0,10}${UNIT}?`);
const TAKE = "(?:撤销|撤回|撤掉|撤了|作废|取消|删掉|删除|删了|不算数?|回退|恢复|别记|不要记)";
/** 发错群了: why it is taken back, before it or behind it. */
const BY_MISTAKE =
  "(?:(?:刚才|刚刚|前面|上一条|上条)?(?:是)?我?(?:不小心)?(?:[说写打报填发搞弄点按输看]?错(?:了|群|地方|项目|对象|人)*|手滑|误[发操点](?:作)?|搞混)(?:了|的)*)";
const UNDO = new RegExp(
  `^\\s*(?:(?:不好意思|抱歉|对不起|哎呀?|啊|呀)[\\s，,。!！]*)*(?:${BY_MISTAKE}[\\s，,。!！]*)?(?:请|帮我|帮忙|麻烦)?(?:把)?(?:刚才|前面|上一条|刚刚|上条|前一条|这条|那条|最近一条|上面|刚报|的|那|这|条|个|记录|数据|数字?|填报|报的|发的|,|，|\\s)*(?:不算(?:数|了)?[，,\\s]*)?${TAKE}(?:[，,\\s]*${TAKE})*(?:一下|掉|吧|了|刚才|上一条|刚刚|上条|那条|这条|的|那|这|条|个|记录|数据|填报|报的|发的|操作|\\s)*(?:[\\s，,。!！]*${BY_MISTAKE})?(?:[，,]?谢谢)?[。.!！]*$`,
);

/** 撤销: takes back the speaker's last entry. */
export function isUndo(text: string): boolean {
  return text.length <= 30 && UNDO.test(text) && !/^(?:取消|删除|恢复)$/.test(text.trim());
}

/** A correction of the speaker's last entry: 刚才说错了，是65%; 不是603，是606; 是万不是亿. */
export function readCorrection(scene: Scene): Item | undefined {
  const { masked, normal } = scene;
  if (masked.length > 120 || !WRONG.test(masked) || /[?？]|吗\s*$|对不对|是不是/.test(masked))
    return undefined;
  if (/所有|全部项目|每个项目|各项目/.test(masked)) return { intent: "none" };
  const text = normal.raw.trim();
  return (
    unit(masked, text) ??
    correctedProject(scene, text) ??
    correctedFigure(scene, text) ??
    unclear(scene, text)
  );
}

/** What kind of thing was wrong, when the message says neither the figure nor the project. */
const WRONG_THING: readonly { words: RegExp; reason: AskItem["reason"] }[] = [
  { words: /月份|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|日期|哪天/, reason: "which-date" },
  { words: /累计|本月|当月|上月/, reason: "which-scope" },
  { words: /形象|完成率|桩基|整体|总体/, reason: "which-measure" },
];

/** 不是累计，是本月: something was wrong, but the last entry's figure has to be said again. */
function unclear({ masked }: Scene, text: string): AskItem | undefined {
  if (masked.length > 24 || /\ue000/.test(masked) || !/不是|[写说报填打记]错|错了/.test(masked))
    return undefined;
  const thing = WRONG_THING.find(({ words }) => words.test(masked));
  return thing ? { intent: "ask", reason: thing.reason, text } : undefined;
}

function unit(masked: string, text: string): CorrectItem | undefined {
  const first = MEANT_FIRST.exec(masked);
  if (first?.[1] && first[2])
    return { intent: "correct", measure: "unit", meant: plain(first[1]), written: plain(first[2]), text };
  const second = WRITTEN_FIRST.exec(masked);
  if (second?.[1] && second[2])
    return { intent: "correct", measure: "unit", meant: plain(second[2]), written: plain(second[1]), text };
  const then = WRITTEN_THEN_MEANT.exec(masked);
  if (then?.[1] && then[2])
    return { intent: "correct", measure: "unit", meant: then[2], written: then[1], text };
  const last = WRITTEN_LAST.exec(masked);
  if (last?.[1] && last[2])
    return { intent: "correct", measure: "unit", meant: last[1], written: last[2], text };
  const alone = UNIT_ALONE.exec(masked)?.[1];
  if (alone) return { intent: "correct", measure: "unit", meant: alone, text };
  const wrong = UNIT_WRONG.exec(masked);
  if (!wrong || /\d/.test(masked)) return undefined;
  return { intent: "correct", measure: "unit", ...(wrong[1] ? { meant: plain(wrong[1]) } : {}), text };
}

function plain(word: string): string {
  return word.length > 1 ? word.replace("元", "") : word;
}
