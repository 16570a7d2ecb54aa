import type { Wish } from "./wish.js";

const UNIT = "\ue001+(?:名下|负责|牵头)?";
const CLASS = "市属(?:重大)?|区属(?:重大|重点)?(?:预备)?|重点预备|预备|土地(?:出让|收储)";
const KIND =
  "轨道交通|轨交|地铁|隧道|桥梁|道路|马路|公路|学校|医院|养老|绿地|绿化|公园|地块|公共(?:空间|设施)|社会投资|整治|招商";
const STAGE = "前期|在建|收尾|未开工|没开工|已开工|建成|已建成|已完工|已竣工|方案优化|工可批复|控规调整";
const LAMP = "亮?[红黄绿灰](?:灯|牌)|亮[红黄绿灰]";
const MONTH = "(?:(?:1[0-2]|[1-9])月(?:份|底|末)?|上个?月)?";
const BETWEEN = "(?:阶段|类|里|中|内|的|、|，|,|\\s)*";
const SORT = `(?:${KIND}|${STAGE})`;
const ANY = `(?:${UNIT}|${CLASS}|${KIND}|${STAGE})`;
const START = "^(?:请问|查一?下?|看一?下?|看看|列一?下|列出)?\\s*";
const CHOSEN = `(?:${ANY}${BETWEEN})*${SORT}${BETWEEN}(?:${ANY}${BETWEEN})*`;
const END = "[\\s?？。.!！]*$";

/** 轨交项目情况, 在建的有几个, 区属重大在建的道路: projects of a sort, where no figure is told. */
const LISTED = new RegExp(
  `${START}${CHOSEN}(?:(?:项目|工程)(?:情况|进展|清单|列表|一览|名单)?(?:怎么样|如何)?|(?:项目|工程)?(?:有|是|都有)(?:哪些|哪几个|几个|多少个?)(?:项目)?)${END}`,
);
/** 建管委的道路, 在建的地块: two conditions need no more words. */
const COMBINED = new RegExp(
  `${START}(?:(?:${ANY}${BETWEEN})+(?<=的|\\s)${SORT}|${SORT}(?:阶段|类)?(?:的|\\s)+${ANY})(?:项目)?${END}`,
);
/** 红灯的道路 */
const LIT = new RegExp(`${START}(?:${ANY}${BETWEEN})*(?:${LAMP})的?${SORT}(?:项目)?${END}`);
/** 道路8月完成多少 */
const SUMMED = new RegExp(
  `${START}${CHOSEN}(?:项目|工程)?${MONTH}(?:今年|一共|总共|累计|投资)*(?:完成|干|投)(?:了|投资)*多少(?:投资|钱|亿|了)*${END}`,
);

export const LIST_WISHES: readonly Wish[] = [
  { command: "总览", words: SUMMED },
  { command: "列表", words: LISTED },
  { command: "列表", words: COMBINED },
  { command: "滞后", words: LIT },
];
