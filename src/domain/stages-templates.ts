import type { StageStep, StageTemplate } from "./stages.js";

/** Who usually grants what in the district; of a municipal project the city's departments do. */
const DEVELOPMENT = "区发展改革委";
const PLANNING = "区规划资源局";
const CONSTRUCTION = "区建设管理委";
const ENVIRONMENT = "区生态环境局";
const LAND_RESERVE = "区土地储备中心";
const CLEARANCE = "区房屋征收中心";

const step = (
  name: string,
  tells: string[],
  needs: string[],
  desk: string | null,
  more: Partial<StageStep> = {},
): StageStep => ({ name, tells, needs, desk, ...more });

const paper = { canWait: true } as const;
const optional = { isOptional: true } as const;

const STUDY = step("专题研究", ["专题研究", "前期研究"], [], null, optional);
const PROPOSAL = step("立项", ["立项"], ["专题研究"], DEVELOPMENT, paper);
const REVIEW = step("专家评审", ["评审"], ["专题研究"], null, optional);
const SITE = step("选址·用地预审", ["用地预审"], ["立项"], PLANNING, paper);
const FEASIBILITY = step("工可批复", ["工可批复"], ["选址·用地预审"], DEVELOPMENT, paper);

/** From the approved proposal to the start of work. The design may go on while 工可 is under way. */
const permits = (approved: string, designedAfter: string): StageStep[] => [
  step("设计方案", ["设计方案"], [designedAfter], PLANNING, paper),
  step("用规证·供地", ["用地规划许可证"], [approved], PLANNING, paper),
  step("初步设计", ["初步设计"], [...new Set([approved, "设计方案"])], CONSTRUCTION, paper),
  step("工规证", ["建设工程规划许可证"], ["设计方案", "用规证·供地"], PLANNING, paper),
  step("施工图", ["施工图"], ["初步设计"], CONSTRUCTION, paper),
  step("管线搬迁", ["管线搬迁"], ["初步设计"], null, optional),
  step("施工许可证", ["施工许可证"], ["工规证", "施工图"], CONSTRUCTION, paper),
  // 桩基可先行: it does not wait for 施工许可证.
  step("桩基（可先行）", ["桩基", "桩基础", "打桩", "工程桩"], ["工规证", "施工图"], null, optional),
  step("开工", ["开工"], ["施工许可证"], null, { early: "开工" }),
];

const FOUNDED = step("±0", ["±0"], ["开工"], null);
const TOPPED = step("结构封顶", ["结构封顶"], ["±0"], null);
const TRIAL = step("试运行", ["试运行"], ["结构封顶"], null, optional);
const FINISHED = step("完工", ["完工"], ["结构封顶"], null, optional);
const ACCEPTED = step("竣工验收·备案", ["竣工验收"], ["开工", "结构封顶"], CONSTRUCTION, { early: "竣工" });
const IN_USE = step("投用", ["投用", "通车"], ["竣工验收·备案"], null, { early: "投用" });

const building = [FOUNDED, TOPPED, FINISHED, TRIAL, ACCEPTED, IN_USE];

/** Roads, parks and clean-ups have no ±0 and no roof; a bridge or a house of theirs may have. */
const works = [
  { ...FOUNDED, ...optional },
  { ...TOPPED, ...optional, needs: ["开工", "±0"] },
  { ...FINISHED, needs: ["开工", "结构封顶"] },
  { ...TRIAL, needs: ["开工"] },
  { ...ACCEPTED, tells: ["竣工验收", "整治验收"] },
  IN_USE,
];

const approvals = [STUDY, PROPOSAL, REVIEW, SITE, FEASIBILITY, ...permits("工可批复", "立项")];

export const government: StageTemplate = { name: "政府投资", steps: [...approvals, ...building] };

export const municipalWorks: StageTemplate = { name: "政府投资（市政）", steps: [...approvals, ...works] };

/** 核准／备案 in place of the first three. */
export const social: StageTemplate = {
  name: "社会投资",
  steps: [
    step("签约", ["签约"], [], null, optional),
    step("核准·备案", ["立项"], [], DEVELOPMENT, paper),
    step("交地", ["交地"], [], LAND_RESERVE, optional),
    step("用地预审", ["用地预审"], [], PLANNING, { ...paper, ...optional }),
    { ...REVIEW, needs: [] },
    ...permits("核准·备案", "核准·备案"),
    ...building,
  ],
};

export const rail: StageTemplate = {
  name: "轨道交通",
  steps: [
    ...approvals,
    step("站体结构", ["站体结构", "站体", "车站", "结构封顶"], ["开工"], null),
    step("轨通", ["轨通", "铺轨"], ["站体结构"], null),
    step("电通", ["电通"], ["轨通"], null),
    step("动车调试", ["动车调试", "调试"], ["电通"], null),
    step("完工", ["完工"], ["电通"], null, optional),
    step("试运行", ["试运行"], ["动车调试"], null),
    step("竣工验收·备案", ["竣工验收"], ["试运行"], CONSTRUCTION, { early: "竣工" }),
    step("通车", ["通车", "投用"], ["试运行"], null, { early: "通车" }),
  ],
};

const BOTH = ["污染调查", "污染治理", "治理", "修复"];
const SOIL = ["土壤污染调查", "土壤污染治理", "土壤修复"];
const GROUNDWATER = ["地下水污染调查", "地下水污染治理"];

/** 土地污染（含地下水）: the soil and the water under it, each looked into and, where need be, cleaned up. */
const POLLUTION = step("污染调查·治理", [...BOTH, ...SOIL, ...GROUNDWATER], ["腾地"], ENVIRONMENT, {
  parts: [
    [...BOTH, ...SOIL],
    [...BOTH, ...GROUNDWATER],
  ],
});

/** 征收 to 净地移交: how land comes into the reserve. 净地移交 is read as 交地. */
const landAfter = (first: string): StageStep[] => [
  step("征收·签约", ["征收", "动迁", "拆迁", "签约"], [first], CLEARANCE),
  step("腾地", ["腾地", "腾退", "拆除", "清表", "搬迁"], ["征收·签约"], CLEARANCE),
  POLLUTION,
  step("净地移交", ["净地移交", "交地"], ["污染调查·治理"], LAND_RESERVE),
];

/** 出让方案 goes on beside 征收 and 腾地; polluted land is not put up for sale. */
export const plot: StageTemplate = {
  name: "土地出让",
  steps: [
    step("控规", ["控规", "控规调整"], [], PLANNING),
    step("专家评审", ["评审"], [], null, optional),
    ...landAfter("控规"),
    step("出让方案·双认定", ["双认定", "出让方案", "设计方案"], ["控规"], PLANNING, paper),
    step("挂牌", ["挂牌"], ["净地移交", "出让方案·双认定"], PLANNING),
    step("成交", ["成交"], ["挂牌"], PLANNING),
    step("合同", ["合同", "签约"], ["成交"], PLANNING, { after: "成交" }),
    step("交地", ["交地"], ["合同"], LAND_RESERVE, { after: "成交" }),
    step("全周期监管", ["全周期监管"], ["交地"], PLANNING),
  ],
};

/** A plot that is built on: what was said of it as land stands before. */
export const builtPlot: StageTemplate = {
  name: "社会投资",
  steps: [
    ...plot.steps
      .filter(({ name }) => !["专家评审", "合同", "交地", "全周期监管"].includes(name))
      .map((land) => ({
        ...land,
        ...optional,
        // 签约 and 交地 are the buyer's here.
        tells: land.tells.filter((name) => !["签约", "交地", "设计方案"].includes(name)),
      })),
    ...social.steps,
  ],
};

export const landReserve: StageTemplate = {
  name: "土地收储",
  steps: [
    step("收储方案", ["收储方案"], [], LAND_RESERVE, paper),
    step("专家评审", ["评审"], [], null, optional),
    ...landAfter("收储方案"),
  ],
};

export const templates: readonly StageTemplate[] = [
  government,
  municipalWorks,
  social,
  rail,
  plot,
  builtPlot,
  landReserve,
];
