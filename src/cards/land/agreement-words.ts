import type { Agreement, CheckDue } from "../../domain/agreement.js";
import { type Day, formatDay } from "../../domain/day.js";
import { daysLeft } from "../flow/day-words.js";

/** `每年6月检查`, `每年6月15日检查` */
export const checkWords = ({ checkMonth, checkDay }: Pick<Agreement, "checkMonth" | "checkDay">): string =>
  `每年${checkMonth}月${checkDay === null ? "" : `${checkDay}日`}检查`;

/** `2023年检查　2023年6月30日，还有283天` */
const dueWords = ({ year, day, left }: CheckDue, today: Day): string =>
  `${year}年检查　${formatDay(day, today)}，${left < 0 ? `**${daysLeft(left)}**` : daysLeft(left)}`;

/** The agreement in a line, and below it what is due. */
export function agreementLine(agreement: Agreement, due: readonly CheckDue[], today: Day): string {
  return [
    `**全周期监管**　协议${formatDay(agreement.signedOn, today)}签，${checkWords(agreement)}`,
    ...due.slice(0, 3).map((one) => dueWords(one, today)),
  ].join("\n");
}
