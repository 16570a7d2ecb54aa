import type { Knex } from "knex";
import { type Action, type ActionChange, actionOf } from "../domain/action.js";
import { type EventRecord, type Head, type NewEvent, type Register, register } from "./register.js";

export type ActionRecord = EventRecord<ActionChange>;

export interface ActionFilter {
  /** closed ones, too */
  withClosed?: boolean;
  meetingId?: number;
  unit?: string;
}

export interface Actions extends Omit<Register<Action, ActionChange>, "open" | "list"> {
  /** Enters an action under the next number. */
  open(event: NewEvent<Extract<ActionChange, { is: "open" }>>, now: number): Promise<Action>;
  /** By number; those withdrawn are never among them. */
  list(filter?: ActionFilter): Promise<Action[]>;
}

interface ActionHead extends Head {
  meeting_id: number | null;
  unit: string;
}

export function actions(db: Knex): Actions {
  const own = register<Action, ActionChange, ActionHead>(db, {
    heads: "actions",
    events: "action_events",
    fold: ({ number }, events) => actionOf(number, events),
    columns: ({ state, unit }) => ({ state, unit }),
  });
  return {
    ...own,
    open: (event, now) =>
      own.open(event, now, { meeting_id: event.change.meetingId, unit: event.change.unit }),
    list: ({ withClosed = false, meetingId, unit } = {}) =>
      own.list(
        {
          ...(meetingId === undefined ? {} : { meeting_id: meetingId }),
          ...(unit === undefined ? {} : { unit }),
        },
        withClosed,
      ),
  };
}
