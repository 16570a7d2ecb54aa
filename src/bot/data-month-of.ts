import { dataMonthBy } from "../domain/data-month.js";
import type { Period } from "../domain/period.js";
import type { Turn } from "./turn.js";

/** The month that a turn's words count for: the one that a card asks for, else the one that was open when they were said. */
export const dataMonthOfTurn = ({
  forMonth,
  saidAt,
  closes,
}: Pick<Turn, "forMonth" | "saidAt" | "closes">): Period => forMonth ?? dataMonthBy(saidAt, closes);
