import { dayOf, timeOf } from "../../src/domain/day.js";
import { type Appointment, type AppointmentFault, readAppointment } from "../../src/language/appointment.js";
import { distanceOf } from "./distance.js";
import { endIn, isPlace, placeIn } from "./where.js";
import { changesOf, type Move } from "./wish.js";

/** Why a time could not be taken: a sentence for whoever said it. */
export interface Unread {
  unread: string;
}

const FAULTS: Record<AppointmentFault, string> = {
  "no-day": "没看出是哪一天。",
  "no-time": "没看出几点开。",
  "impossible-day": "没有这一天。",
  past: "这个时间已经过了。",
};
const NO_PLACE: Unread = { unread: "没看出在哪里开。" };
const HALF_DAY = /上午|早上|中午|下午|晚上/;
/** Nobody meets before; 周五3点 is three in the afternoon, but that is not for us to say. */
const EARLIEST = "07:00";

/** When and where, and until when where that is said: only the beginning is kept. */
export type Booking = Appointment & { until?: string };

export function readBooking(said: string, now: number): Booking | Unread {
  const read = readAppointment(apart(said), now);
  const until = "fault" in read ? null : endIn(read.place, read.startsAt);
  const booking = checked(read);
  return "unread" in booking || until === null ? booking : { ...booking, until };
}

const HOUR = "\\d{1,2}|[一二两三四五六七八九十]{1,2}";
/** 下午2-4点: the hour stands behind the second of two alone. */
const SPAN = new RegExp(`(?<![\\d月:])(${HOUR})\\s*([-–—~〜至到])\\s*(?=(?:${HOUR})\\s*[点时])`);

/** `下午3点 5楼` is not five past three: a floor or a room stays with the place. */
const apart = (said: string): string =>
  said
    .normalize("NFKC")
    .replace(SPAN, "$1点$2")
    .replace(/([点时])\s*(?=\d+\s*(?:楼|层|号|室|会议))/, "$1整 ");

/** A new time or place for a meeting, or both: what is not said stays; the place is empty then. */
export function readMove(move: Move, startsAt: number, now: number): Appointment | Unread {
  const changes = changesOf(move);
  if (!changes) return { unread: "没看出哪个是时间、哪个是地点。" };
  const read = changes.time ? readTime(changes.time, startsAt, now) : { startsAt, place: "" };
  if ("unread" in read || changes.place === undefined) return read;
  const place = placeIn(changes.place);
  // A place that came with the time is one too many.
  return isPlace(place) && !read.place ? { ...read, place } : NO_PLACE;
}

/** 下周三 keeps the hour, and 下午3点 the day. */
function readTime(move: Move, startsAt: number, now: number): Appointment | Unread {
  const by = distanceOf(move);
  if (by !== null)
    return checked(startsAt + by > now ? { startsAt: startsAt + by, place: "" } : { fault: "past" });
  const said = apart(move.after);
  const whole = readAppointment(said, now);
  if (!("fault" in whole)) return checked(whole);
  // 周五下午 with the hour that was meant for the morning would be a guess.
  if (whole.fault === "no-time" && !HALF_DAY.test(said)) {
    const [day = "", ...place] = said.trim().split(/\s+/);
    return checked(readAppointment(`${day} ${timeOf(startsAt)} ${place.join(" ")}`, now));
  }
  if (whole.fault === "no-day") return checked(readAppointment(`${dayOf(startsAt)} ${said}`, now), "no-day");
  return checked(whole);
}

function checked(
  read: Appointment | { fault: AppointmentFault },
  instead?: AppointmentFault,
): Appointment | Unread {
  if ("fault" in read) return { unread: FAULTS[read.fault === "no-time" && instead ? instead : read.fault] };
  const time = timeOf(read.startsAt);
  if (time >= EARLIEST) {
    const place = placeIn(read.place);
    return place === "" || isPlace(place) ? { ...read, place } : NO_PLACE;
  }
  return { unread: `${Number(time.slice(0, 2))}点是上午还是下午？请写明。` };
}
