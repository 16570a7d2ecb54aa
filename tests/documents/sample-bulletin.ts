import type { Bulletin } from "../../src/domain/bulletin.js";

/** A bulletin as August's might be; the figures stand for themselves. */
export const SAMPLE: Bulletin = {
  number: "普桃推办通报〔2022〕8号",
  title: "2022年8月重大建设项目推进情况通报",
  month: "2022-08",
  asOf: "2022-09-05",
  snapshot: "2022-08-1",
  ruleVersion: "规则 v1",
  issuer: "普陀区桃浦智创城开发建设推进办公室",
  to: "各责任单位",
  reviewer: "李敏",
  signed: null,
  sections: [
    {
      heading: "一、总体情况",
      paragraphs: [
        "截至8月底，在册项目34个，本年累计完成投资9.37亿元，占年度计划的58.2%，低于时序进度（66.7%）8.5个百分点。",
        "红灯5个，黄灯3个，绿灯22个，未报4个。",
      ],
    },
    { heading: "二、进展较好的项目", paragraphs: ["武宁路快速化：累计1.02亿元，快于时序3.2个百分点。"] },
    {
      heading: "三、滞后项目及原因",
      paragraphs: [
        "敦煌南路：年度3.2亿，完成1.02亿，31.9%，时序66.7%，差34.8点；征收未完，牵头单位区建设管理委。",
      ],
    },
  ],
  rows: [
    {
      code: "S-01",
      name: "武宁路快速化改建工程",
      class: "市属重大",
      unit: "区建设管理委",
      planYuan: 152_000_000,
      ytdYuan: 105_000_000,
      share: 69.08,
      percent: 65,
      lamp: "绿",
      reason: "年度1.52亿 完成1.05亿 69.1% 时序66.7% 快2.4点",
    },
    {
      code: "S-02",
      name: "敦煌南路",
      class: "区属重大",
      unit: "区建设管理委",
      planYuan: 320_000_000,
      ytdYuan: 102_000_000,
      share: 31.88,
      percent: null,
      lamp: "红",
      reason: "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点",
    },
    {
      code: "S-03",
      name: '=HYPERLINK("http://example.com","点我")',
      class: "",
      unit: "",
      planYuan: null,
      ytdYuan: null,
      share: null,
      percent: null,
      lamp: "未报",
      reason: "+cmd\u202e|' /C calc'!A0",
    },
  ],
};
