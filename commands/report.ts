import type { Command } from "../src/bot/command.js";
import { lapseOfReport } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { takeReport } from "../src/bot/report/take-report.js";

/** 报: what people tell of their projects, in their own words. */
export const report: Command = {
  name: "报",
  aliases: ["填报", "上报进度"],
  topic: "报进度",
  summary: "用自己的话报进度，一次可以报几个项目，周报整段贴来也行",
  examples: [
    "武宁路 本年累计完成1.02亿，形象进度65%",
    "武宁路9月完成3200万",
    "养老院主体结构到12层了",
    "能源站本月无进展",
    "武宁路65%／新金环88 70%／603 办证中",
  ],
  act: "report",
  run: (turn, call) => takeReport(turn, call.items),
  clicks: reportClicks,
  lapse: lapseOfReport,
};
