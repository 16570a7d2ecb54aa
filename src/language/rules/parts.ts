/** Parts of the works, as a percentage or a date may belong to one of them. */
export const PART_WORDS =
  "地下连续墙|地连墙|地墙|地下室|地下结构|地下工程|地上结构|主体结构|二次结构|二结构|钢结构|主体|结构|打桩|桩基础|桩基|工程桩|基坑围护|基坑开挖|基坑|围护结构|围护|支撑|土方开挖|土方|土建|基础|承台|墩柱|桥墩|立柱|盖梁|箱梁|预制梁|架梁|桥面|桥梁|高架|匝道|隧道|盾构|顶管|沉井|底板|中板|顶板|站体结构|站体|车站|区间|铺轨|轨道|接触网|信号|供电|机电安装|机电|设备安装|设备|安装工程|安装|消防|电梯|空调|暖通|给排水|弱电|智能化|幕墙|外立面|外墙|屋面|屋顶|门窗|砌筑|砌体|粉刷|抹灰|内装修|内装|精装修|精装|装饰装修|装饰|装修|室外总体|总体绿化|绿化种植|绿化|景观|苗木|种植|园路|铺装|路基|路面|基层|水稳|沥青摊铺|沥青|面层|摊铺|侧平石|人行道|非机动车道|车行道|标志标线|标线|交通设施|路灯|照明|雨水管|污水管|雨污水管|雨污水|排水管|排水|给水|燃气|电力排管|排管|管廊|管道|管网|管线|架空线|征收|动迁|拆迁|拆违|拆除|腾地|腾退|签约|搬迁|清表|清障|围挡|场平|三通一平|勘察|地勘|设计|招标|前期手续|前期|污染治理|土壤修复|治理|修复|专题研究|泵房|水池|池体|调试";

const PART = new RegExp(PART_WORDS);
/** 人行道铺装, 地下室底板 */
const PARTS = new RegExp(`(?:${PART_WORDS})+`);
/** Words around a part's name that are not of it. */
const AROUND =
  /形象进度|形象|工程进度|总体进度|总进度|整体进度|施工进度|工程量|工程|进度|施工|作业|部分|目前|现在|现|已经|已|累计|总体|整体|全部|完成率|完成了?|达到了?|达|到了?(?=[\s，,]|$)|至|为|是|(?<!签|预)约|大概|大约|近|约为|共|有|做了?|干了?|率|推进|本月|本周|截至|截止|今天|正在|进行|实际|量的?|的|了|啊|吧|呢|嗯|这边|那边|那[一]?块|这[一]?块|那个|这个|其中|另外|还有|也|由|从|项目|一是|二是|三是|四是|五是|刚|刚刚|都|均|基本|方面|分别|占/g;

/** 1标, 南段, 二期: a stretch of the works. */
export const SECTION =
  /(?:\d{1,2}|[一二三四五六七八九十])(?:标段?|期|号楼|#楼|幢|工区)|[东南西北中][段区]|[A-Za-z]区/;

/** The part that a label before a percentage names, if it names one: 桩基工程已完成 → 桩基. */
export function partIn(label: string): string | undefined {
  const section = SECTION.exec(label)?.[0];
  if (section) return section;
  const word =
    label
      .replace(AROUND, " ")
      .replace(/[\s:：、()（）,，"“”\-—;；。\ue000\ue001]+/g, " ")
      .trim()
      .split(" ")
      .at(-1) ?? "";
  if (word.length < 2 || word.length > 12 || !PART.test(word) || /[\d%]/.test(word.charAt(0)))
    return undefined;
  return word;
}

/** The part's name that stands in a text, whatever is around it. */
export function firstPart(text: string): string | undefined {
  return PARTS.exec(text)?.[0];
}
