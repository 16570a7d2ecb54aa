import type { Store } from "../store/store.js";
import type { Meetings } from "./why.js";

const DAY = 24 * 3_600_000;

/** The meetings of a stretch of time (epoch ms), by id. */
export async function meetingsOf(store: Store, from: number, until: number): Promise<Meetings> {
  const all = await store.read.meetings.between(from, until + 60 * DAY);
  return new Map(all.map((meeting) => [meeting.id, meeting]));
}
