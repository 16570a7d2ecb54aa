import type { Wish } from "./wish.js";

/** What may have been changed: names, figures, and what the office keeps beside them. */
const THING =
  "(?:[\\ue000\\ue001\\s的、]|这[个条笔]?|那[个条笔]?|数据?|责任单位|建设单位|牵头单位|单位|负责人|联络员|班子|专班|形象进度|进度|形象|本年累计|累计|投资|年度计划|年度目标|计划|目标|总投资|开工|竣工|完工|节点|时间|日期|名字|名称|别名|类别|阶段|面积|亮灯规则|规则|控制数|推进会|会议|议定事项|本群|提醒|定时消息|绑定|桩基|幕墙|主体)*";
const ASKED = "^(?:请问|问一下|想问一下|想问|查一?下|看一?下|帮我查一?下)?[\\s,，]*";
const CHANGED = "(?:改动?|修改|调整|变更|更改|动)";
const END = "[?？。！!\\s]*$";

const wish = (words: string): Wish => ({ command: "改动记录", words: new RegExp(words, "u") });

/** 谁改的武宁路责任单位, 武宁路什么时候改的, 谁登记的张伟; 谁说的, where a card is replied to. */
export const AUDIT_WISHES: readonly Wish[] = [
  wish(`${ASKED}${THING}(?:是|被)?(?:谁|哪个人|哪位)(?:给|来)?${CHANGED}(?:的|了|过)(?:的)?${THING}${END}`),
  wish(`${ASKED}${THING}(?:是)?(?:什么时候|啥时候|何时|几时|哪天)(?:被)?${CHANGED}(?:的|过)${THING}${END}`),
  wish(`${ASKED}(?:是)?谁(?:给)?(?:登记|注册)(?:的|了|过)(?:的)?[\\p{Script=Han}·]{1,6}${END}`),
  wish(`${ASKED}[\\p{Script=Han}·]{1,6}?(?:是|被)?谁(?:给)?登记的${END}`),
  wish(`${ASKED}(?:这[个条笔]?|那[个条笔]?)?数?(?:是)?谁(?:说|报|填|写)的${END}`),
];
