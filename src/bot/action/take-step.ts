import { ACTION_STATES } from "../../cards/action/action-words.js";
import { type Action, type ActionChange, type ActionStep, actionName } from "../../domain/action.js";
import { type ActionStanding, hindersStep, verdictOnStep } from "../../domain/action-step.js";
import { mayOfAll, officeContact, type Refusal, refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";

export type StepOutcome =
  | { is: "done"; was: Action; action: Action }
  /** nothing was written; the sentence says why, and what to do */
  | { is: "known" | "refused"; sentence: string };

type Change = Exclude<ActionChange, { is: "open" }>;

export const STEPS: Record<ActionStep, string> = {
  acknowledge: "已知悉",
  update: "进展",
  finish: "申请办结",
  close: "办结",
  return: "退回",
  extend: "延期",
  assign: "改责任单位",
};

/** Takes one step with an action, where the speaker may and its state allows it; kept in the audit trail. */
export async function takeStep(turn: Turn, action: Action, change: Change): Promise<StepOutcome> {
  const hindered = await refusedStep(turn, action, change.is);
  if (hindered) return hindered;
  const after = await turn.tx.actions.add(action.number, { change, ...spoken(turn) }, turn.now);
  const isMove = change.is === "extend" || change.is === "assign";
  const shown = (one: Action) =>
    change.is === "extend" ? one.due : change.is === "assign" ? one.unit : ACTION_STATES[one.state];
  await recordChanges(turn, {
    subject: "action",
    subjectId: actionName(action),
    what: STEPS[change.is],
    from: shown(action),
    to: shown(after),
    reason: change.is === "extend" ? change.reason : isMove ? "" : change.words,
  });
  return { is: "done", was: action, action: after };
}

/** Why a step is not taken: by the person, or by the action's state; null when it may be. */
export async function refusedStep(
  turn: Turn,
  action: Action,
  step: ActionStep,
): Promise<Extract<StepOutcome, { sentence: string }> | null> {
  const refusal = await refusalOf(turn, action, step);
  if (refusal) {
    await logRefusal(turn, refusal, `${actionName(action)} ${STEPS[step]}`);
    return { is: "refused", sentence: refusal.sentence };
  }
  const hindered = hindersStep(action.state, step);
  if (!hindered) return null;
  return {
    is: hindered.is === "already" ? "known" : "refused",
    sentence: `${actionName(action)}${hindered.why}。`,
  };
}

/** What the speaker is to an action: of its unit, or who stands for it; of the office. */
export async function standingTo(turn: Turn, action: Action): Promise<ActionStanding> {
  const { tx, speaker } = turn;
  const isOfUnit = speaker.isRegistered && speaker.role !== "guest" && speaker.unit === action.unit;
  const contacts = speaker.isRegistered && !isOfUnit ? await tx.teams.unitContacts() : [];
  const isContact = contacts.some(({ unit, openId }) => unit === action.unit && openId === speaker.openId);
  return {
    isOffice: mayOfAll(turn, "action.handle"),
    isOwn: isOfUnit || isContact,
    hasAsked: action.asked?.openId === speaker.openId,
  };
}

async function refusalOf(turn: Turn, action: Action, step: ActionStep): Promise<Refusal | null> {
  const standing = await standingTo(turn, action);
  // Whose action it is, is said below with the unit's name.
  const byTable = await refusedAct(turn, "action.handle");
  if (byTable) return byTable;
  const name = actionName(action);
  const contact = await officeContact(turn.tx);
  switch (verdictOnStep(step, standing)) {
    case "yes":
      return null;
    case "own":
      return {
        code: "own-problem",
        sentence: standing.isOffice
          ? `${name}是您自己申请办结的，不能自己办结。请推进办另一位同事来点“同意办结”。`
          : `${name}由推进办办结，承办单位不能自己办结。办完了请说“${name} 完成了”，再请${contact}同意。`,
      };
    case "office-only":
      return { code: "office-only", sentence: `${name}${STEPS[step]}要由推进办来办，请找${contact}。` };
    case "not-yours":
      return {
        code: "not-yours",
        sentence: `${name}由${action.unit}办理，您登记在${turn.speaker.unit ?? "（未填单位）"}，没有动。登记有误请找${contact}。`,
      };
  }
}
