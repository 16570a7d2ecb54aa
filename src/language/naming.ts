import type { NamedProject, NamedUnit, Naming } from "./names.js";

/** The part of `seeds/projects.json` that names things. */
export interface Seed {
  units: NamedUnit[];
  projects: NamedProject[];
  controlTotals: { class: string }[];
}

/** The commands' own words, for callers that have no commands at hand. */
const COMMAND_WORDS: Naming["commands"] = [
  { name: "帮助", aliases: ["help", "?", "菜单", "使用说明"] },
  { name: "报", aliases: ["填报", "上报"] },
  { name: "查", aliases: ["查询"] },
  { name: "列表", aliases: ["项目列表"] },
  { name: "滞后", aliases: [] },
  { name: "撤销", aliases: ["undo", "撤回"] },
  { name: "历史", aliases: [] },
  { name: "总览", aliases: [] },
  { name: "订阅", aliases: [] },
  { name: "退订", aliases: ["取消订阅"] },
  { name: "排会", aliases: [] },
  { name: "改时间", aliases: [] },
  { name: "人员", aliases: [] },
  { name: "诊断", aliases: [] },
  { name: "绑定", aliases: [] },
  { name: "解释", aliases: [] },
];

/** The names of a seed file together with the commands' words. */
export function namingOf(seed: Seed, commands: Naming["commands"] = COMMAND_WORDS): Naming {
  return {
    projects: seed.projects,
    units: seed.units,
    classes: seed.controlTotals.map((total) => total.class),
    commands,
  };
}
