import { type Day, daysBetween } from "./day.js";
import { lastDayOf } from "./period.js";

/** 全生命周期管理协议 of a plot: what the buyer promised is looked at once a year. */
export interface Agreement {
  id: number;
  /** the project's code */
  code: string;
  signedOn: Day;
  /** 1–12 */
  checkMonth: number;
  /** of that month; null: its last day */
  checkDay: number | null;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
}

/** 达标 or 不达标, of one year */
export interface Check {
  id: number;
  year: number;
  result: "met" | "unmet";
  /** as typed; may be empty */
  note: string;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
}

/** A yearly check that is still to be made. */
export interface CheckDue {
  year: number;
  day: Day;
  /** days left; below zero when it is overdue */
  left: number;
}

/** days: what is signed in June is first looked at a year later */
const FIRST_AFTER = 180;

/** The day by which a year's check is to be made. */
function checkDayIn({ checkMonth, checkDay }: Agreement, year: number): Day {
  const month = `${year}-${String(checkMonth).padStart(2, "0")}`;
  const last = lastDayOf(month);
  const day = checkDay === null ? last : `${month}-${String(checkDay).padStart(2, "0")}`;
  return [day, last].sort()[0] ?? last;
}

/** The checks that were not made though their day has come, oldest first, and the next one to come. */
export function checksDue(agreement: Agreement, checks: readonly Check[], today: Day): CheckDue[] {
  const made = new Set(checks.map(({ year }) => year));
  const due: CheckDue[] = [];
  for (let year = Number(agreement.signedOn.slice(0, 4)); ; year++) {
    const day = checkDayIn(agreement, year);
    if (daysBetween(agreement.signedOn, day) >= FIRST_AFTER && !made.has(year))
      due.push({ year, day, left: daysBetween(today, day) });
    if (day > today && (due.at(-1)?.left ?? -1) >= 0) return due;
  }
}
