import { describe, expect, it } from "vitest";
import { lagDigest } from "../../jobs/lag-digest.js";
import type { Weekly } from "../../src/bot/post.js";
import { jitter } from "../../src/bot/posting-time.js";
import { dueNow, reachBack } from "../../src/bot/schedule/catch-up.js";

const DAY = 24 * 3_600_000;

const instant = (text: string) => Date.parse(`${text}+08:00`);

/** What a tick finds due, as far back as a digest makes sense: `09-23T09:10 weekly 2022-W38`. */
function due(now: string, weekly: Weekly | null, since = "2022-01-01T00:00:00", chatId = "oc_a"): string[] {
  const from = Math.max(instant(now) - reachBack(lagDigest.catchUp), instant(since));
  const slots = lagDigest.slots(from, instant(now), { chatId, weekly, meetings: [] });
  return dueNow(lagDigest.catchUp, slots).map(({ at, subject, period }) => {
    const local = new Date(at + 8 * 3_600_000).toISOString();
    return `${local.slice(5, 16)} ${subject} ${period}`;
  });
}

const FRIDAY: Weekly = { weekday: 5, time: "09:10" };
const MONDAY: Weekly = { weekday: 1, time: "09:10" };

describe("a weekly slot is due", () => {
  // Friday 23 September 2022 is in W38, the Monday after it in W39.
  it.each<[what: string, now: string, weekly: Weekly, slots: string[]]>([
    ["at its minute", "2022-09-23T09:10:00", FRIDAY, ["09-23T09:10 weekly 2022-W38"]],
    ["not a second before", "2022-09-23T09:09:59", FRIDAY, []],
    ["after a downtime, within its week", "2022-09-25T12:00:00", FRIDAY, ["09-23T09:10 weekly 2022-W38"]],
    ["after a downtime over the weekend", "2022-09-26T08:35:00", FRIDAY, ["09-23T09:10 weekly 2022-W38"]],
    [
      "when moved to an earlier day of the week",
      "2022-09-28T10:00:00",
      MONDAY,
      ["09-26T09:10 weekly 2022-W39"],
    ],
    ["not four days later", "2022-09-30T09:10:00", MONDAY, []],
    ["not on a rest day", "2022-10-03T09:10:00", MONDAY, []],
  ])("%s", (_what, now, weekly, slots) => {
    expect(due(now, weekly)).toEqual(slots);
  });

  it("not in the week before the one in which it was moved there", () => {
    for (const now of ["2022-09-26T08:35:00", "2022-09-27T09:00:00"])
      expect(due(now, FRIDAY, "2022-09-26T00:00:00")).toEqual([]);
  });

  it("not before the group subscribed", () => {
    expect(due("2022-09-28T10:00:00", MONDAY, "2022-09-27T00:00:00")).toEqual([]);
  });
});

describe("a month's slot", () => {
  // September 2022 closes on Saturday 8 October, which is worked; the workday after is Sunday the 9th.
  it("is due on the workday after the close, and made up in the week after too", () => {
    const slot = "10-09T09:10 monthly 2022-09";
    expect(due("2022-10-09T09:10:00", FRIDAY)).toEqual([slot]);
    expect(due("2022-10-11T10:00:00", FRIDAY)).toEqual([slot]);
  });

  it("stands for the week's before it", () => {
    expect(due("2022-12-07T10:00:00", MONDAY)).toEqual(["12-06T09:10 monthly 2022-11"]);
  });
});

describe("the time that all groups share", () => {
  const groups = Array.from({ length: 200 }, (_, index) => `oc_${index}`);
  const at = (chatId: string) =>
    lagDigest.slots(instant("2022-09-26T00:00:00"), instant("2022-09-26T23:59:00"), {
      chatId,
      weekly: null,
      meetings: [],
    })[0]?.at ?? 0;

  it("is spread over some minutes before it, in working hours", () => {
    const instants = groups.map(at);
    expect(Math.max(...instants)).toBeLessThanOrEqual(instant("2022-09-26T09:10:00"));
    expect(Math.min(...instants)).toBeGreaterThan(instant("2022-09-26T09:06:00"));
    const inMinute = new Map<number, number>();
    for (const one of instants)
      inMinute.set(Math.floor(one / 60_000), (inMinute.get(Math.floor(one / 60_000)) ?? 0) + 1);
    for (const count of inMinute.values()) expect(count).toBeLessThan(80);
  });

  it("is the same in every process", () => {
    expect(jitter("滞后摘要 oc_a weekly 2022-W39")).toBe(179_121);
  });

  it("one set by hand is kept to the minute in every group", () => {
    const by = { weekly: MONDAY, meetings: [] };
    const [from, to] = [instant("2022-09-26T09:10:00") - DAY, instant("2022-09-26T09:10:00")];
    for (const chatId of groups)
      expect(lagDigest.slots(from, to, { ...by, chatId })[0]?.at).toBe(instant("2022-09-26T09:10:00"));
  });
});
