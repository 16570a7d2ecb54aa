import { type MinutesView, minutesCard } from "../../cards/meeting/minutes-card.js";
import type { Meeting } from "../../store/meetings.js";
import { namedHere } from "../attend.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { invitedTo } from "./invited.js";

/** What a card of 纪要 is drawn from. */
export interface MinutesModel {
  meetingId: number;
}

/** 纪要 of one meeting: who came, what was on the agenda, what was decided. */
export async function minutesOf(
  turn: Turn,
  meeting: Meeting,
  isText = false,
): Promise<Required<Pick<Answer, "card" | "model">>> {
  const { tx, now } = turn;
  const view: MinutesView = {
    meeting,
    answers: await tx.meetings.attendance(meeting.id),
    invited: await invitedTo(tx, meeting),
    here: namedHere(turn, meeting),
    agenda: (await tx.meetings.agenda(meeting.id))?.sections ?? null,
    actions: await tx.actions.list({ meetingId: meeting.id, withClosed: true }),
    isText,
    now,
  };
  return { card: minutesCard(view), model: { meetingId: meeting.id } satisfies MinutesModel };
}
