import { clip } from "../../cards/typed.js";
import { isDay } from "../../domain/day.js";
import type { AskItem, AskReason, Option } from "../../language/items.js";
import { notHere } from "../permissions.js";
import { whichProblem } from "../problem/which-problem.js";
import type { Turn } from "../turn.js";
import { impossibleFigure } from "./impossible-figure.js";
import { refusedQuestion } from "./refused-question.js";
import type { Section } from "./sections.js";

const QUESTIONS: Record<AskReason, string> = {
  "which-project": "说的是哪个项目？",
  "which-measure": "说的是哪一项？",
  "which-scope": "这笔投资是当月的，还是本年累计？",
  "which-unit": "这个数是什么单位？",
  "which-date": "说的是哪一天？",
  "which-problem": "说的是哪个问题？请带上编号，如“#12 已解决”。",
  "how-much": "具体是多少？形象进度请报0到100之间，金额请报准数，如“65%”“3200万”。",
};

/** Where no reading can be offered, the question says what to send instead. */
const AGAIN: Partial<Record<AskReason, string>> = {
  "which-project": "请带上项目名再说一次，如“武宁路 形象进度65%”。",
  "which-measure": "请写明，如“形象进度80%”“累计完成3200万”。",
  "which-scope": "请写明，如“9月完成2000万”“本年累计完成1.02亿”。",
  "which-unit": "请带上单位，如“60%”“3200万”。",
  "which-date": "请写明年月日，如“10月14日开工”“截至2021年12月底累计9亿”。",
};

const QUOTED = 40;

/** What is unclear, as a question with the readings as buttons; an outside chat gets its own projects only. */
export async function question(turn: Turn, item: AskItem): Promise<Section> {
  const refusal = await refusedQuestion(turn, item);
  if (refusal) {
    // That refusal leaves the project's name out: the words as typed say which one is meant.
    const which = refusal.code === "not-here" ? quoted(item.text) : "";
    return { is: "refused", sentence: `${which}${refusal.sentence}` };
  }
  if (item.reason === "which-problem") return whichProblem(turn, item);
  const offered = item.options ?? [];
  const options = await optionsHere(turn, offered);
  if (options.length === 0 && offered.length > 0)
    return { is: "refused", sentence: (await notHere(turn)).sentence };
  return {
    is: "asked",
    ...(item.project ? { project: item.project } : {}),
    ...(item.reason === "which-project" && item.text ? { lacksProject: item.text } : {}),
    question: item.why
      ? impossibleFigure(item.why, clip(item.text ?? "", QUOTED))
      : `${quoted(item.text)}${item.reason === "which-date" ? noSuchDay(item.text) : ""}${asked(item.reason, options)}${options.length > 0 ? "" : (AGAIN[item.reason] ?? "")}`,
    options,
  };
}

/** A sum with one reading was said of a part of the works: 征收累计2000万. */
const asked = (reason: AskReason, options: readonly Option[]): string =>
  reason === "which-scope" && options.length === 1
    ? "这是整个项目的投资，还是单指这一项？单项的不单独记账。"
    : QUESTIONS[reason];

const DAY_OF_MONTH = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/;
/** Any leap year: where no year is said, the 29th of February is a day. */
const LEAP_YEAR = "2024";

/** 10月32日: that there is no such day. */
function noSuchDay(clause = ""): string {
  const [words, year = LEAP_YEAR, month = "", day = ""] = DAY_OF_MONTH.exec(clause) ?? [];
  const exists = isDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return words === undefined || exists ? "" : `没有${words}这一天。`;
}

/** In a long message it must be seen which clause is meant. */
export function quoted(clause = ""): string {
  const said = clause.trim();
  return said ? `“${clip(said, QUOTED)}”：` : "";
}

async function optionsHere({ tx, sight }: Turn, options: readonly Option[]): Promise<Option[]> {
  const { codes } = sight;
  if (!codes) return [...options];
  const all = await tx.projects.all();
  const here = new Set(all.filter(({ code }) => codes.has(code)).map(({ name }) => name));
  return options.filter(({ items }) =>
    items.every((item) => !("project" in item) || here.has(item.project ?? "")),
  );
}
