import { type Asked, decidedCard } from "../../cards/action/decided-card.js";
import { meetingTime } from "../../cards/meeting-time.js";
import { type Action, actionName } from "../../domain/action.js";
import { dayOf, formatDay } from "../../domain/day.js";
import type { Answer } from "../command.js";
import { decidingMeeting } from "../meeting/meetings-here.js";
import { recordChanges } from "../record-change.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import { dueChoices } from "./due-choices.js";
import type { Decision } from "./read-decision.js";

/** What a card of 议定 is drawn from: numbers of the actions, and the decisions that wait for an answer. */
export interface DecideModel {
  written: number[];
  known: number[];
  pending: Decision[];
}

/** Enters what is complete; the others wait, to be asked one after the other. */
export async function decide(
  turn: Turn,
  decisions: readonly Decision[],
  model: DecideModel,
): Promise<Answer> {
  const next: DecideModel = { ...model, pending: [] };
  const meeting = await decidingMeeting(turn);
  for (const decision of decisions) {
    const { unit, due, words } = decision;
    if (!unit || !due || words.length < 2) {
      next.pending.push(decision);
      continue;
    }
    const same = (await turn.tx.actions.list({ unit })).find((one) => bare(one.words) === bare(words));
    // With another day it is the same matter all the same: putting it off is for the one that stands.
    if (same) {
      next.known = [...next.known, same.number];
      continue;
    }
    const { person, code } = decision;
    const change = {
      is: "open" as const,
      words,
      unit,
      due,
      meetingId: meeting?.id ?? null,
      ...(person ? { person } : {}),
      ...(code ? { code } : {}),
    };
    const action = await turn.tx.actions.open({ change, ...spoken(turn) }, turn.now);
    await recordChanges(turn, {
      subject: "action",
      subjectId: actionName(action),
      what: "议定",
      from: null,
      to: `${unit} ${formatDay(due, dayOf(turn.now))}前 ${words}`,
    });
    next.written = [...next.written, action.number];
  }
  return decideAnswer(turn, next);
}

export async function decideAnswer(turn: Turn, model: DecideModel): Promise<Answer> {
  const find = async (numbers: readonly number[]): Promise<Action[]> =>
    (await Promise.all(numbers.map((number) => turn.tx.actions.find(number)))).filter((one) => one !== null);
  const written = await find(model.written);
  const [first] = written;
  const meeting = first?.meetingId ? await turn.tx.meetings.find(first.meetingId) : null;
  const [pending, ...waiting] = model.pending;
  const asked = pending ? await askedOf(turn, pending) : null;
  return {
    card: decidedCard({
      meeting: meeting && `${meetingTime(meeting.startsAt, turn.now)} ${meeting.title}`,
      written,
      known: await find(model.known),
      asked,
      waiting: waiting.length,
      now: turn.now,
    }),
    model,
    ...(asked ? { asks: true } : {}),
  };
}

async function askedOf(turn: Turn, decision: Decision): Promise<Asked> {
  const { words, unit, saidUnit, near, due, past, either } = decision;
  if (words.length < 2) return { asks: "words", unit: unit ?? null };
  if (!unit) {
    const all = (await turn.tx.projects.units()).map(({ name }) => name);
    const project = decision.code === undefined ? null : await turn.tx.projects.byCode(decision.code);
    const own = near.length === 0 && project?.unit ? [project.unit] : near;
    return { asks: "unit", words, said: saidUnit ?? null, near: own, all };
  }
  const today = dayOf(turn.now);
  const choices =
    !due && either ? either.map((day) => ({ label: formatDay(day, today), day })) : await dueChoices(turn);
  return { asks: "due", words, past: past ?? null, choices };
}

const bare = (words: string): string => words.replace(/[\s\p{P}]/gu, "");
