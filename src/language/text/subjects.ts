import { PART_WORDS } from "../rules/parts.js";
import { LEAD_IN } from "../rules/words.js";
import type { Segment } from "../scene.js";

const PART_ONLY = new RegExp(`(?:${PART_WORDS})(?:工程|施工|部分|作业)?$`);
/** How names of works end, so that an unknown word is taken for one. */
const NAME_ENDING =
  /(?:[东南西北中]?路|大道|街|地块|广场|能源站|加油站|泵站|号线|大桥|公园|绿地|小区|花园|学校|中学|小学|医院|养老院|大厦|中心|基地|园区|产业园|隧道|立交|\d号|\d楼|[a-z]\d{1,3}|\d{3})$/;
/** 607地块, 088-03地块, 15号线: a name that begins with its number. */
const PLOT_CODE = /^[a-z]{0,2}\d{1,4}(?:-?[a-z]?\d{1,3}){0,3}号?(?:地块|号线|单元)/;
/** Words that are said of a project and end its name. */
const SAID_OF =
  /形象进度|进度|累计|本年|本月|上个?月|当月|今年|年度|投资|完成|已经|已|目前|现在|达到|达|提升|提高|增加|又|再|还剩|还|差|计划|预计|力争|拟|将|由|从|约|大概|差不多|了|是|在|取得|获得|拿到|开工|竣工|封顶|挂牌|签约|签了|交地|成交|通车|轨通|电通|试运|评审|结构|立项|初设|初步设计|还没|没有|封顶|批了|批复|桩基|土建|主体|工可|施工|正在|问题|卡|因|干|做|都|过半|[:：\s\d%¥(【】,，]/;

/**
 * The word at the beginning of a clause that stands where a project's name should stand and is none.
 * Nothing when the clause has no such word and may inherit its subject.
 */
export function unknownSubject({ body, quantities, dates }: Segment): string | undefined {
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
  if (PART_ONLY.test(word) || !NAME_ENDING.test(word)) return undefined;
  return word;
}

/** Whether a label between two figures begins with a name that nobody knows: 武宁路65% 真如副中心70%. */
export function namesUnknown(label: string): boolean {
  const word = /^[\s、；;和及与]*([\u4e00-\u9fa5]{2,10})/.exec(label)?.[1] ?? "";
  const cut = word.search(SAID_OF);
  const name = cut >= 0 ? word.slice(0, cut) : word;
  return name.length >= 3 && NAME_ENDING.test(name) && !PART_ONLY.test(name);
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
