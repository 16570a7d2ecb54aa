import type { Command } from "../src/bot/command.js";
import { nothingToList } from "../src/bot/lists/nothing-to-list.js";
import { listCard, projectListClicks } from "../src/bot/lists/project-list.js";
import { readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";

/** 列表: projects by class, unit, kind, stage and lamp, turned over by buttons. */
export const list: Command = {
  name: "列表",
  aliases: ["项目列表", "所有项目", "全部项目"],
  topic: "查项目",
  summary: "按类别、单位、种类、阶段、灯列出项目，条件可以连用",
  examples: ["列表", "列表 区属重大 道路 红灯", "前期阶段的项目有哪些", "轨交项目情况", "列表 区建管委"],
  act: "look",
  async run(turn, call) {
    const nothing = await nothingToList(turn, "列表");
    if (nothing) return nothing;
    const filter = await readFilter(turn, call.rest);
    if ("unread" in filter) return unreadFilter(filter, "列表");
    return { card: await listCard(turn, filter, 1), model: filter };
  },
  clicks: { ...projectListClicks },
};
