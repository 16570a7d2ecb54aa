import { type DueAnswer, type DueLine, type DueModel, dueCard } from "../../cards/due/due-card.js";
import { actedOn, understand } from "../../language/understand.js";
import type { Answer, Click, ClickAnswer, ClickHandler } from "../command.js";
import { notHere, refusedToWrite } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { refusedClick } from "../refuse.js";
import { route } from "../route.js";
import { runCommand } from "../run-command.js";
import type { Turn } from "../turn.js";

export const dueAnswer = (model: DueModel): Answer & { model: DueModel } => ({ card: dueCard(model), model });

/** Buttons of what is due: each says for the person what they would have typed, and goes the same way. */
export const dueClicks: Record<string, ClickHandler> = {
  open: {
    async run(_turn, { args, model }) {
      const open = { key: String(args.key), answer: Number(args.answer) };
      return { toast: "请填一下", ...dueAnswer({ ...(model as DueModel), open }) };
    },
  },
  close: { run: async (_turn, { model }) => ({ toast: "好的", ...dueAnswer(closed(model as DueModel)) }) },
  answer: { run: answer },
};

const closed = ({ open: _, ...model }: DueModel): DueModel => model;

async function answer(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = closed(click.model as DueModel);
  const line = model.lines.find(({ key }) => key === click.args.key);
  const chosen = line?.answers[Number(click.args.answer)];
  if (!line || !chosen || line.settled !== undefined) return { toast: "这一项已经答过了", tone: "info" };
  const missing = chosen.fields?.find(({ name, required }) => required && filled(click, name) === "");
  if (missing) return { toast: `还没有填：${missing.label}`, tone: "info" };
  if (chosen.confirms) return confirm(turn, model, line, chosen.confirms);
  const words = chosen.says.replace(/\{(\w+)\}/g, (_, name: string) => filled(click, name));
  const said = await say({ ...turn, words }, words);
  if (!said) return { toast: "没有读懂，请直接发给我", tone: "error" };
  // It is to be asked first, or was refused: the card becomes that answer, with its own buttons.
  if (said.answer.asks || said.answer.card.tone === "grey")
    return { toast: said.answer.card.title, ...said.answer, becomes: said.command };
  return { toast: "已记下", ...dueAnswer(settle(model, line, said.answer.card.title, words)) };
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
  await recordChanges(turn, { subject: "project", subjectId: code, what, from: null, to: "能按期" });
  return { toast: "好的，记下了", ...dueAnswer(settle(model, line, "能按期", turn.speaker.name)) };
}

const filled = ({ form }: Click, name: string): string => String(form[name] ?? "").trim();

function settle(model: DueModel, { key }: DueLine, title: string, words: string): DueModel {
  const lines = model.lines.map((line) =>
    line.key === key ? { ...line, settled: `${title}：${words}` } : line,
  );
  return { ...model, lines };
}

/** The first command that the words call answers; null when they call none. */
async function say(turn: Turn, words: string): Promise<{ command: string; answer: Answer } | null> {
  const { now, names, closedMonth } = turn;
  const [call] = route(actedOn(understand(words, { now, names, closedMonth })));
  const command = call && turn.commands.find(({ name }) => name === call.command);
  return command ? { command: command.name, answer: await runCommand(turn, command, call) } : null;
}
