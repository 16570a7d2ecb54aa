import { addDays, type Day } from "../../domain/day.js";
import type { Holiday } from "../../domain/holiday.js";
import { isWorkday } from "../../domain/workdays.js";

const SEND = "(?:发送|发|推送|推)";
/** What asks for quiet, with whom it is for; the time stands around it. */
const QUIET = new RegExp(
  `(?:别|不要|不用|请勿)(?:再)?(?:来)?(?:打扰|吵|烦|${SEND}(?:定时)?(?:提醒|消息)|提醒|${SEND})(?:我们?|咱们?|大家|群里)?|(?:停止?|暂停)(?:发)?(?:定时)?提醒|(?:安静|消停|清静|免打扰)(?:一下|一会儿?|点)?|(?:我们|本|这个?)?群里?|让我们?|先|就|都|请|暂时|最近`,
  "g",
);

/** The time in `这两天别发提醒`, `安静两天`, `这周先别发了`, as 静音 takes it; empty where none is said. */
export function quietTime(words: string): string {
  return words
    .normalize("NFKC")
    .replace(QUIET, "")
    .replace(/[\s,，。.!！吧啦哦了里]+$/g, "")
    .replace(/^(?:这|接下来|未来)(?=(?:\d{1,3}|[一两二三四五六七八九十]{1,3})(?:天|周|个))/, "")
    .replace(/^今明两天$/, "两天")
    .trim();
}

/** Whether a holiday is under way, or nothing can be posted before it begins: no workday is left. */
export function isOpenHoliday({ from }: Pick<Holiday, "from" | "until">, today: Day): boolean {
  for (let day = today; day < from; day = addDays(day, 1)) if (isWorkday(day)) return false;
  return true;
}
