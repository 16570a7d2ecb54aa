import { type Block, buttons, type CardView, type Field, form, note, rule, text } from "../card.js";
import { paged, restButtons } from "../pager.js";
import { typed } from "../typed.js";
import type { DueMatter } from "./due-matter.js";

/** One answer that a person can give to something due: a tap, or a few fields first. */
export interface DueAnswer {
  label: string;
  look?: "primary";
  /** what the tap says for the person; `{field}` stands for what was filled in */
  says: string;
  fields?: Field[];
  /** kept as a promise, not said: the code of the project, and what is promised */
  confirms?: { code: string; what: string };
}

/** Something due, as its card shows it; plain JSON. */
export interface DueLine {
  /** unique on the card */
  key: string;
  md: string;
  answers: DueAnswer[];
  /** what it is, and how it stood when the card was drawn; cards of before this was kept have none */
  matter?: DueMatter;
  /** set once it was answered: what became of it */
  settled?: string;
}

export interface DueModel {
  title: string;
  lines: DueLine[];
  /** whose fields are open: the line's key and the answer's place */
  open?: { key: string; answer: number };
  hint: string;
  /** which eight of those that wait, 1 for the first */
  page?: number;
}

/** lines with their own buttons; the rest is a tap away */
const MOST = 8;

/** What is due for one person, each with its answers. */
export function dueCard({ title, lines, open, hint, page = 1 }: DueModel): CardView {
  const waiting = lines.filter(({ settled }) => settled === undefined);
  const done = lines.filter(({ settled }) => settled !== undefined);
  const part = paged(waiting, page, MOST);
  const { shown } = part;
  return {
    title: waiting.length > 0 ? `${title}：${waiting.length}项` : `${title}：都答复了`,
    tone: waiting.length === 0 ? "green" : waiting.some(({ md }) => md.includes("逾期")) ? "orange" : "blue",
    blocks: [
      ...shown.flatMap((line, index) => [...(index > 0 ? [rule] : []), ...lineBlocks(line, open)]),
      ...(part.pages > 1
        ? [rule, buttons(...restButtons(part, waiting.length - part.page * MOST, "项"))]
        : []),
      ...(done.length > 0
        ? [
            ...(shown.length > 0 ? [rule] : []),
            text(done.map((line) => `✅ ${line.md}\n${typed(line.settled ?? "", 80)}`).join("\n")),
          ]
        : []),
      ...(hint ? [note(hint)] : []),
    ],
  };
}

function lineBlocks(line: DueLine, open: DueModel["open"]): Block[] {
  const { key, md, answers } = line;
  const asked = open?.key === key ? answers[open.answer] : undefined;
  if (open && asked?.fields)
    return [
      text(md),
      form(asked.fields, { label: "提交", does: "answer", args: { key, answer: open.answer } }),
      buttons({ label: "返回", does: "close" }),
    ];
  return [
    text(md),
    ...(answers.length > 0
      ? [
          buttons(
            ...answers.map(({ label, look, fields }, answer) => ({
              label,
              ...(look ? { look } : {}),
              does: fields ? "open" : "answer",
              args: { key, answer },
            })),
          ),
        ]
      : []),
  ];
}
