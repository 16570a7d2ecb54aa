import type { Knex } from "knex";

/** 推进会 */
export interface Meeting {
  id: number;
  chatId: string;
  title: string;
  startsAt: number;
  place: string;
  /** reminders that would have been due before are left out */
  bookedAt: number;
}

export interface Attendance {
  openId: string;
  name: string;
  answer: "参会" | "请假";
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
}

interface Columns {
  id: number;
  chat_id: string;
  title: string;
  starts_at: number;
  place: string;
  booked_at: number;
}

const toMeeting = (row: Columns): Meeting => ({
  id: row.id,
  chatId: row.chat_id,
  title: row.title,
  startsAt: row.starts_at,
  place: row.place,
  bookedAt: row.booked_at,
});

export function meetings(db: Knex): Meetings {
  const standing = () => db("meetings").whereNull("cancelled_at");
  return {
    async book(meeting, by, now) {
      const [row] = await db("meetings")
        .insert({
          chat_id: meeting.chatId,
          title: meeting.title,
          starts_at: meeting.startsAt,
          place: meeting.place,
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
          answered_at: now,
        })
        .onConflict(["meeting_id", "open_id"])
        .merge();
    },
    async attendance(id) {
      const rows = await db("attendance").where({ meeting_id: id }).orderBy("answered_at");
      return rows.map((row) => ({ openId: row.open_id, name: row.name, answer: row.answer }));
    },
  };
}
