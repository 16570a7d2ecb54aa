import type { AgendaSection } from "../../domain/meeting-agenda.js";
import type { Agenda, Meeting } from "../../store/meetings.js";
import { draftAgenda } from "./agenda-facts.js";
import type { FactsTurn } from "./carried-over.js";

/** The agenda as it is shown: as a person left it, else made from facts at this moment. */
export interface Shown {
  sections: AgendaSection[];
  /** null for a draft that nobody has touched */
  kept: Agenda | null;
}

export async function agendaOf(turn: FactsTurn, meeting: Meeting): Promise<Shown> {
  const kept = await turn.tx.meetings.agenda(meeting.id);
  return { sections: kept?.sections ?? (await draftAgenda(turn, meeting)), kept };
}
