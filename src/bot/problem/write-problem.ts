import { dayOf, formatDay } from "../../domain/day.js";
import { isOpen, type Problem, type ProblemChange, type ProblemFields } from "../../domain/problem.js";
import { categoryOf } from "../../domain/problem-category.js";
import { raised } from "../../domain/problem-level.js";
import type { Project } from "../../domain/project.js";
import type { ProblemItem } from "../../language/items.js";
import { mayOfAll, maySee, notHere } from "../permissions.js";
import { logRefusal } from "../refuse.js";
import type { AskedSection, ProblemSection, Section } from "../report/sections.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import { act, refusedStep } from "./act.js";
import { becauseIn, reasonIn, relativeDue } from "./extension.js";
import { saidFields } from "./said-fields.js";

type Change = Exclude<ProblemChange, { is: "open" }>;

/** A new problem of a project that the speaker may write; what is registered already is said, not repeated. */
export async function openProblem(turn: Turn, project: Project, item: ProblemItem): Promise<ProblemSection> {
  const words = hindranceIn(item);
  const others = await turn.tx.problems.list({ codes: null, code: project.code });
  const same = others.find((known) => bare(known.words) === bare(words));
  if (same)
    return {
      is: "problem",
      project: project.name,
      problem: same,
      was: null,
      writeId: turn.writeId,
      known: "已经登记过了，没有再登记；有进展可以回复这张卡片说。",
    };
  const change = { is: "open" as const, words, category: categoryOf(words), ...fieldsOf(turn, item) };
  const problem = await turn.tx.problems.open(project.code, { change, ...spoken(turn) }, turn.now);
  const known = others.map(({ number }) => `#${number}`).join("、");
  return {
    is: "problem",
    project: project.name,
    problem,
    was: null,
    writeId: turn.writeId,
    ...(known
      ? { hint: `这个项目还有没销号的${known}；是同一件事的话，请点“撤销”，再在那一条上说进展。` }
      : {}),
  };
}

/** What is said of a problem by its number: one step, or why not, or what is still to be asked. */
export async function stepProblem(turn: Turn, item: ProblemItem & { number: number }): Promise<Section> {
  const { number } = item;
  const problem = await turn.tx.problems.find(number);
  if (!problem)
    return { is: "refused", sentence: `没有#${number}这个问题，没有记。发“问题”可以看清单和编号。` };
  if (!maySee(turn, problem.code)) {
    const refusal = await notHere(turn);
    await logRefusal(turn, refusal, `问题 #${number}`);
    return { is: "refused", sentence: `#${number}：${refusal.sentence}` };
  }
  const project = await turn.tx.projects.byCode(problem.code);
  const name = project?.name ?? problem.code;
  const change = changeOf(turn, problem, item);
  if ("asks" in change) {
    const refused = await refusedStep(turn, problem, "extend");
    return refused ? told(refused.sentence) : asked(name, change);
  }
  if ("refuses" in change) {
    const refused = await refusedStep(turn, problem, "extend");
    return told(refused?.sentence ?? change.refuses);
  }
  const outcome = await act(turn, problem, change);
  if (outcome.is !== "done") return told(outcome.sentence);
  const { was, problem: after } = outcome;
  return { is: "problem", project: name, problem: after, was, writeId: turn.writeId };
}

const told = (sentence: string): Section => ({ is: "refused", sentence });

/** The words of the problem itself, without the marks around them. */
function wordsOf({ what, text }: ProblemItem): string {
  return (what || text || "").trim().slice(0, 500);
}

/** 请征收中心协调，10月15日前: said of who and until when, which are kept for themselves. */
const REQUEST =
  /^(?:还|也|请|需要?|望|希望|盼|恳请|建议|由|提请|麻烦|要|能)+[^，,；;。]*(?:协调|牵头|支持|解决|处理|帮忙?|推进|推一下|安排|抓紧|出面|负责|配合|答复|拨款|落实|批复|介入|会商|完成|办理)/;
const UNTIL =
  /^(?:最好|争取|希望|请|要|于|在)*[^，,；;。]{0,10}(?:前|之内|内|底|旬|末|日|号)(?:最好|前|能|要|必须|务必)*(?:解决|完成|办结|落实|协调|答复|到位)?$/;

/** What hinders, without the clauses at its end that only ask for help. */
function hindranceIn(item: ProblemItem): string {
  const words = wordsOf(item);
  if (!item.lead && !item.due) return words;
  const clauses = words.split(/(?<=[，,；;。])/);
  const isAside = (clause: string) => {
    const bared = clause.replace(/[，,；;。\s]+$/, "").trim();
    return bared === "" || REQUEST.test(bared) || (item.due !== undefined && UNTIL.test(bared));
  };
  while (clauses.length > 1 && isAside(clauses.at(-1) ?? "")) clauses.pop();
  return clauses.join("").replace(/[，,；;。\s]+$/, "");
}

/** A day in an update is its due day only where it is said to be one: 方案下周出 is none. */
const IS_DUE =
  /期限|时限|限期|截止|(?:前|之内|内|底)(?:要|必须|务必|能|给|需)*(?:答复|解决|办结|完成|落实|协调|明确|反馈|到位|回复|办好|销号|整改)|(?:前|之前)[\s。！!]*$/;

const bare = (words: string): string => words.replace(/[\s\p{P}]/gu, "");

/** What is set when a problem is opened: the unit and the day as the language read them go first. */
function fieldsOf(turn: Turn, item: ProblemItem): ProblemFields {
  const { category: _, ...fields } = saidFields(item.text ?? item.what ?? "", turn.names);
  return {
    ...fields,
    ...(item.lead ? { lead: item.lead } : {}),
    ...(item.due ? { due: item.due } : {}),
  };
}

/** 不同意延期: the office gives the day before back. */
const NO_EXTENSION = /(?:不同意|不予|不准|驳回)[^，,。]{0,4}(?:延期|延长|顺延)|延期(?:不同意|不予|不行|驳回)/;

/** 证据：…, 附：…: what shows how things are, not what was done. */
const EVIDENCE = /^(?:证据|佐证|附件|附图|附)\s*[:：,，]/;

interface Asks {
  asks: string;
  options: AskedSection["options"];
  lacksReason?: ProblemItem;
}

function changeOf(
  turn: Turn,
  problem: Problem,
  item: ProblemItem & { number: number },
): Change | Asks | { refuses: string } {
  const words = wordsOf(item) || "没有附说明";
  switch (item.action) {
    case "reopen": {
      const from = mayOfAll(turn, "problem.handle") ? problem.extensions.at(-1)?.from : null;
      return from && NO_EXTENSION.test(words) ? { is: "assign", words, due: from } : { is: "reopen", words };
    }
    case "resolve":
    case "close":
      return { is: item.action, words };
    case "escalate": {
      const level = /区/.test(words) ? "区" : raised(problem.level);
      return { is: "escalate", words, level };
    }
    case "extend":
      return extension(turn, problem, item, words);
    case "open":
    case "update": {
      if (EVIDENCE.test(words)) return { is: "evidence", words };
      const fields: ProblemFields = {
        ...saidFields(words, turn.names),
        ...(item.lead ? { lead: item.lead } : {}),
      };
      const due = IS_DUE.test(words) ? item.due : undefined;
      // A day that comes later than the one that stands puts it off, whatever it is called.
      if (due && problem.due && due > problem.due && isOpen(problem))
        return extension(turn, problem, item, words);
      if (due) fields.due = due;
      const isSetting = Object.keys(fields).length > 0 && fields.measure === undefined;
      return { is: isSetting ? "assign" : "update", words, ...fields };
    }
  }
}

function extension(
  turn: Turn,
  problem: Problem,
  item: ProblemItem & { number: number },
  words: string,
): Change | Asks | { refuses: string } {
  const today = dayOf(turn.saidAt);
  const name = `#${problem.number}`;
  const { due: old } = problem;
  const due = item.due ?? relativeDue(words, old, today);
  if (!due) {
    const later = ["一周", "两周", "一个月"].flatMap((time) => {
      const day = relativeDue(`再给${time}`, old, today);
      return day
        ? [
            {
              label: `${time}，到${formatDay(day, today)}`,
              items: [{ ...item, action: "extend" as const, due: day }],
            },
          ]
        : [];
    });
    return {
      asks: `${name}延到哪天？也可以再发一次，如“${name} 延到10月15日，原因管线未迁”。`,
      options: later,
    };
  }
  if (due < today) return { refuses: `${name}没有延期：${formatDay(due, today)}已经过了，请说以后的日期。` };
  if (old && due <= old)
    return {
      refuses: `${name}没有延期：现在的期限就是${formatDay(old, today)}，${formatDay(due, today)}不比它晚。`,
    };
  // The reason may stand in another clause than what was read of the problem.
  const reason = becauseIn(words) || becauseIn(turn.words) || reasonIn(words);
  if (reason) return { is: "extend", words, due, reason };
  return {
    asks: `${name}延到${formatDay(due, today)}，原因是什么？也可以再发一次，如“${name} 延到${formatDay(due, today)}，原因疫情”。`,
    options: REASONS.map((label) => ({
      label,
      items: [{ ...item, action: "extend" as const, due, what: `${words}，原因${label}` }],
    })),
    lacksReason: { ...item, action: "extend", due, what: words },
  };
}

const REASONS = ["审批没下来", "征收腾地没完成", "管线没迁完", "资金没到位", "设计方案调整", "天气"];

function asked(project: string, { asks, ...rest }: Asks): AskedSection {
  return { is: "asked", project, question: asks, ...rest };
}
