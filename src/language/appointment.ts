import { addDays, at, dayOf, isDay, weekday } from "../domain/day.js";

/** When and where people are to meet. */
export interface Appointment {
  /** epoch ms */
  startsAt: number;
  /** what stands behind the time, as typed; may be empty */
  place: string;
}

export type AppointmentFault = "no-day" | "no-time" | "impossible-day" | "past";

const DAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const NEAR: Record<string, number> = { 今天: 0, 明天: 1, 后天: 2, 大后天: 3 };
const DATE = /^\s*(?:(?:(\d{4})\s*[年/.-])?\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?|(\d{1,2})\s*[日号])/;
const WEEK = /^\s*(下下|下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/;
const NEAR_DAY = /^\s*(大后天|今天|明天|后天)/;
/** 下午3点5楼: the floor is where, not five past. */
const TIME =
  /^[\s,，(（]*(?:(?:周|星期|礼拜)[一二三四五六日天])?[\s)）]*(上午|早上|中午|下午|晚上)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时]\s*(?:(\d{1,2})(?!\d|\s*(?:[楼层号室幢栋]|会议))\s*分?|(半|一刻|三刻)|整)?)/;
/** 下午两点, as it is said */
const HOURS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const SPOKEN_HOUR = /(十[一二]?|[一二三四五六七八九])(?=[点时])/;
const PARTS: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };

/** `9月27日下午2点 区府3楼` → when and where. What cannot be a day or lies behind us is said, not guessed. */
export function readAppointment(said: string, now: number): Appointment | { fault: AppointmentFault } {
  const text = said
    .normalize("NFKC")
    .trim()
    .replace("两点", "二点")
    .replace(SPOKEN_HOUR, (_, hour) => String(HOURS.indexOf(hour)));
  const day = readDay(text, dayOf(now));
  if (!day) return { fault: "no-day" };
  if (day.day === null) return { fault: "impossible-day" };
  const time = TIME.exec(day.rest);
  if (!time) return { fault: "no-time" };
  const [matched, half, hourText = "", colon, minutes, part] = time;
  const hour = Number(hourText) + (isAfternoon(half, Number(hourText)) ? 12 : 0);
  const minute = part ? (PARTS[part] ?? 0) : Number(colon ?? minutes ?? 0);
  if (hour > 23 || minute > 59) return { fault: "no-time" };
  const startsAt = at(day.day, `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  if (startsAt <= now) return { fault: "past" };
  return {
    startsAt,
    place: day.rest
      .slice(matched.length)
      .replace(/^[\s,，在于:：]+/, "")
      .trim(),
  };
}

const isAfternoon = (half: string | undefined, hour: number): boolean =>
  hour < 12 && (half === "下午" || half === "晚上" || (half === "中午" && hour < 3));

interface ReadDay {
  /** null: such a day does not exist */
  day: string | null;
  rest: string;
}

function readDay(text: string, today: string): ReadDay | null {
  const near = NEAR_DAY.exec(text);
  if (near) return { day: addDays(today, NEAR[near[1] ?? ""] ?? 0), rest: text.slice(near[0].length) };
  const week = WEEK.exec(text);
  if (week)
    return { day: dayOfWeek(today, week[1], DAYS[week[2] ?? ""] ?? 1), rest: text.slice(week[0].length) };
  const date = DATE.exec(text);
  if (!date) return null;
  return { day: dayOfDate(date, today), rest: text.slice(date[0].length) };
}

/** A bare 周五 is the next one to come, today included; 下周五 is that of the calendar week after this. */
function dayOfWeek(today: string, which: string | undefined, wanted: number): string {
  const monday = addDays(today, 1 - weekday(today));
  if (which === "下" || which === "下下") return addDays(monday, (which === "下" ? 7 : 14) + wanted - 1);
  const thisWeek = addDays(monday, wanted - 1);
  return which || thisWeek >= today ? thisWeek : addDays(thisWeek, 7);
}

function dayOfDate(match: RegExpExecArray, today: string): string | null {
  const [, year, month, dayOfMonth, bareDay] = match;
  const thisYear = Number(today.slice(0, 4));
  const build = (y: number, m: number, d: number): string | null => {
    const day = `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
    return isDay(day) ? day : null;
  };
  if (bareDay) {
    const here = build(thisYear, Number(today.slice(5, 7)), Number(bareDay));
    if (here && here >= today) return here;
    const monthIndex = Number(today.slice(5, 7));
    return build(monthIndex === 12 ? thisYear + 1 : thisYear, (monthIndex % 12) + 1, Number(bareDay));
  }
  if (year) return build(Number(year), Number(month), Number(dayOfMonth));
  const day = build(thisYear, Number(month), Number(dayOfMonth));
  // 1月10日 said in December is next year's; a day a few weeks back is a slip, not next year.
  const isLongPast = day !== null && Number(today.slice(5, 7)) - Number(month) >= 6;
  return isLongPast ? build(thisYear + 1, Number(month), Number(dayOfMonth)) : day;
}
