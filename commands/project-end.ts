import type { Answer, Click, ClickAnswer, ClickHandler, Command } from "../src/bot/command.js";
import { askEnd, type EndModel, end, restore } from "../src/bot/project/end.js";
import { isAhead, projectAhead } from "../src/bot/project/project-ahead.js";
import type { Turn } from "../src/bot/turn.js";
import { plainCard } from "../src/cards/project/change-card.js";
import type { Project } from "../src/domain/project.js";
import type { Ended } from "../src/domain/project-details.js";

const BEFORE =
  /^[\s,，;；。]*(?:退出(?:区?重大|年度计划|项目库|清单)?(?:项目)?|竣工销项|销项)?[\s,，;；]*(?:原因(?:是|为)?|因为|由于|理由)?\s*[:：]?\s*/;

const show = (on: (turn: Turn, project: Project) => Promise<Answer>): ClickHandler => ({
  async run(turn, click) {
    const project = await turn.tx.projects.byCode(String(click.args.code));
    if (!project) return { toast: "没有这个项目了", tone: "info" };
    return { toast: "好的", model: null, ...(await on(turn, project)) };
  },
});

const ending = (as: Ended["as"]): Pick<Command, "run" | "clicks"> => ({
  async run(turn, call) {
    const ahead = await projectAhead(turn, as === "closed" ? "关闭" : "退出", call.rest);
    return isAhead(ahead) ? askEnd(turn, ahead.project, as, ahead.rest.replace(BEFORE, "").trim()) : ahead;
  },
  clicks: {
    show: show((turn, project) => askEnd(turn, project, as, "")),
    reason: { run: (turn, click) => withReason(turn, click) },
    confirm: {
      async run(turn, click) {
        const answer = await end(turn, click.model as EndModel);
        return answer
          ? { toast: "好了", ...answer, model: null }
          : { toast: "已经不在办了，没有动", tone: "info" };
      },
    },
    drop: {
      async run() {
        return { toast: "好的，没有动", card: plainCard("没有改动", "好的，什么都没有改。"), model: null };
      },
    },
  },
});

async function withReason(turn: Turn, click: Click): Promise<ClickAnswer> {
  const { code, as } = click.model as EndModel;
  const reason = String(click.form.reason ?? "").trim();
  const project = await turn.tx.projects.byCode(code);
  if (!project) return { toast: "没有这个项目了", tone: "info" };
  if (reason.length < 2) return { toast: "请写明原因", tone: "error" };
  return { toast: "请核对", ...(await askEnd(turn, project, as, reason)) };
}

/** 关闭: 竣工销项; it leaves lists and lamps, stays in the sums of its year, and is still found. */
export const closeProject: Command = {
  name: "关闭",
  aliases: ["关闭项目", "竣工销项", "项目销项"],
  topic: "管理",
  summary: "项目竣工销项：不再列入清单、亮灯和催报，数留在当年合计里，仍可以查",
  examples: ["关闭 14号线"],
  act: "project.change",
  ...ending("closed"),
};

/** 退出: no major project any more, and why. */
export const withdrawProject: Command = {
  name: "退出",
  aliases: ["退出项目", "项目退出"],
  topic: "管理",
  summary: "项目不再实施或不再列为重大，写明原因",
  examples: ["退出 加油站 原因 规划调整"],
  act: "project.change",
  ...ending("withdrawn"),
};

/** 恢复: a closed or withdrawn project counts again. */
export const restoreProject: Command = {
  name: "恢复",
  aliases: ["恢复项目", "重新启动项目"],
  topic: "管理",
  summary: "把关闭或退出的项目放回清单",
  examples: ["恢复 加油站"],
  act: "project.change",
  async run(turn, call) {
    const ahead = await projectAhead(turn, "恢复", call.rest);
    return isAhead(ahead) ? restore(turn, ahead.project) : ahead;
  },
  clicks: { show: show(restore) },
};
