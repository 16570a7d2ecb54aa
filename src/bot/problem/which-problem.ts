import { clip } from "../../cards/typed.js";
import type { Problem } from "../../domain/problem.js";
import { categoryOf } from "../../domain/problem-category.js";
import type { AskItem, Item, Option, ProblemItem } from "../../language/items.js";
import { understand } from "../../language/understand.js";
import { mayOfAll, maySee } from "../permissions.js";
import type { AskedSection, Section } from "../report/sections.js";
import type { Turn } from "../turn.js";
import { standingTo } from "./standing.js";

const MOST = 6;
const QUESTION = "说的是哪个问题？";

/** What is said of a project's problem without its number, as far as the register can tell which one. */
export type Settled =
  | { is: "item"; item: ProblemItem }
  | { is: "asked"; section: AskedSection }
  /** nothing of the kind is registered */
  | { is: "none" };

/** 603的管线问题解决了: the only open one, or the only one of that kind; else it is asked. */
export async function settleProblem(turn: Turn, item: ProblemItem & { project: string }): Promise<Settled> {
  const project = await turn.tx.projects.byName(item.project);
  // What may not be seen here is refused like any report of it, and nothing of it is told.
  if (!project || !maySee(turn, project.code)) return { is: "none" };
  const closedToo = item.action === "reopen";
  const all = await turn.tx.problems.list({ codes: null, code: project.code, withClosed: closedToo });
  if (all.length === 0) return { is: "none" };
  const said = categoryOf(item.what ?? item.text ?? "");
  const alike = said === "其他" ? all : all.filter(({ category }) => category === said);
  const [only, more] = alike;
  const numbered = ({ number }: Problem): ProblemItem => ({ ...item, number });
  if (only && !more) return { is: "item", item: numbered(only) };
  return {
    is: "asked",
    section: {
      is: "asked",
      project: project.name,
      question: `“${clip((item.text ?? "").trim(), 40)}”：${QUESTION}`,
      options: [
        ...(alike.length > 0 ? alike : all).slice(0, MOST).map((problem) => ({
          label: labelOf(turn, problem),
          items: [numbered(problem)],
        })),
        ...asNote(item),
      ],
    },
  };
}

/** What is said of a problem that nobody has registered is news of the project all the same. */
function asNote({ project, what, text, action }: ProblemItem & { project: string }): Option[] {
  const note = (what ?? text ?? "").trim();
  if (note === "" || (action !== "resolve" && action !== "update")) return [];
  return [{ label: "记成文字进展", items: [{ intent: "report", project, measure: "note", note }] }];
}

/** 解决了, said of nothing in particular: the open problems of the project spoken of, or the speaker's own. */
export async function whichProblem(turn: Turn, item: AskItem): Promise<Section> {
  const { tx, sight } = turn;
  const code = await codeMeant(turn, item);
  const open = await tx.problems.list({ codes: sight.codes, ...(code ? { code } : {}) });
  const own: Problem[] = [];
  for (const problem of open) {
    const { isWriter, isLead } = await standingTo(turn, problem);
    if (code || isWriter || isLead || (mayOfAll(turn, "problem.handle") && open.length <= MOST))
      own.push(problem);
  }
  const text = (item.text ?? "").trim();
  const options = own.slice(0, MOST).flatMap((problem) => {
    const items = readOf(turn, problem.number, text);
    return items.length > 0 ? [{ label: labelOf(turn, problem), items }] : [];
  });
  const again = options.length > 0 ? "" : "请带上编号，如“#12 已解决”；发“问题”可以看编号。";
  return { is: "asked", question: `${text ? `“${clip(text, 40)}”：` : ""}${QUESTION}${again}`, options };
}

async function codeMeant({ tx, chat, speaker }: Turn, item: AskItem): Promise<string | null> {
  if (item.project) return (await tx.projects.byName(item.project))?.code ?? null;
  return (await tx.conversations.find(chat.chatId, speaker.openId))?.project ?? null;
}

/** The same words, said of that problem. */
export function readOf(turn: Turn, number: number, words: string): Item[] {
  const { items } = understand(`#${number} ${words}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
  });
  return items.filter((item) => "number" in item && item.number === number);
}

const labelOf = ({ sight }: Turn, { number, category, words }: Problem): string =>
  sight.money ? `#${number} ${clip(words, 18)}` : `#${number} ${category}`;
