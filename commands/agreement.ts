import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { keepSpokenOf } from "../src/bot/conversation.js";
import { nearProjects } from "../src/bot/near-projects.js";
import { refusedToWrite } from "../src/bot/permissions.js";
import { openProblem } from "../src/bot/problem/write-problem.js";
import { projectMeant, projectsNamed } from "../src/bot/projects-named.js";
import { recordChanges } from "../src/bot/record-change.js";
import { refusedClick } from "../src/bot/refuse.js";
import { reportAnswer } from "../src/bot/report/report-answer.js";
import { reportModel } from "../src/bot/report/sections.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { type Button, text } from "../src/cards/card.js";
import {
  type AgreementView,
  agreementCard,
  dueCard,
  resultWords,
  SOON,
} from "../src/cards/land/agreement-card.js";
import { checkWords } from "../src/cards/land/agreement-words.js";
import { typed } from "../src/cards/typed.js";
import { whichProject } from "../src/cards/which-project.js";
import { checksDue } from "../src/domain/agreement.js";
import { dayOf, formatDay } from "../src/domain/day.js";
import type { Project } from "../src/domain/project.js";
import { type AgreementSaid, readAgreement } from "./land/read-agreement.js";

const SIGN = "如“603 监管协议 2022-06-30签 每年6月检查”";

/** 监管: 全生命周期管理 agreements, their yearly checks, and what came of them. */
export const agreement: Command = {
  name: "监管",
  aliases: ["土地监管", "监管协议", "土地监管到期", "监管到期", "监管检查", "全周期监管", "全生命周期管理"],
  topic: "查项目",
  summary: "土地全生命周期管理协议：签了哪天、每年几月检查、哪些到期、查得怎样",
  examples: ["土地监管到期", "052-02 监管协议 2022-06-30签 每年6月检查", "监管 052-02"],
  act: "look",
  insideOnly: "监管协议只在内部看。",
  async run(turn, call) {
    // 哪些监管检查到期 asks for the list, with no project in it.
    const said = call.rest.replace(
      /^(?:有|哪些|查看?|看看?|土?地?|全周期|监管|检查|协议|快|要|到期|的|了|[?？\s])+$/,
      "",
    );
    if (said === "") return due(turn);
    const named = await projectsNamed(turn, said);
    const meant = named.length === 0 ? await projectMeant(turn) : null;
    const [project, ...others] = meant ? [meant] : named;
    if (!project || others.length > 0)
      return {
        card: whichProject(
          "监管",
          project ? "" : said,
          project ? named.slice(0, 4) : await nearProjects(turn, said),
        ),
      };
    await keepSpokenOf(turn, [{ intent: "query", about: "status", project: project.name }], null);
    const read = readAgreement(said, turn.names, dayOf(turn.saidAt));
    switch (read.is) {
      case "nothing":
        return shown(turn, project);
      case "unclear":
        return notKept(`${project.name}：${read.sentence}没有记。`);
      case "signed":
        return (await mayNot(turn, project)) ?? signed(turn, project, read);
      case "checked":
        return (await mayNot(turn, project)) ?? checked(turn, project, read);
    }
  },
  clicks: {
    show: {
      async run(turn, click) {
        const project = await turn.tx.projects.byCode(String(click.args.code));
        if (!project) return { toast: "没有这个项目了", tone: "info" };
        return { toast: "好的", ...(await shown(turn, project)) };
      },
    },
    undo: { run: undo },
    problem: { run: raise },
  },
};

const notKept = (sentence: string): Answer => ({
  card: { title: "没有记账", tone: "grey", blocks: [text(typed(sentence, 300))] },
});

async function mayNot(turn: Turn, project: Project): Promise<Answer | null> {
  const refusal = await refusedToWrite(turn, project);
  return refusal && refused(turn, refusal, `监管 ${project.code}`);
}

async function signed(
  turn: Turn,
  project: Project,
  { signedOn, checkMonth, checkDay }: AgreementSaid & { is: "signed" },
): Promise<Answer> {
  const today = dayOf(turn.saidAt);
  if (!signedOn) return notKept(`${project.name}的协议哪天签的没有看清，没有记。请写上，${SIGN}。`);
  if (!checkMonth) return notKept(`${project.name}的协议每年几月检查没有说，没有记。请写上，${SIGN}。`);
  if (signedOn > today) return notKept(`${formatDay(signedOn, today)}还没有到，协议没有记。签了再说一声。`);
  const [old] = await turn.tx.land.agreements(project.code);
  const now = { signedOn, checkMonth, checkDay };
  const id = await turn.tx.land.sign({ code: project.code, ...now, ...by(turn) });
  const words = (one: typeof now) => `${formatDay(one.signedOn, "")}签，${checkWords(one)}`;
  const [from, to] = [old ? words(old) : null, words(now)];
  await recordChanges(turn, { subject: "plot", subjectId: project.code, what: "监管协议", from, to });
  return shown(turn, project, {
    title: `已记 ${project.name} 监管协议`,
    words: `监管协议 ${from === null ? "" : `${from} → `}**${to}**`,
    buttons: [undoButton(project, { agreement: id })],
  });
}

async function checked(
  turn: Turn,
  project: Project,
  { year, result, note }: AgreementSaid & { is: "checked" },
): Promise<Answer> {
  const [own] = await turn.tx.land.agreements(project.code);
  if (!own) return notKept(`${project.name}没有登记监管协议，检查没有记。先登记协议，${SIGN}。`);
  const [first, last] = [Number(own.signedOn.slice(0, 4)), Number(dayOf(turn.saidAt).slice(0, 4))];
  if (year < first || year > last)
    return notKept(`协议${first}年签，检查年度要在${first}到${last}之间，${year}年的没有记。`);
  const old = (await turn.tx.land.checks([own.id])).get(own.id)?.find((check) => check.year === year);
  const id = await turn.tx.land.check({ agreement: own.id, year, result, note, ...by(turn) });
  const [from, to] = [old ? resultWords(old.result) : null, resultWords(result)];
  const what = `${year}年监管检查`;
  await recordChanges(turn, {
    subject: "plot",
    subjectId: project.code,
    what,
    from,
    to,
    ...(note === "" ? {} : { reason: note }),
  });
  const raiseIt: Button = {
    label: "登记问题",
    look: "primary",
    does: "problem",
    args: { code: project.code, check: id },
  };
  return shown(turn, project, {
    title: `已记 ${project.name} ${what}`,
    words: `${what} ${from === null ? "" : `${from} → `}**${to}**${note === "" ? "" : `　${typed(note, 80)}`}${
      result === "unmet" ? "\n要盯着整改的话，点“登记问题”。" : ""
    }`,
    buttons: [...(result === "unmet" ? [raiseIt] : []), undoButton(project, { check: id, year })],
  });
}

const undoButton = ({ code }: Project, args: Record<string, number>): Button => ({
  label: "撤销",
  does: "undo",
  args: { code, ...args },
});

const by = ({ speaker, saidAt }: Turn) => ({
  saidBy: speaker.openId,
  saidByName: speaker.name,
  saidAt,
});

async function shown(turn: Turn, project: Project, echo?: AgreementView["echo"]): Promise<Answer> {
  const { tx, now } = turn;
  const today = dayOf(now);
  const [own] = await tx.land.agreements(project.code);
  const checks = own ? ((await tx.land.checks([own.id])).get(own.id) ?? []) : [];
  return {
    card: agreementCard({
      project,
      agreement: own ?? null,
      checks,
      due: own ? checksDue(own, checks, today) : [],
      today,
      ...(echo ? { echo } : {}),
    }),
    model: { code: project.code },
  };
}

/** 土地监管到期: what is overdue, and what comes up soon. */
async function due({ tx, now }: Turn): Promise<Answer> {
  const today = dayOf(now);
  const all = await tx.land.agreements();
  const checks = await tx.land.checks(all.map(({ id }) => id));
  const names = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
  const lines = all.flatMap((one) =>
    checksDue(one, checks.get(one.id) ?? [], today)
      .filter(({ left }) => left <= SOON)
      .map((each) => ({ project: names.get(one.code) ?? one.code, due: each })),
  );
  return { card: dueCard(lines, all.length, today) };
}

async function undo(turn: Turn, click: Click): Promise<ClickAnswer> {
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
  return { toast: "已撤销", ...(await shown(turn, project, echo)) };
}

/** What was promised is not kept: it goes to the register of problems. */
async function raise(turn: Turn, click: Click): Promise<ClickAnswer> {
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
