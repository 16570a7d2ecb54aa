import { type Block, buttons, type CardView, type Field, form, note, rule, text } from "../card.js";
import { typed } from "../typed.js";

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
  /** set once it was answered: what became of it */
  settled?: string;
}

export interface DueModel {
  title: string;
  lines: DueLine[];
  /** whose fields are open: the line's key and the answer's place */
  open?: { key: string; answer: number };
  hint: string;
}

/** lines with their own buttons; the rest is named by its count */
const MOST = 8;

/** What is due for one person, each with its answers. */
export function dueCard({ title, lines, open, hint }: DueModel): CardView {
  const waiting = lines.filter(({ settled }) => settled === undefined);
  const done = lines.filter(({ settled }) => settled !== undefined);
  const shown = waiting.slice(0, MOST);
  return {
    title: waiting.length > 0 ? `${title}：${waiting.length}项` : `${title}：都答复了`,
    tone: waiting.length === 0 ? "green" : waiting.some(({ md }) => md.includes("逾期")) ? "orange" : "blue",
    blocks: [
      ...shown.flatMap((line, index) => [...(index > 0 ? [rule] : []), ...lineBlocks(line, open)]),
      ...(waiting.length > MOST ? [rule, text(`另有${waiting.length - MOST}项，答复几项后再显示。`)] : []),
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
