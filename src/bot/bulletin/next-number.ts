import { monthOf, yearOf } from "../../domain/period.js";
import type { Turn } from "../turn.js";

/** The number that the next bulletin to be signed gets: behind those given, and those of before the bot. */
export async function nextNumber({
  tx,
  now,
}: Pick<Turn, "tx" | "now">): Promise<{ year: number; number: number }> {
  const year = yearOf(monthOf(now));
  const given = await tx.bulletins.lastNumber(year);
  return { year, number: Math.max(given, await issuedBefore(tx, year)) + 1 };
}

/** How many of a year the office had issued before the bot gave numbers. */
export const issuedBefore = async (tx: Turn["tx"], year: number): Promise<number> =>
  Number((await tx.settings.get(`bulletins ${year}`)) ?? 0);
