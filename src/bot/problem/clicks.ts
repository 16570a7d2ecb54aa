import type { Problem, ProblemChange } from "../../domain/problem.js";
import { raised } from "../../domain/problem-level.js";
import type { ProblemItem } from "../../language/items.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import { reportAnswer } from "../report/report-answer.js";
import {
  type AskedSection,
  isReportModel,
  type ProblemSection,
  reportModel,
  type Section,
} from "../report/sections.js";
import type { Turn } from "../turn.js";
import { act } from "./act.js";
import { stepProblem } from "./write-problem.js";

const REPORT = "报";

type Step = Exclude<ProblemChange, { is: "open" | "assign" | "update" | "extend" | "evidence" }>;

/** One step at one tap; the card then shows what has become of the problem. */
function step(label: string, changeOf: (problem: Problem) => Step): ClickHandler {
  return {
    async run(turn, click) {
      const problem = await turn.tx.problems.find(Number(click.args.number));
      if (!problem) return { toast: "这个问题已经撤销了", tone: "info" };
      const outcome = await act(turn, problem, changeOf(problem));
      if (outcome.is !== "done")
        return { toast: outcome.sentence, tone: outcome.is === "known" ? "info" : "error" };
      const section = await sectionOf(turn, outcome.problem, outcome.was);
      return { toast: `#${problem.number} ${label}`, ...shown(turn, click, [section]) };
    },
  };
}

/** 延期 needs a day and a reason: both are asked for. */
const extend: ClickHandler = {
  async run(turn, click) {
    const problem = await turn.tx.problems.find(Number(click.args.number));
    if (!problem) return { toast: "这个问题已经撤销了", tone: "info" };
    const item: ProblemItem & { number: number } = {
      intent: "problem",
      action: "extend",
      number: problem.number,
      what: "延期",
    };
    const section = await stepProblem(turn, item);
    if (section.is !== "asked")
      return { toast: section.is === "refused" ? section.sentence : "没有动", tone: "error" };
    const asked: AskedSection = { ...section, askedOf: turn.speaker.openId };
    const own = await sectionOf(turn, problem, problem);
    return {
      toast: "延到哪天？",
      ...shown(turn, click, [{ ...own, known: "还没有延期，请先答下面一句。" }, asked]),
    };
  },
};

/** The buttons under a problem, wherever it is shown. */
export const problemClicks: Record<string, ClickHandler> = {
  resolveProblem: step("已申请销号", () => ({ is: "resolve", words: "申请销号" })),
  closeProblem: step("已销号", () => ({ is: "close", words: "同意销号" })),
  reopenProblem: step("已退回", () => ({ is: "reopen", words: "退回" })),
  escalateProblem: step("已上报", ({ level }) => ({
    is: "escalate",
    words: "上报",
    level: raised(level),
  })),
  extendProblem: extend,
};

async function sectionOf(turn: Turn, problem: Problem, was: Problem): Promise<ProblemSection> {
  const project = await turn.tx.projects.byCode(problem.code);
  return { is: "problem", project: project?.name ?? problem.code, problem, was, writeId: turn.writeId };
}

/** On a report's card in the problem's place; any other card becomes the echo of what was done. */
function shown(turn: Turn, { model }: Click, sections: Section[]): Omit<ClickAnswer, "toast"> {
  if (!isReportModel(model)) return { ...reportAnswer(reportModel(turn, sections)), becomes: REPORT };
  const [first] = sections;
  const index = model.sections.findIndex(
    (section) =>
      section.is === "problem" && first?.is === "problem" && section.problem.number === first.problem.number,
  );
  if (index < 0) return reportAnswer({ ...model, sections: [...model.sections, ...sections] });
  return reportAnswer({ ...model, sections: model.sections.toSpliced(index, 1, ...sections) });
}
