import { expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const sums = (text: string) =>
  understand(text, { now: NOW, names: NAMES }).items.flatMap((item) =>
    item.intent === "report" && item.measure === "investment" ? [[item.scope, item.period ?? "-"]] : [],
  );

// Said on 20 September: a sum by the end of August is August's, whatever stands beside the month.
it.each([
  ["武南路8月底本年累计1亿", "2022-08"],
  ["武南路截至8月底本年累计1亿", "2022-08"],
  ["武南路到8月底今年累计1亿", "2022-08"],
  ["武南路8月末年内已完成1亿", "2022-08"],
  ["武南路8月份本年累计1亿", "2022-08"],
  ["武南路8月底，本年累计1亿", "2022-08"],
  ["武南路上月底本年累计1亿", "2022-08"],
  ["武南路7月底本年累计1亿", "2022-07"],
  ["武南路8月31日累计1亿", "2022-08"],
  ["武南路8月31日本年累计1亿", "2022-08"],
  ["8月底武南路本年累计1亿", "2022-08"],
  ["武南路本年累计1亿", "-"],
  ["武南路3月开工，本年累计1亿", "-"],
  ["武南路9月6日进场，累计1亿", "-"],
])("%s: %s", (text, period) => {
  expect(sums(text)).toEqual([["ytd", period]]);
});

it.each(["8月份数据：武南路累计1亿，新金环累计2亿", "截至8月底：武南路本年累计1亿；新金环本年累计2亿"])(
  "the month in front is that of both: %s",
  (text) => {
    expect(sums(text)).toEqual([
      ["ytd", "2022-08"],
      ["ytd", "2022-08"],
    ]);
  },
);

it("the month of one sum is not that of the year's", () => {
  expect(sums("武南路8月完成3200万，本年累计1亿")).toEqual([
    ["month", "2022-08"],
    ["ytd", "-"],
  ]);
  expect(sums("8月武南路完成3200万，本年累计1亿")).toEqual([
    ["month", "2022-08"],
    ["ytd", "-"],
  ]);
});
