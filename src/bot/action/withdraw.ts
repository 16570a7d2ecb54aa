import { actionMoves } from "../../cards/action/action-words.js";
import { typed } from "../../cards/typed.js";
import { type Action, actionName } from "../../domain/action.js";
import type { ActionRecord } from "../../store/actions.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { mayOfAll, officeContact, type Refusal, refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import { STEPS } from "./take-step.js";

/** What is left of an action: null when its opening was taken back. */
export interface TakenStep {
  left: Action | null;
  /** 延期; empty for an opening */
  step: string;
  /** `撤销了议1的延期：期限 10月15日 → 9月30日`, plain */
  sentence: string;
}

export type IsMeant = (last: ActionRecord) => boolean;

export const isOpening: IsMeant = ({ change }) => change.is === "open";
export const isOfWrite =
  (writeId: string): IsMeant =>
  (last) =>
    last.writeId === writeId;

/**
 * Takes the last step with an action back, where it is the one that is meant: one's own, or any as the office.
 * A sentence where it is not taken back.
 */
export async function withdrawStep(
  turn: Turn,
  number: number,
  isMeant: IsMeant,
): Promise<TakenStep | { refuses: string }> {
  const { tx, speaker, now } = turn;
  const was = await tx.actions.find(number);
  const last = (await tx.actions.events(number)).filter(({ undone }) => !undone).at(-1);
  if (!was || !last) return { refuses: `议${number}已经撤销了。` };
  const name = actionName(was);
  if (!isMeant(last))
    return {
      refuses: `${name}这一步已经撤销过了，或已经有人接着办了，不能撤销；不办了的话，请办结并写明原因。`,
    };
  const refusal =
    (await refusedAct(turn, isOpening(last) ? "meeting.decide" : "action.handle")) ??
    (last.saidBy === speaker.openId || mayOfAll(turn, "entry.undo") ? null : await notOwn(turn, name));
  if (refusal) {
    await logRefusal(turn, refusal, `撤销${name}`);
    return { refuses: refusal.sentence };
  }
  const left = await tx.actions.withdraw(number, last.writeId, spoken(turn), now);
  const step = last.change.is === "open" ? "" : STEPS[last.change.is];
  const moves = left ? actionMoves(was, left, now) : [];
  const side = (which: "from" | "to") => moves.map((one) => `${one.what}${one[which]}`).join("，");
  await recordChanges(turn, {
    subject: "action",
    subjectId: name,
    what: `撤销${step}`,
    from: moves.length > 0 ? side("from") : last.change.words,
    to: moves.length > 0 ? side("to") : null,
  });
  const told = moves.map(({ what, from, to }) => `${what} ${from} → ${to}`).join("，");
  if (!left) return { left, step, sentence: `“${last.change.words}”不再算议定事项；要记请再说一遍。` };
  return { left, step, sentence: `撤销了${name}的${step}：${told || `“${last.change.words}”不再算`}` };
}

const notOwn = async ({ tx }: Turn, name: string): Promise<Refusal> => ({
  code: "not-yours",
  sentence: `${name}这一步不是您办的，没有动。要撤销请本人来，或找${await officeContact(tx)}。`,
});

/** 撤销, said after 议定 or after steps with actions: what is taken back, and what is not. */
export async function withdrawSteps(
  turn: Turn,
  numbers: readonly number[],
  isMeant: IsMeant,
): Promise<Answer> {
  const taken: string[] = [];
  const said: string[] = [];
  for (const number of numbers) {
    const done = await withdrawStep(turn, number, isMeant);
    if (!("refuses" in done)) taken.push(`议${number}`);
    said.push("refuses" in done ? done.refuses : done.sentence);
  }
  const lines = [...new Set(said)].map((line) => typed(line, 300)).join("\n");
  return taken.length > 0 ? brief(`已撤销 ${taken.join("、")}`, lines, "green") : brief("没有撤销", lines);
}
