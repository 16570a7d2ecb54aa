import { describe, expect, it } from "vitest";
import { nudges, posts } from "../../jobs/index.js";
import type { Occasions, Post } from "../../src/bot/post.js";
import { EARLIEST, LATEST, postsFrom } from "../../src/bot/posting-time.js";
import { dueNow, reachBack } from "../../src/bot/schedule/catch-up.js";
import { nextRounds } from "../../src/bot/schedule/next-runs.js";
import { at, dayOf, timeOf } from "../../src/domain/day.js";
import { addWorkdays, isWorkday } from "../../src/domain/workdays.js";
import type { Meeting } from "../../src/store/meetings.js";

const DAY = 24 * 3_600_000;
const CHATS = Array.from({ length: 20 }, (_, index) => `oc_${index}`);

/** One a month, at two in the afternoon; that of October on a Saturday at rest. */
const MEETINGS = [
  ["2022-01-20", "2022-02-24", "2022-03-24", "2022-04-21", "2022-05-26", "2022-06-23"],
  ["2022-07-21", "2022-08-25", "2022-09-29", "2022-10-29", "2022-11-24", "2022-12-29"],
]
  .flat()
  .map((day, index): Meeting => {
    const startsAt = at(day, "14:00");
    return {
      id: index + 1,
      chatId: "",
      kind: "推进会",
      startsAt,
      bookedAt: startsAt - 20 * DAY,
    } as Meeting;
  });

/** One a month: signed in posting hours, or in the night before a morning. */
const BULLETINS = Array.from({ length: 36 }, (_, index) => {
  const day = addWorkdays(
    `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-12`,
    1,
  );
  const signedAt = index % 2 === 0 ? at(day, "10:07") : at(day, "22:15");
  return { id: index + 1, month: day.slice(0, 7), signedAt, goesOutAt: postsFrom(signedAt) };
});

const occasions = (chatId: string): Occasions => ({
  chatId,
  weekly: null,
  meetings: MEETINGS,
  bulletins: BULLETINS,
});

const find = (name: string): Post => {
  const post = posts.find((one) => one.name === name);
  if (!post) throw new Error(name);
  return post;
};

/** `01-28 monthly 2021-12`: the slots of a year. */
const days = (post: Post, year: number): string[] =>
  post
    .slots(at(`${year}-01-01`), at(`${year + 1}-01-01`) - 1, occasions("oc_0"))
    .map((slot) => `${dayOf(slot.at).slice(5)} ${slot.period}`);

describe.each(posts.map((post) => [post.name, post] as const))("%s over a year", (_name, post) => {
  const slots = CHATS.flatMap((chatId) =>
    [2021, 2022, 2023].flatMap((year) =>
      post.slots(at(`${year}-01-01`), at(`${year + 1}-01-01`) - 1, occasions(chatId)),
    ),
  );

  it("comes at all, on workdays, in office hours, not on the hour and not on the half hour", () => {
    expect(slots.length).toBeGreaterThanOrEqual(CHATS.length);
    for (const slot of slots) {
      expect(isWorkday(dayOf(slot.at))).toBe(true);
      expect(timeOf(slot.at) >= EARLIEST && timeOf(slot.at) <= LATEST).toBe(true);
      expect(timeOf(slot.at)).not.toMatch(/:[03]0$/);
    }
  });

  it("names each run once, and the same ones however the time is cut up", () => {
    const [from, to] = [at("2022-01-01"), at("2023-02-01")];
    const whole = post.slots(from, to, occasions("oc_0"));
    const keys = whole.map(({ subject, period }) => `${subject} ${period}`);
    expect(new Set(keys).size).toBe(keys.length);
    const pieces = Array.from({ length: Math.ceil((to - from) / DAY) }, (_, index) =>
      post.slots(from + index * DAY, Math.min(from + (index + 1) * DAY, to), occasions("oc_0")),
    );
    const sorted = (list: typeof whole) =>
      [...list].sort((a, b) => a.at - b.at || (a.subject < b.subject ? -1 : 1));
    expect(sorted(pieces.flat())).toEqual(sorted(whole));
  });

  it("a time set by hand is kept to the minute", () => {
    if (!post.daily && !post.weekly) return;
    const own = { ...occasions("oc_0"), time: "10:30", weekly: { weekday: 2, time: "10:30" } };
    const moved = post.slots(at("2022-01-01"), at("2023-01-01"), own);
    for (const slot of moved)
      expect(new Date(slot.at + 8 * 3_600_000).toISOString()).toContain("T10:30:00.000");
  });

  it("makes up one slot of a subject at most after a week's downtime, none older than its policy allows", () => {
    for (let day = at("2022-01-03", "10:00"); day < at("2023-01-03"); day += 7 * DAY) {
      const from = day - reachBack(post.catchUp);
      const made = dueNow(post.catchUp, post.slots(from, day, occasions("oc_0")));
      expect(new Set(made.map(({ subject }) => subject)).size).toBe(made.length);
      for (const slot of made) expect(day - slot.at).toBeLessThan(reachBack(post.catchUp));
    }
  });
});

describe("the days of 2022", () => {
  // The months close on the 5th: 5 January, 7 February (5th and 6th a weekend), 7 March, 6 April (Qingming),
  // 5 May is worked, 6 June, 5 July, 5 August, 5 September, 8 October (a Saturday worked for the holidays),
  // 7 November, 5 December.
  it("报送进度 comes on the day of the close, 8 October worked on a Saturday among them", () => {
    expect(days(find("报送进度"), 2022)).toEqual([
      "01-05 2021-12",
      "02-07 2022-01",
      "03-07 2022-02",
      "04-06 2022-03",
      "05-05 2022-04",
      "06-06 2022-05",
      "07-05 2022-06",
      "08-05 2022-07",
      "09-05 2022-08",
      "10-08 2022-09",
      "11-07 2022-10",
      "12-05 2022-11",
    ]);
  });

  // Sunday 9 October is worked: the first workday after the close of the 8th; the 11th is the third.
  it("漏报清单 counts the Sundays that are worked", () => {
    expect(days(find("漏报清单"), 2022)).toContain("10-11 2022-09");
    expect(days(find("滞后摘要"), 2022)).toContain("10-09 2022-09");
  });

  it("年末结转提醒 rolls over into January, put off over the new year's holidays", () => {
    expect(days(find("年末结转提醒"), 2022)).toEqual(["01-05 2021", "12-01 2022", "12-15 2022"]);
    // 31 December 2022 is a Saturday, and the 1st and 2nd of January rest.
    expect(days(find("年末结转提醒"), 2023).slice(0, 2)).toEqual(["01-03 2022", "01-05 2022"]);
  });

  // Signed on Monday 14 November at 10:07 it goes out at once; on Tuesday 13 December, at 22:15, on Wednesday.
  it("月度通报 comes as it was signed, what was signed in the night on the next workday", () => {
    expect(days(find("月度通报"), 2022).slice(-2)).toEqual(["11-14 2022-11", "12-14 2022-12"]);
  });

  // On Monday 3 January the holidays of the new year end; 31 January to 6 February is the spring festival.
  it("滞后摘要 skips the weeks' rest days, and Saturdays that are worked are no Mondays", () => {
    const weeks = days(find("滞后摘要"), 2022).filter((day) => day.includes("W"));
    expect(weeks.slice(0, 4)).toEqual([
      "01-10 2022-W02",
      "01-17 2022-W03",
      "01-24 2022-W04",
      // On Tuesday 8 February the month's digest is due, which says it all.
      "02-14 2022-W07",
    ]);
    expect(weeks).not.toContain("10-03 2022-W40");
  });

  it("领导简报 comes on the first workday of a week, not twice within two workdays, 催报提醒 on three days about a close", () => {
    const roundsOf = (name: string, from: string, count: number) => {
      const nudge = nudges.find((one) => one.name === name);
      return nudge ? nextRounds(nudge, from, count) : [];
    };
    expect(roundsOf("领导简报", "2022-09-26", 3)).toEqual(["2022-09-26", "2022-10-08", "2022-10-17"]);
    expect(roundsOf("领导简报", "2022-12-26", 2)).toEqual(["2022-12-26", "2023-01-03"]);
    // Closes on 5 January: three workdays before it is 30 December, one before it the 4th, one after the 6th.
    expect(roundsOf("催报提醒", "2022-12-20", 3)).toEqual(["2022-12-30", "2023-01-04", "2023-01-06"]);
  });
});

describe("after a week's downtime", () => {
  const made = (name: string, now: string) => {
    const post = find(name);
    const from = at(now.slice(0, 10), now.slice(11)) - reachBack(post.catchUp);
    return dueNow(post.catchUp, post.slots(from, at(now.slice(0, 10), now.slice(11)), occasions("oc_0"))).map(
      ({ period }) => period,
    );
  };

  it.each<[what: string, name: string, now: string, periods: string[]]>([
    ["a digest of Monday is made up on Thursday", "滞后摘要", "2022-09-22 10:00", ["2022-W38"]],
    ["but not on Monday's next: that one is due itself", "滞后摘要", "2022-09-26 10:00", ["2022-W39"]],
    ["the month's stands for the week's before it", "滞后摘要", "2022-12-07 10:00", ["2022-11"]],
    ["the afternoon's list of units is past the next morning", "报送进度", "2022-09-06 08:40", []],
    ["a restart of half an hour is no downtime", "报送进度", "2022-09-05 17:25", ["2022-08"]],
    ["of three reminders of a meeting the latest", "推进会提醒", "2022-09-29 09:30", ["T-0"]],
    ["what is missing three workdays after the close", "漏报清单", "2022-09-10 10:00", ["2022-08"]],
    ["not a week after that", "漏报清单", "2022-09-15 10:00", []],
    ["调休日历 until well before the year", "调休日历提醒", "2022-12-20 10:00", ["2023"]],
  ])("%s", (_what, name, now, periods) => {
    expect(made(name, now)).toEqual(periods);
  });
});
