import { hideAmounts } from "../../cards/hide-money.js";
import { clip } from "../../cards/typed.js";
import { formatInstant } from "../../domain/day.js";
import type { Write } from "../../store/ledger.js";
import type { Turn } from "../turn.js";

const DAY = 24 * 3_600_000;

const QUOTED = 80;

/** `您9月20日 10:00报的“武宁路 65%”`, as typed: on a card it goes through `typed()` */
export function quotedWrite({ now, sight }: Turn, { records: [first] }: Write): string {
  const words = first?.words ?? "";
  const when = formatInstant(first?.saidAt ?? now, now);
  return `您${when}报的“${clip(sight.money ? words : hideAmounts(words), QUOTED)}”`;
}

/** Who says 撤销 or 说错了 days later may mean something else. */
export function isLongAgo({ now }: Turn, write: Write): boolean {
  return write.records.every(({ saidAt }) => saidAt < now - DAY);
}
