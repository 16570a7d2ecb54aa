import { type DatabaseUrl, openDatabase } from "./database.js";
import type { RunKey } from "./schedule.js";

/** A scheduled run as it is kept. */
export interface Run extends RunKey {
  id: number;
  /** epoch ms */
  slot: number;
  outcome: "posted" | "empty" | "skipped";
}

export interface RunLog {
  /** The runs with an id above, in order. */
  after(id: number): Promise<Run[]>;
  close(): Promise<void>;
}

interface Columns {
  id: number;
  job: string;
  chat_id: string;
  subject: string;
  period: string;
  slot: number;
  outcome: Run["outcome"];
}

/** The schedule's own record of what ran, which says of every post why it came. */
export async function runLog(url: DatabaseUrl): Promise<RunLog> {
  const database = await openDatabase(url);
  return {
    async after(id) {
      const rows = await database.read<Columns>("schedule_runs").where("id", ">", id).orderBy("id");
      return rows.map(({ chat_id: chatId, ...row }) => ({ ...row, chatId }));
    },
    close: () => database.close(),
  };
}
