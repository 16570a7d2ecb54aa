import { type DueAnswer, type DueLine, type DueModel, dueCard } from "../../cards/due/due-card.js";
import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { actedOn, understand } from "../../language/understand.js";
import type { Answer, Click, ClickAnswer, ClickHandler } from "../command.js";
import { notHere, refusedToWrite } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { refusedClick } from "../refuse.js";
import { route } from "../route.js";
import { runCommand } from "../run-command.js";
import type { Turn } from "../turn.js";
import { namesDay } from "./day-meant.js";
import { changedSinceDrawn, matterNow, movedWords } from "./matter-now.js";

export const dueAnswer = (model: DueModel): Answer & { model: DueModel } => ({ card: dueCard(model), model });

/** Buttons of what is due: each says for the person what they would have typed, and goes the same way. */
export const dueClicks: Record<string, ClickHandler> = {
  open: {
    async run(turn, { args, model }) {
      const shown = closed(model as DueModel);
      const line = shown.lines.find(({ key }) => key === args.key);
      const settled = line && (await settledMeanwhile(turn, shown, line));
      const open = { key: String(args.key), answer: Number(args.answer) };
      return settled ?? { toast: "请填一下", ...dueAnswer({ ...shown, open }) };
    },
  },
  close: { run: async (_turn, { model }) => ({ toast: "好的", ...dueAnswer(closed(model as DueModel)) }) },
  page: {
    run: async (_turn, { args, model }) => ({
      toast: "",
      ...dueAnswer({ ...closed(model as DueModel), page: Number(args.page) }),
    }),
  },
  answer: { run: answer },
};

const closed = ({ open: _, ...model }: DueModel): DueModel => model;

async function answer(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = closed(click.model as DueModel);
  const line = model.lines.find(({ key }) => key === click.args.key);
  const chosen = line?.answers[Number(click.args.answer)];
  if (!line || !chosen || line.settled !== undefined) return { toast: "这一项已经答过了", tone: "info" };
  const lacking = lackingIn(click, chosen, dayOf(turn.now));
  if (lacking) return { toast: lacking, tone: "info" };
  const meanwhile = await settledMeanwhile(turn, model, line);
  if (meanwhile) return meanwhile;
  if (chosen.confirms) return confirm(turn, model, line, chosen.confirms);
  const words = chosen.says.replace(/\{(\w+)\}/g, (_, name: string) => filled(click, name));
  const said = await say({ ...turn, words }, words);
  if (!said) return { toast: "没有读懂，请直接发给我", tone: "error" };
  // It is to be asked first, or was refused: that is answered below, and the line keeps its buttons.
  if (said.answer.asks || said.answer.card.tone === "grey")
    return {
      toast: said.answer.asks ? "有一处要确认，在卡片最下面" : said.answer.card.title,
      ...dueAnswer(model),
      beside: { ...said.answer, by: said.answer.by ?? said.command, about: line.key },
    };
  const became = await becameOf(turn, line, `${said.answer.card.title}：${words}`);
  return { toast: "已记下", ...dueAnswer(settle(model, line, became)) };
}

/** What is still to be filled in, in a sentence; null where all is there. */
function lackingIn(click: Click, { fields = [] }: DueAnswer, today: Day): string | null {
  for (const { name, label, required } of fields) {
    const said = filled(click, name);
    if (required && said === "") return `还没有填：${label}`;
    if ((name === "date" || name === "doneDate") && !namesDay(said, today))
      return `“${said.slice(0, 20)}”没有写到哪一天，请填到日，如“10月20日”`;
  }
  return null;
}

/** It was finished, moved or taken back since the card was drawn: the line says so, and nothing is written. */
async function settledMeanwhile(turn: Turn, model: DueModel, line: DueLine): Promise<ClickAnswer | null> {
  if (!line.matter || line.settled !== undefined) return null;
  const today = dayOf(turn.now);
  const now = await matterNow(turn.tx, line.matter, today);
  const changed = changedSinceDrawn(line.matter, now, today);
  if (changed === null) return null;
  return { toast: `没有再记：${changed}`, tone: "info", ...dueAnswer(settle(model, line, changed)) };
}

/** 能按期: no report, and yet to be kept: who promised it, when. */
async function confirm(
  turn: Turn,
  model: DueModel,
  line: DueLine,
  { code, what }: NonNullable<DueAnswer["confirms"]>,
): Promise<ClickAnswer> {
  const project = await turn.tx.projects.byCode(code);
  const refusal = project ? await refusedToWrite(turn, project) : await notHere(turn);
  if (refusal) return refusedClick(turn, refusal, what);
  const today = dayOf(turn.now);
  const due = line.matter?.due;
  if (due !== undefined && due < today)
    return {
      toast: `${formatDay(due, today)}已经过了，不能再记能按期。请点“延期”，或直接说哪天完成的`,
      tone: "info",
    };
  await recordChanges(turn, { subject: "project", subjectId: code, what, from: null, to: "能按期" });
  const kept = `能按期${due === undefined ? "" : `（${formatDay(due, today)}）`}：${turn.speaker.name}`;
  return { toast: "好的，记下了", ...dueAnswer(settle(model, line, kept)) };
}

const filled = ({ form }: Click, name: string): string => String(form[name] ?? "").trim();

/** What was written, as it was written: the old day and the new one; else what was said. */
async function becameOf(turn: Turn, { matter }: DueLine, otherwise: string): Promise<string> {
  if (!matter) return otherwise;
  const today = dayOf(turn.now);
  const now = await matterNow(turn.tx, matter, today);
  if (now.ended !== null && "milestone" in matter) return now.ended;
  if (now.ended !== null || now.due === undefined || now.due === matter.due) return otherwise;
  return `${movedWords(matter.due, now.due, today)}${now.reason ? `，原因：${now.reason}` : ""}`;
}

function settle(model: DueModel, { key }: DueLine, settled: string): DueModel {
  return { ...model, lines: model.lines.map((line) => (line.key === key ? { ...line, settled } : line)) };
}

/** The first command that the words call answers; null when they call none. */
async function say(turn: Turn, words: string): Promise<{ command: string; answer: Answer } | null> {
  const { now, names, closedMonth } = turn;
  const [call] = route(actedOn(understand(words, { now, names, closedMonth })));
  const command = call && turn.commands.find(({ name }) => name === call.command);
  return command ? { command: command.name, answer: await runCommand(turn, command, call) } : null;
}
