import type { Knex } from "knex";
import { type Problem, type ProblemChange, problemOf } from "../domain/problem.js";
import {
  type EventRecord,
  type Head,
  type NewEvent,
  type Register,
  type RegisterWrite,
  register,
} from "./register.js";

export type NewProblemEvent = NewEvent<ProblemChange>;
export type ProblemRecord = EventRecord<ProblemChange>;
/** Somebody's last write in a chat: which problems it changed, and when. */
export type ProblemWrite = RegisterWrite;

export interface ProblemFilter {
  /** codes of the projects that may be seen; null = all */
  codes: ReadonlySet<string> | null;
  /** of one project */
  code?: string;
  /** closed ones, too */
  withClosed?: boolean;
}

export interface Problems extends Omit<Register<Problem, ProblemChange>, "open" | "list"> {
  /** Enters a problem of a project under the next number. */
  open(code: string, event: NewProblemEvent, now: number): Promise<Problem>;
  /** Changes with every step of any problem. */
  version(): Promise<number>;
  /** By number. */
  list(filter: ProblemFilter): Promise<Problem[]>;
}

interface ProblemHead extends Head {
  code: string;
}

export function problems(db: Knex): Problems {
  const own = register<Problem, ProblemChange, ProblemHead>(db, {
    heads: "problems",
    events: "problem_events",
    fold: ({ number, code }, events) => problemOf(number, code, events),
    columns: ({ state }) => ({ state }),
  });
  return {
    ...own,
    open: (code, event, now) => own.open(event, now, { code }),
    async version() {
      const row = await db("problem_events").max("id as last").first();
      return Number(row?.last ?? 0);
    },
    async list({ codes, code, withClosed = false }) {
      const found = await own.list(code === undefined ? {} : { code }, withClosed);
      return found.filter((one) => codes === null || codes.has(one.code));
    },
  };
}
