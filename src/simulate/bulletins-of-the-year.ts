import { closeDayOf } from "../domain/data-month.js";
import { at, type Day } from "../domain/day.js";
import { formatPeriod, type Period, period } from "../domain/period.js";
import { addWorkdays } from "../domain/workdays.js";
import { DIRECTOR_CHEN, LI_MIN, OFFICE_GROUP, PROJECT_GROUP } from "../sandbox/scene.js";
import type { Deed } from "./script.js";

/** workdays after a month's close on which its bulletin is signed: the late reports are in */
const SIGNED = 3;
/** the month whose bulletin is signed in the evening, while the office's group is silent */
const IN_THE_EVENING = 5;
/** the month of which a figure is put right on the workday after 签发 */
export const CORRECTED = 9;

/** Each month's bulletin is looked at, submitted, reviewed and signed; one is put right by a 更正通报. */
export function bulletinDeeds(year: number, correction: Pick<Deed, "by" | "says"> | null): Deed[] {
  const deeds = Array.from({ length: 12 }, (_, index) => {
    const month = period(year, index + 1);
    const day = addWorkdays(closeDayOf(month), SIGNED);
    const signedAt = index + 1 === IN_THE_EVENING ? "19:30" : "10:15";
    return [inOffice(day, "10:00", LI_MIN, { says: "通报" }), ...steps(day, signedAt)];
  });
  return [...deeds.flat(), ...(correction ? correctedOf(period(year, CORRECTED), correction) : [])];
}

function correctedOf(month: Period, correction: Pick<Deed, "by" | "says">): Deed[] {
  const day = addWorkdays(closeDayOf(month), SIGNED + 1);
  return [
    { at: at(day, "09:40"), chat: PROJECT_GROUP, ...correction },
    inOffice(day, "09:50", LI_MIN, { says: `通报 ${formatPeriod(month)}` }),
    inOffice(day, "09:55", LI_MIN, { taps: "出更正通报" }),
    ...steps(day, "10:15"),
  ];
}

/** 李敏 is alone in the office: a leader reviews, and signs. */
const steps = (day: Day, signedAt: string): Deed[] => [
  inOffice(day, "10:05", LI_MIN, { taps: "送审" }),
  inOffice(day, "10:10", DIRECTOR_CHEN, { taps: "审核通过" }),
  inOffice(day, signedAt, DIRECTOR_CHEN, { taps: "签发" }),
];

const inOffice = (day: Day, time: string, by: string, does: Pick<Deed, "says" | "taps">): Deed => ({
  at: at(day, time),
  by,
  chat: OFFICE_GROUP,
  ...does,
});
