import type { Outbox, OutboxRow } from "../store/outbox.js";
import type { SendOutcome } from "./api.js";
import { SCOPE_MISSING } from "./errors.js";

/** ms: the platform forgets a uuid after an hour; from here on a repeat could become a second message. */
const UUID_GOOD_FOR = 55 * 60_000;
/** ms: what can be retried is retried for a day, then put aside. */
const GIVE_UP_AFTER = 24 * 3_600_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** ms between attempts while an administrator must mend something: each may cost a call of the month's quota. */
const BLOCKED_PAUSE = 10 * 60_000;
const TOO_MANY_FOR_THE_APP = 99991400;

export interface Aside {
  row: OutboxRow;
  status: "dead" | "uncertain";
  reason: string;
}

/** What became of an attempt that did not send, for the log. */
export interface Note {
  level: "warn" | "error";
  code: "send-later" | "send-blocked" | "send-unclear" | "send-dead" | "send-without-reply";
  seq: number;
  lane: string;
  op: OutboxRow["op"];
  reason: string;
  /** epoch ms: the platform wants nothing from the app before */
  pauseUntil?: number;
}

/**
 * Why a row must not be tried any more; null when it may. A change of a card may be repeated safely. What the
 * bot says by itself has its own end: a post may wait over a weekend, a reminder ends with the meeting.
 */
export function overdue(row: OutboxRow, now: number): Aside | null {
  const isUnclear = row.unclearSince !== null && row.op !== "patch";
  if (isUnclear && now - (row.unclearSince ?? now) > UUID_GOOD_FOR)
    return { row, status: "uncertain", reason: "发出与否不明，超过平台的去重时限，请到群里核对" };
  if (row.expiresAt !== null)
    return now > row.expiresAt
      ? { row, status: "dead", reason: "没有及时发出，过了时候，再发没有意义" }
      : null;
  if (now - row.createdAt > GIVE_UP_AFTER) return { row, status: "dead", reason: "一天内没有发出" };
  return null;
}

/** Writes down what an attempt that did not send means for its row. */
export async function settle(
  outbox: Outbox,
  row: OutboxRow,
  outcome: Exclude<SendOutcome, { kind: "sent" }>,
  now: number,
): Promise<Note> {
  const pause = Math.min(FIRST_PAUSE * 2 ** row.attempts, LONGEST_PAUSE);
  const note = { seq: row.seq, lane: row.lane, op: row.op, reason: outcome.reason };
  if (outcome.kind === "unclear") {
    await outbox.unclear(row.seq, now + pause, outcome.reason);
    return { level: "warn", code: "send-unclear", ...note };
  }
  if (outcome.kind === "unreachable") {
    await outbox.retry(row, now + pause, outcome.reason);
    return { level: "warn", code: "send-later", ...note };
  }
  switch (outcome.verdict) {
    case "retry":
    case "token": {
      const until = now + (outcome.pauseMs ?? pause);
      await outbox.retry(row, until, outcome.reason);
      const isForAll = outcome.code === TOO_MANY_FOR_THE_APP;
      return { level: "warn", code: "send-later", ...note, ...(isForAll ? { pauseUntil: until } : {}) };
    }
    case "blocked": {
      const until = now + BLOCKED_PAUSE;
      await outbox.retry(row, until, outcome.reason);
      // A scope belongs to one kind of call; address and quota stop them all.
      const isForAll = outcome.code !== SCOPE_MISSING;
      return { level: "error", code: "send-blocked", ...note, ...(isForAll ? { pauseUntil: until } : {}) };
    }
    case "no-original":
      if (row.op === "reply") {
        await outbox.withoutReply(row, row.lane);
        return { level: "warn", code: "send-without-reply", ...note };
      }
      break;
    case "chat-gone":
    case "permanent":
  }
  await outbox.putAside(row.seq, "dead", now, outcome.reason);
  return { level: "error", code: "send-dead", ...note };
}
