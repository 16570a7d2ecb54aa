import type { Click, ClickAnswer } from "../../src/bot/command.js";
import { refusedToWrite } from "../../src/bot/permissions.js";
import { openProblem } from "../../src/bot/problem/write-problem.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { refusedClick } from "../../src/bot/refuse.js";
import { reportAnswer } from "../../src/bot/report/report-answer.js";
import { reportModel } from "../../src/bot/report/sections.js";
import type { Turn } from "../../src/bot/turn.js";
import { shownAgreement } from "./agreement-show.js";

/** Takes back an agreement or a check. */
export async function undoAgreement(turn: Turn, click: Click): Promise<ClickAnswer> {
  const project = await turn.tx.projects.byCode(String(click.args.code));
  if (!project) return { toast: "没有这个项目了", tone: "info" };
  const refusal = await refusedToWrite(turn, project);
  if (refusal) return refusedClick(turn, refusal, `监管 ${project.code}`);
  const { agreement: signedId, check: checkId, year } = click.args;
  const isGone =
    signedId === undefined
      ? await turn.tx.land.withdrawCheck(Number(checkId), turn.now)
      : await turn.tx.land.withdrawAgreement(Number(signedId), turn.now);
  if (!isGone) return { toast: "已经撤销过了，或者后来又改过，没有动", tone: "info" };
  const what = signedId === undefined ? `${year}年监管检查` : "监管协议";
  await recordChanges(turn, { subject: "plot", subjectId: project.code, what, from: "已登记", to: "已撤销" });
  const echo = { title: `已撤销 ${project.name} ${what}`, words: "刚才那一条撤回了，现在是：", buttons: [] };
  return { toast: "已撤销", ...(await shownAgreement(turn, project, echo)) };
}

/** What was promised is not kept: it goes to the register of problems. */
export async function raiseProblem(turn: Turn, click: Click): Promise<ClickAnswer> {
  const project = await turn.tx.projects.byCode(String(click.args.code));
  if (!project) return { toast: "没有这个项目了", tone: "info" };
  const refusal = await refusedToWrite(turn, project);
  if (refusal) return refusedClick(turn, refusal, `监管问题 ${project.code}`);
  const [own] = await turn.tx.land.agreements(project.code);
  const checks = own ? ((await turn.tx.land.checks([own.id])).get(own.id) ?? []) : [];
  const check = checks.find(({ id }) => id === Number(click.args.check));
  if (!check) return { toast: "这次检查已经撤销或改过了", tone: "info" };
  const what = `土地全周期监管${check.year}年检查不达标${check.note === "" ? "" : `：${check.note}`}`;
  const section = await openProblem(turn, project, {
    intent: "problem",
    action: "open",
    project: project.name,
    what,
    text: what,
  });
  return {
    toast: section.known ? "已经登记过了" : `已登记 #${section.problem.number}`,
    ...reportAnswer(reportModel(turn, [section])),
    becomes: "报",
  };
}
