import { strangeWord } from "../rules/labels.js";
import { PART_WORDS, SECTION } from "../rules/parts.js";
import { LEAD_IN } from "../rules/words.js";
import type { Segment } from "../scene.js";

const PART_ONLY = new RegExp(`(?:${PART_WORDS})(?:工程|施工|部分|作业)?$`);
/** How names of works end, so that an unknown word is taken for one. */
const NAME_ENDING =
  /(?:[东南西北中]?路|大道|街|地块|广场|能源站|加油站|泵站|号线|大桥|公园|绿地|小区|花园|学校|中学|小学|医院|养老院|大厦|中心|基地|园区|产业园|隧道|立交|\d号|\d楼|[a-z]\d{1,3}|\d{3})$/;
/** Weaker endings, of longer words only, and what may stand behind a name: 曹杨新村更新, 真如副中心站. */
const LONG_NAME =
  /^(?!.*(?:变电|配电|换乘|泵|汽车|车)站)[\u4e00-\u9fa5]{2,}(?:新村|[一二三四五六七八九十]村|副中心|火车站|[东南西北]站|中心站|生态园|科技园|产业园|公园|[\u4e00-\u9fa5]{2}(?:园|苑|湾|坊)|(?<!道)[路街河桥](?=改造|新建|整治|提升|更新|扩建|拓宽))(?:改造|更新|新建|整治|提升|扩建|拓宽)?(?:工程|项目)?$/;
/** 影响道路施工: what happens to a road is no name of it. */
const HAPPENS = /^(?:影响|导致|造成|制约|涉及|因为?|由于|受|对|为|沿|配合|完成|进行|开展|推进|实施)/;
/** 607地块, 088-03地块, 15号线: a name that begins with its number. */
const PLOT_CODE = /^[a-z]{0,2}\d{1,4}(?:-?[a-z]?\d{1,3}){0,3}号?(?:地块|号线|单元)/;
/** Words that are said of a project and end its name. */
const SAID_OF =
  /形象进度|进度|累计|本年|本月|上个?月|当月|今年|年度|投资|完成|已经|已|目前|现在|达到|达|提升|提高|增加|又|再|还剩|还|差|计划|预计|力争|拟|将|由|从|约|大概|差不多|了|是|在|取得|获得|拿到|开工|竣工|封顶|挂牌|签约|签了|交地|成交|通车|轨通|电通|试运|评审|结构|立项|初设|初步设计|还没|没有|封顶|批了|批复|桩基|土建|主体|工可|施工|正在|问题|卡|因|干|做|都|过半|[:：\s\d%¥(【】,，]/;

const MORE = "(?:还有|另有|另外有?|新增了?|新来了?|新上了?|新开了?)(?:一|1)?[个条]";
/** 我们还有个岚皋路项目, 新增一个项目叫…: a project that is not in the ledger, or not the one before. */
const ONE_MORE = new RegExp(
  `${MORE}(?:新的?)?(?:项目(?=$|[，,:：\\s叫名是]|累计|形象|进度|今年|本年)|(?!子|分|配套|附属|单[项位]|标段)([\u4e00-\u9fa5a-z0-9]{2,14}?)(?:项目|工程)(?![部经量进]))`,
);
/** 隔壁区的项目, 静安区的工程, 人家的项目 */
const ELSEWHERE =
  /(?:(?:隔壁|邻居|外区|别的?区|其[他它]区|邻区|兄弟区|别人|别家|人家|其[他它]单位|别的单位)(?:那边|他们)?的?|(?:静安|长宁|嘉定|闵行|徐汇|黄浦|虹口|杨浦|宝山|浦东|松江|青浦|奉贤|金山|崇明)(?:新区|区)的?)[\u4e00-\u9fa5]{0,6}?(?:项目|工程|地块)/;

/** A project that is spoken of and is none of those named before. */
function anotherProject(body: string): string | undefined {
  const more = ONE_MORE.exec(body);
  return more ? (more[1] ?? "项目") : ELSEWHERE.exec(body)?.[0];
}

/**
 * The word at the beginning of a clause that stands where a project's name should stand and is none.
 * Nothing when the clause has no such word and may inherit its subject.
 */
export function unknownSubject({ body, quantities, dates }: Segment): string | undefined {
  const another = anotherProject(body);
  if (another !== undefined) return another;
  const text = body.replace(LEAD_IN, "");
  const code = PLOT_CODE.exec(text)?.[0];
  if (code) return code;
  const offset = body.length - text.length;
  const firstFigure = Math.min(
    ...[...quantities, ...dates].map(({ start }) => start - offset).filter((start) => start > 0),
    text.length,
  );
  const head = text.slice(0, Math.min(firstFigure, 24));
  const cut = head.search(SAID_OF);
  const word = (cut >= 0 ? head.slice(0, cut) : head).replace(/的$/, "").trim();
  if (word.length < 2 || word.length > 14 || /[\ue000\ue001]/.test(word)) return undefined;
  if (PART_ONLY.test(word) || HAPPENS.test(word)) return undefined;
  // 岚皋路项目: the name of works with what it is behind it.
  const name = word.replace(/(?<=路|街|道)(?:这个)?项目$/, "");
  return NAME_ENDING.test(name) || LONG_NAME.test(word) ? word : undefined;
}

/** Behind a head: a measure of the ledger, with or without its figure. */
const OWN_HEAD =
  /^([\u4e00-\u9fa5a-z0-9()]{3,16})(?:\s*[:：]\s*|\s+)(?=形象|进度|(?:本年|今年|本月|当月|上月|\d{1,2}月)?(?:累计|完成)|[\d.]+\s?(?:%|[万亿]))/;
/** Heads of what is told of the project above. */
const NO_HEAD =
  /问题|困难|计划|目标|情况|进展|备注|说明|原因|措施|单位|时间|投资|资金|工程|工作|截[至止]|日期|进度|完成|累计|比例|面积|总[量额]|率$|[本上下][周月]|今年|本年|\d月/;

/** 南侧桥台, 雨水箱涵: works, wherever they are. */
const OF_THE_WORKS =
  /铺设|敷设|浇筑|砌筑|吊装|开挖|回填|种植|安装|板$|箱?涵洞?|桥台|引桥|辅道|便道|护栏|挡墙|雨水|污水|[东南西北][侧面]|变电站|配电房|门卫|苗圃|停车[场库位]/g;

/** 曹杨八村：形象进度66%: what stands at the beginning of a line of its own, before a figure, and is no label. */
export function ownHead({ body }: Segment): string | undefined {
  const word = OWN_HEAD.exec(body.replace(LEAD_IN, ""))?.[1];
  if (word === undefined || PART_ONLY.test(word) || NO_HEAD.test(word)) return undefined;
  if (SECTION.test(word)) return undefined;
  return strangeWord(word.replace(OF_THE_WORKS, " ")) === undefined ? undefined : word;
}

/** Whether a label between two figures begins with a name that nobody knows: 武宁路65% 真如副中心70%. */
export function namesUnknown(label: string): boolean {
  const word = /^[\s、；;和及与]*([\u4e00-\u9fa5]{2,12})/.exec(label)?.[1] ?? "";
  const cut = word.search(SAID_OF);
  const name = cut >= 0 ? word.slice(0, cut) : word;
  return name.length >= 3 && (NAME_ENDING.test(name) || LONG_NAME.test(name)) && !PART_ONLY.test(name);
}

/** The words that may be meant as a subject, for a clause in which no project could be found. */
export function subjectWord({ body, quantities }: Segment): string {
  const text = body.replace(LEAD_IN, "");
  const offset = body.length - text.length;
  const codeFirst = /^[a-z]{0,2}\d{2,4}[a-z]?(?:-\d{1,2})?(?=\s(?!\s*[%万亿元亩成]))/.exec(text)?.[0];
  if (codeFirst) return codeFirst;
  const figure = Math.min(
    ...quantities.map(({ start }) => start - offset).filter((start) => start > 0),
    text.length,
  );
  const head = text.slice(0, Math.min(figure, 24));
  const cut = head.search(SAID_OF);
  const word = cut >= 0 ? head.slice(0, cut) : head;
  return word.replace(/(?:那|这)个?(?:项目|工程|地块|边)?.{0,4}$|[的那边啊]+$/, "").trim();
}
