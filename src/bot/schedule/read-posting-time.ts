import { at, dayOf, timeOf, weekday } from "../../domain/day.js";
import { readAppointment } from "../../language/appointment.js";
import type { Weekly } from "../post.js";

const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]/g;
/** a Monday's first minute: read from here, every weekday and hour lies ahead */
const MONDAY = at("2022-01-03");

/** `周二 9:30`, `每周三下午2点半`: said like an appointment, and kept for every week. */
export function readWeekly(said: string): Weekly | null {
  const day = /^每?((?:周|星期|礼拜).*)$/.exec(said)?.[1];
  const read = day === undefined ? null : readAppointment(day, MONDAY);
  // 周一周三 are two wishes, and words behind the hour say something that is not read.
  if (!read || "fault" in read || read.place || (said.match(WEEKDAY)?.length ?? 0) > 1) return null;
  return { weekday: weekday(dayOf(read.startsAt)), time: timeOf(read.startsAt) };
}

/** `周三`, `每周三`: a weekday alone, 1 Monday … 7 Sunday; null for anything more. */
export function readWeekday(said: string): number | null {
  const day = /^每?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(said)?.[1];
  if (day === undefined) return null;
  return day === "天" ? 7 : "一二三四五六日".indexOf(day) + 1;
}

/** `9:40`, `上午十点一刻`: an hour alone, `HH:mm`; null for anything more. */
export function readHour(said: string): string | null {
  if (said === "" || said.match(WEEKDAY)) return null;
  const read = readAppointment(`周二 ${said}`, MONDAY);
  return "fault" in read || read.place ? null : timeOf(read.startsAt);
}
