import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import { notYours } from "../not-yours.js";
import type { Turn } from "../turn.js";
import { reportAnswer } from "./report-answer.js";
import type { ReportModel } from "./sections.js";
import { saved, withDropped, withoutDrafts } from "./settle-drafts.js";

/** The buttons of a pasted report that is shown before it is written. */
export const draftClicks: Record<"save" | "saveNone" | "skip", ClickHandler> = {
  save: { run: save },
  saveNone: { run: saveNone },
  // Several lines are dropped one after the other, faster than the card is drawn anew.
  skip: { repeats: true, run: skip },
};

async function save(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = await notYours(turn, click, "记入");
  if (refusal) return refusal;
  const next = await saved(turn, click.model as ReportModel);
  return next
    ? { toast: "已记入", ...reportAnswer(next) }
    : { toast: "没有留下要记的，没有记账", tone: "info" };
}

async function saveNone(turn: Turn, click: Click): Promise<ClickAnswer> {
  const refusal = await notYours(turn, click, "不记");
  return refusal ?? { toast: "好的，都没有记", ...reportAnswer(withoutDrafts(click.model as ReportModel)) };
}

async function skip(turn: Turn, click: Click): Promise<ClickAnswer> {
  const model = click.model as ReportModel;
  const refusal = await notYours(turn, click, "不记");
  if (refusal) return refusal;
  if (!model.sections.some(({ is }) => is === "draft")) return { toast: "已经记完了", tone: "info" };
  const isDropped = click.args.drop === true;
  const next = withDropped(model, click.args.project, isDropped);
  return { toast: isDropped ? "这个不记" : "这个记", ...reportAnswer(next) };
}
