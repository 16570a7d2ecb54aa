import type { Day } from "../items.js";
import { addDays, dayFrom, solarOf } from "./calendar.js";

/** A festival by the words for it; a lunar one gives its day of the lunar calendar. */
interface Festival {
  words: RegExp;
  month: number;
  day: number;
  lunar?: true;
}

/** 春节前 means: by New Year's Eve; so for every festival the day before the first one. */
const FESTIVALS: readonly Festival[] = [
  { words: /春节|过年|农历新年|大年初一/y, month: 1, day: 1, lunar: true },
  { words: /元宵节?/y, month: 1, day: 15, lunar: true },
  { words: /端午节?/y, month: 5, day: 5, lunar: true },
  { words: /中秋节?/y, month: 8, day: 15, lunar: true },
  { words: /重阳节?/y, month: 9, day: 9, lunar: true },
  { words: /元旦/y, month: 1, day: 1 },
  { words: /清明节?/y, month: 4, day: 5 },
  { words: /五一(?!五|六)(?:劳动)?节?|劳动节/y, month: 5, day: 1 },
  { words: /六一(?!五|六)(?:儿童)?节?/y, month: 6, day: 1 },
  { words: /七一(?=前|后|$)/y, month: 7, day: 1 },
  { words: /八一(?=前|后|$)|建军节/y, month: 8, day: 1 },
  {
    words:
      /十一(?=前|后|期间|当天|那天|(?:正式)?[开动]工|封顶|通车|挂牌|竣工|投用|交地|$)|十一(?:国庆)节?(?=前|后)|国庆节?/y,
    month: 10,
    day: 1,
  },
];
const EVE = /除夕|大年三十|小年夜/y;

export interface FestivalFound {
  length: number;
  /** the festival's first day in a given year */
  dayIn(year: number): Day;
}

/** The festival named at a position, if there is one. */
export function festivalAt(text: string, at: number): FestivalFound | undefined {
  EVE.lastIndex = at;
  const eve = EVE.exec(text);
  if (eve) return { length: eve[0].length, dayIn: (year) => addDays(solarOf(year, 1, 1), -1) };
  for (const { words, month, day, lunar } of FESTIVALS) {
    words.lastIndex = at;
    const found = words.exec(text);
    if (!found) continue;
    const dayIn = (year: number) => (lunar ? solarOf(year, month, day) : dayFrom(year, month, day));
    return { length: found[0].length, dayIn };
  }
  return undefined;
}
