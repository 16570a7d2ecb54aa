import type { Category } from "./problem.js";

/** The words a category is known by; the first one that fits decides, the most telling first. */
const WORDS: readonly [Category, RegExp][] = [
  ["土地污染", /污染|土壤|地下水|超标|治理方案|修复/],
  // 居民投诉夜间施工: that residents complain makes it no matter of the land.
  ["施工", /夜间施工|扰民|投诉[^，。]{0,8}施工|施工[^，。]{0,8}投诉/],
  [
    "征收腾地",
    /征收|拆迁|动迁|签约|未签|没签|不肯[搬签]|不[搬签]|腾地|腾退|腾空|清退|钉子户|居民|[户家](?:未|没|不)|产权|交地|要价/,
  ],
  ["管线", /管线|电缆|燃气管|雨水管|污水管|水管|杆线|高压线|排管|迁改|电力公司|通信|光缆/],
  ["资金", /资金|拨款|拨付|款项|没钱|缺口|贷款|工资|拖欠|欠薪|预算|概算/],
  [
    "审批",
    /审批|批复|批文|许可|审图|批不下来|没批|未批|手续|备案|立项|控规|用地预审|工可|盖章|答复|意见|等[^，。]{0,6}批/,
  ],
  ["方案", /方案|设计|图纸|初设|变更|评审|规划调整/],
  [
    "施工",
    /施工|停工|停着|渗水|塌|基坑|设备|材料|到货|供货|劳动力|工人|缺工|缺料|扰民|投诉|场地|进场|进不了|安全|事故|交叉|冲突|占道/,
  ],
];

/** 类别, read from the words: 2户未签约 is 征收腾地. */
export function categoryOf(words: string): Category {
  return WORDS.find(([, known]) => known.test(words))?.[0] ?? "其他";
}
