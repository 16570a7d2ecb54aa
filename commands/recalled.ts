import { brief } from "../src/bot/brief.js";
import type { Command } from "../src/bot/command.js";
import { recalledClicks } from "../src/bot/recalled-clicks.js";
import { untyped } from "../src/bot/untyped.js";

/** 撤回: answers the question that a recalled report raises. */
export const recalled: Command = {
  ...untyped,
  name: "撤回提示",
  act: "report",
  async run() {
    return brief("撤回", "要撤销填报，请发“撤销”。");
  },
  clicks: recalledClicks,
};
