import type { Thresholds } from "./lamp-rule-change.js";

/** A rule that another place has published. It says nothing of what it does not name: that stays. */
export interface RulePreset {
  name: string;
  /** in its own words */
  says: string;
  set: Thresholds;
}

/** 各地公布的规则. */
export const RULE_PRESETS: readonly RulePreset[] = [
  {
    name: "武汉",
    says: "完成不足应完成的80%黄灯，不足60%红灯",
    set: { ratio: { yellow: 80, red: 60 }, gap: null },
  },
  {
    name: "银川",
    says: "落后10至30个百分点黄灯，超过30点红灯",
    set: { ratio: null, gap: { yellow: 10, red: 30 } },
  },
  {
    name: "三亚",
    says: "比应完成的少，但少不到一半，黄灯；少一半以上红灯",
    set: { ratio: { yellow: 100, red: 50 }, gap: null },
  },
  {
    name: "新晃",
    says: "完成不足应完成的80%黄灯，不足60%红灯",
    set: { ratio: { yellow: 80, red: 60 }, gap: null },
  },
  {
    name: "企业节点",
    says: "节点逾期7天以内黄，7至15天橙，15天起红；投资的线不变",
    set: { milestone: { yellow: 1, orange: 8, red: 15 } },
  },
];

export const presetNamed = (name: string): RulePreset | undefined =>
  RULE_PRESETS.find((preset) => preset.name === name);
