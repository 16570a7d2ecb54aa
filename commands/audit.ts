import { type TrailModel, trailAnswer } from "../src/bot/audit/answer.js";
import { askedOf } from "../src/bot/audit/asked.js";
import type { Command } from "../src/bot/command.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { whichProject } from "../src/cards/which-project.js";

/** 改动记录: who has changed what, when, from what to what, in which message and why. */
export const audit: Command = {
  name: "改动记录",
  aliases: ["改动", "变更记录", "修改记录", "操作记录"],
  topic: "查项目",
  summary: "谁、何时、在哪条消息里改了什么；可以带项目、人名，或“规则”“本群”“会议”",
  examples: ["改动记录", "改动记录 武宁路", "谁改的武宁路责任单位", "武宁路什么时候改的", "谁登记的张伟"],
  // Figures are everybody's to look at, as in 历史; the other changes are judged one by one.
  act: "look",
  insideOnly: "改动记录只在内部看，填报的经过可以发“历史 项目名”。",
  async run(turn, call) {
    const asked = await askedOf(turn, call.rest);
    if (asked.of === "unknown")
      return { card: whichProject("改动记录", asked.words, await nearProjects(turn, asked.words)) };
    if (asked.of === "project" && !maySee(turn, asked.code))
      return refused(turn, await notHere(turn), `改动记录 ${asked.code}`);
    return trailAnswer(turn, { ...asked, page: 1 });
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const model = click.model as TrailModel;
        const answer = await trailAnswer(turn, { ...model, page: Number(click.args.page) });
        return { toast: "好的", ...answer };
      },
    },
    show: {
      async run(turn, click) {
        const code = String(click.args.code);
        if (!maySee(turn, code)) return refusedClick(turn, await notHere(turn), `改动记录 ${code}`);
        return { toast: "好的", ...(await trailAnswer(turn, { of: "project", code, page: 1 })) };
      },
    },
  },
};
