import { addDays, type Day } from "./day.js";
import { holidayOn } from "./workdays.js";

/** A festival's days off by the state calendar, first and last included. */
export interface Holiday {
  /** 国庆, 春节 */
  name: string;
  from: Day;
  until: Day;
}

/** What people say → what the state calendar calls it. */
const FESTIVALS: readonly { name: string; said: string; called: string }[] = [
  { name: "国庆", said: "国庆节?", called: "国庆" },
  { name: "中秋", said: "中秋节?", called: "中秋" },
  { name: "春节", said: "春节|过年", called: "春节" },
  { name: "元旦", said: "元旦", called: "元旦" },
  { name: "五一", said: "五一|劳动节", called: "劳动" },
  { name: "清明", said: "清明节?", called: "清明" },
  { name: "端午", said: "端午节?", called: "端午" },
];
/** 国庆, 国庆期间, 国庆长假; not 到国庆 or 国庆前, which lie before it. */
const DURING = "(?:小?长假|放假|假期|假)?(?:期间|里|内|那几天|这几天|几天)?";
/** days looked ahead */
const AHEAD = 366;

/** The next festival that the words are, the one under way included; null where they are none, or it is not known. Pure. */
export function holidayNamed(said: string, today: Day): Holiday | null {
  const festival = FESTIVALS.find(({ said: word }) => new RegExp(`^(?:${word})${DURING}$`).test(said));
  if (!festival) return null;
  const isOff = (day: Day): boolean => holidayOn(day)?.includes(festival.called) ?? false;
  for (let from = today, left = AHEAD; left > 0; from = addDays(from, 1), left--)
    if (isOff(from)) {
      let until = from;
      while (isOff(addDays(until, 1))) until = addDays(until, 1);
      return { name: festival.name, from, until };
    }
  return null;
}
