import type { Command } from "../src/bot/command.js";
import { maySee, notHere, refusedAct } from "../src/bot/permissions.js";
import { baselineAnswer } from "../src/bot/project/baseline.js";
import { type CurveModel, setCurve, shownCurve } from "../src/bot/project/curve.js";
import { isAhead, projectAhead } from "../src/bot/project/project-ahead.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import { plainCard } from "../src/cards/project/change-card.js";
import { splitCurve } from "../src/language/curve-words.js";

const HEAD = /^[\s,，]*的?(?:月度计划|月度曲线)?\s*(?:调整|改)?(?:成|为)?\s*[:：]?\s*/;
const REASON = /^[\s,，;；。]*(?:原因(?:是|为)?|因为|由于|理由)\s*[:：]?\s*/;

/** 月度计划: how a project's year is shared out over the months; shown, and changed by the office. */
export const curve: Command = {
  name: "月度计划",
  aliases: ["月度曲线", "改月度计划"],
  topic: "查项目",
  summary: "看、改一个项目1到12月底的累计计划；签约冻结的要写原因",
  examples: ["月度计划 武宁路", "武宁路 月度计划 3 6 10 14 18 22 26 30 45 60 80 100 原因 管线搬迁推迟"],
  act: "look",
  async run(turn, call) {
    const ahead = await projectAhead(turn, "月度计划", call.rest);
    if (!isAhead(ahead)) return ahead;
    const { project, rest } = ahead;
    const said = splitCurve(rest.replace(HEAD, ""));
    if (said.curve === "" && said.rest === "") return shownCurve(turn, project);
    if (said.rest !== "" && !REASON.test(said.rest))
      return {
        card: plainCard(
          "没有改动",
          `“${said.rest}”没看懂。请写12个累计百分数，原因写在后面，如“… 93 100 原因 征收推迟”。`,
        ),
      };
    const refusal = await refusedAct(turn, "plan.freeze");
    if (refusal) return refused(turn, refusal, `月度计划 ${project.code}`);
    return setCurve(turn, project, said.curve, said.rest.replace(REASON, "").trim());
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `月度计划 ${project.code}`);
        return { toast: "好的", ...(await shownCurve(turn, project)), model: null };
      },
    },
    reason: {
      async run(turn, click) {
        const { code, curve: said } = click.model as CurveModel;
        const refusal = await refusedAct(turn, "plan.freeze");
        if (refusal) return refusedClick(turn, refusal, `月度计划 ${code}`);
        const reason = String(click.form.reason ?? "").trim();
        const project = await turn.tx.projects.byCode(code);
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (reason.length < 2) return { toast: "请写明原因", tone: "error" };
        const answer = await setCurve(turn, project, said, reason);
        return { toast: answer.card.title, ...answer, model: null };
      },
    },
    drop: {
      async run() {
        return { toast: "好的，没有改", card: plainCard("没有改动", "好的，什么都没有改。"), model: null };
      },
    },
  },
};

/** 基线: what was signed for the year, and all that was changed since. */
export const baseline: Command = {
  name: "基线",
  aliases: ["年度目标", "原计划"],
  topic: "查项目",
  summary: "签约时的年度目标，和以后每次改动：谁、何时、为什么",
  examples: ["基线 武宁路"],
  act: "look",
  async run(turn, call) {
    const ahead = await projectAhead(turn, "基线", call.rest);
    return isAhead(ahead) ? baselineAnswer(turn, ahead.project) : ahead;
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        if (!maySee(turn, project.code))
          return refusedClick(turn, await notHere(turn), `基线 ${project.code}`);
        return { toast: "好的", ...(await baselineAnswer(turn, project)) };
      },
    },
  },
};
