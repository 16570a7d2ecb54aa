import type { Wish } from "./wishes.js";

const FIELDS =
  "(?:责任单位|责任部门|建设单位|牵头部门|配合部门|配合单位|分管领导|项目?名称|名字|类别|项目类别|类型|阶段|建设内容|建设性质|总投资|列入标准)";
const TO = "(?:修?改|调整|变更|更改|更正|换|变|定|设)(?:成|为|到)";

/** 项目台账 in plain words: the project's name comes first, then what is to be done with it. */
export const PROJECT_WISHES: readonly Wish[] = [
  // 把武宁路的责任单位改成区建管委
  { command: "改项目", words: new RegExp(`^(?:请|麻烦|帮忙?)?(?:把|将)?\\s*\\ue000+的?${FIELDS}\\s*${TO}`) },
  // 武宁路加个别名 武宁快速
  {
    command: "改项目",
    words:
      /^(?:请|麻烦|帮忙?)?(?:给|把|为)?\s*\ue000+\s*(?:再)?(?:加|增加|添加|起|取)上?(?:一?个)?(?:别名|简称)/,
  },
  // 武宁路 月度计划 5 10 18 …
  { command: "月度计划", words: /^\ue000+\s*的?(?:月度计划|月度曲线)\s*[:：]?\s*(?:$|[\d.])/ },
  // 武宁路退出重大项目，原因…
  { command: "退出", words: /^(?:把|将)?\s*\ue000+\s*(?:申请)?退出(?:区?重大|年度计划|项目库|清单)/ },
  // 把603转正
  { command: "转正", words: /^(?:把|将)?\s*\ue000+\s*(?:从?预备)?转(?:为)?正式?(?:项目)?[。!！]?$/ },
];
