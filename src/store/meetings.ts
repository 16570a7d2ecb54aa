import type { Knex } from "knex";
import type { MeetingKind } from "../domain/meeting.js";
import type { AgendaSection } from "../domain/meeting-agenda.js";
import { decode, encode } from "./codec.js";

/** 推进会 or 专题协调会 */
export interface Meeting {
  id: number;
  chatId: string;
  kind: MeetingKind;
  title: string;
  /** epoch ms */
  startsAt: number;
  place: string;
  /** reminders that would have been due before are left out */
  bookedAt: number;
  /** the project that a 专题 is about */
  code: string | null;
  /** number of the problem that a 专题 is about */
  problem: number | null;
}

export interface Attendance {
  openId: string;
  name: string;
  answer: "参会" | "请假";
  /** who comes instead of one who is excused, as typed */
  standIn?: string;
}

/** An agenda as a person left it; one that is not kept is built anew from facts. */
export interface Agenda {
  sections: AgendaSection[];
  /** 定稿 */
  isFinal: boolean;
  by: string;
  byName: string;
  /** epoch ms */
  at: number;
}

export interface Meetings {
  book(meeting: Omit<Meeting, "id" | "bookedAt">, by: string, now: number): Promise<number>;
  find(id: number): Promise<Meeting | null>;
  cancel(id: number, now: number): Promise<void>;
  /** Meetings that stand and start in [from, to). */
  between(from: number, to: number): Promise<Meeting[]>;
  /** The next one that stands in a chat. */
  next(chatId: string, from: number): Promise<Meeting | null>;
  answer(id: number, attendance: Attendance, now: number): Promise<void>;
  attendance(id: number): Promise<Attendance[]>;
  /** Another one after every answer, to whatever meeting. */
  stampOfAnswers(): Promise<string>;
  agenda(id: number): Promise<Agenda | null>;
  keepAgenda(id: number, agenda: Agenda): Promise<void>;
  dropAgenda(id: number): Promise<void>;
}

interface Columns {
  id: number;
  chat_id: string;
  kind: MeetingKind;
  title: string;
  starts_at: number;
  place: string;
  booked_at: number;
  code: string | null;
  problem: number | null;
}

const toMeeting = (row: Columns): Meeting => ({
  id: row.id,
  chatId: row.chat_id,
  kind: row.kind,
  title: row.title,
  startsAt: row.starts_at,
  place: row.place,
  bookedAt: row.booked_at,
  code: row.code,
  problem: row.problem,
});

export function meetings(db: Knex): Meetings {
  const standing = () => db("meetings").whereNull("cancelled_at");
  return {
    async book(meeting, by, now) {
      const [row] = await db("meetings")
        .insert({
          chat_id: meeting.chatId,
          kind: meeting.kind,
          title: meeting.title,
          starts_at: meeting.startsAt,
          place: meeting.place,
          code: meeting.code,
          problem: meeting.problem,
          booked_by: by,
          booked_at: now,
        })
        .returning("id");
      return row.id;
    },
    async find(id) {
      const row = await standing().where({ id }).first();
      return row ? toMeeting(row) : null;
    },
    async cancel(id, now) {
      await db("meetings").where({ id }).update({ cancelled_at: now });
    },
    async between(from, to) {
      const rows: Columns[] = await standing()
        .where("starts_at", ">=", from)
        .where("starts_at", "<", to)
        .orderBy(["starts_at", "id"]);
      return rows.map(toMeeting);
    },
    async next(chatId, from) {
      const row = await standing()
        .where({ chat_id: chatId })
        .where("starts_at", ">=", from)
        .orderBy("starts_at")
        .first();
      return row ? toMeeting(row) : null;
    },
    async answer(id, attendance, now) {
      await db("attendance")
        .insert({
          meeting_id: id,
          open_id: attendance.openId,
          name: attendance.name,
          answer: attendance.answer,
          stand_in: attendance.standIn ?? null,
          answered_at: now,
        })
        .onConflict(["meeting_id", "open_id"])
        .merge();
    },
    async attendance(id) {
      const rows = await db("attendance").where({ meeting_id: id }).orderBy("answered_at");
      return rows.map((row) => ({
        openId: row.open_id,
        name: row.name,
        answer: row.answer,
        ...(row.stand_in === null ? {} : { standIn: row.stand_in }),
      }));
    },
    async stampOfAnswers() {
      const row = await db("attendance").max({ last: "answered_at" }).count({ count: "*" }).first();
      return `${row?.last ?? ""} ${row?.count ?? 0}`;
    },
    async agenda(id) {
      const row = await db("agendas").where({ meeting_id: id }).first();
      return row
        ? {
            sections: decode<AgendaSection[]>(row.sections),
            isFinal: Boolean(row.final),
            by: row.by,
            byName: row.by_name,
            at: row.at,
          }
        : null;
    },
    async keepAgenda(id, { sections, isFinal, by, byName, at }) {
      await db("agendas")
        .insert({
          meeting_id: id,
          sections: encode(sections),
          final: isFinal,
          by,
          by_name: byName,
          at,
        })
        .onConflict("meeting_id")
        .merge();
    },
    async dropAgenda(id) {
      await db("agendas").where({ meeting_id: id }).delete();
    },
  };
}
