import type { Day } from "../items.js";
import { partsOf } from "./calendar.js";
import { yearOf } from "./months.js";

/** The year of a beginning (2021年开工) or of a comparison (较去年) is not the figure's own. */
const YEAR =
  /(?<![较比同与超])(?<word>今年|本年|明年|后年|去年|前年|上一?年|次年|20\d\d\s?年|(?<!\d)2\d年)(?![^，。]{0,8}(?:开工|启动|实施))|(?<now>目前|现在|[本上当]个?月)/g;

/** The year that the words before a figure name last: 去年累计, 2023年计划; 目前 is this year. */
export function yearSaid(label: string, today: Day): number | undefined {
  const { word, now } = [...label.matchAll(YEAR)].at(-1)?.groups ?? {};
  if (now) return partsOf(today).year;
  const usual = word?.replace("上一年", "上年").replace("次年", "明年").replace(/\s/g, "");
  return yearOf(usual, today);
}
