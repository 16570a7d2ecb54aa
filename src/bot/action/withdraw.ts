import { typed } from "../../cards/typed.js";
import { type Action, actionName } from "../../domain/action.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { byOf, sourceOf } from "./take-step.js";

/** Takes an action back that nothing has happened to yet; a sentence where it is not taken back. */
export async function withdrawAction(
  turn: Turn,
  number: number,
): Promise<{ taken: Action } | { sentence: string }> {
  const { tx } = turn;
  const refusal = await refusedAct(turn, "meeting.decide");
  if (refusal) {
    await logRefusal(turn, refusal, `撤销议${number}`);
    return { sentence: refusal.sentence };
  }
  const action = await tx.actions.find(number);
  if (!action) return { sentence: `议${number}已经撤销了` };
  const events = await tx.actions.events(number);
  if (events.length > 1)
    return { sentence: `${actionName(action)}已经有人接着办了，不能撤销；不办了的话，请办结并写明原因` };
  await tx.actions.withdraw(number, byOf(turn), sourceOf(turn), turn.now);
  await recordChanges(turn, {
    subject: "action",
    subjectId: actionName(action),
    what: "撤销",
    from: action.words,
    to: null,
  });
  return { taken: action };
}

/** 撤销, said after 议定: what the speaker has just written down here; what is not taken back is said. */
export async function withdrawDecided(turn: Turn, numbers: readonly number[]): Promise<Answer> {
  const taken: Action[] = [];
  const kept: string[] = [];
  for (const number of numbers) {
    const done = await withdrawAction(turn, number);
    if ("taken" in done) taken.push(done.taken);
    else kept.push(done.sentence);
  }
  const names = taken.map(actionName).join("、");
  const [title, ...said] =
    taken.length > 0 ? [`已撤销 ${names}`, "不再算议定事项；要记请再说一遍。"] : ["没有撤销"];
  return brief(
    title,
    [...said, ...new Set(kept)].map((line) => typed(line, 300)).join("\n"),
    taken.length > 0 ? "green" : "grey",
  );
}
