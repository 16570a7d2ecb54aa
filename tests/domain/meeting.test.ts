import { describe, expect, it } from "vitest";
import { at } from "../../src/domain/day.js";
import { heldBy, heldWords, meetingDeciding } from "../../src/domain/meeting.js";
import { hasMore, LONGEST_SECTION, linesOf, sectionOf } from "../../src/domain/meeting-agenda.js";
import { followUpOf, remindersOf, reportDay } from "../../src/domain/meeting-reminders.js";

const meeting = (day: string, time = "14:00") => ({ startsAt: at(day, time) });

describe("the meeting whose decisions are written down", () => {
  const september = meeting("2022-09-20");
  it.each([
    ["going on", [september], "2022-09-20", "15:00", september],
    ["begun a little early", [september], "2022-09-20", "13:20", september],
    ["held a week ago", [september], "2022-09-27", "09:00", september],
    ["held three weeks ago", [september], "2022-10-11", "09:00", null],
    ["still ahead", [september], "2022-09-20", "10:00", null],
  ])("%s", (_what, meetings, day, time, wanted) => {
    expect(meetingDeciding(meetings, at(day, time))).toBe(wanted);
  });

  it("of two on a day the one that has begun, until the next one begins", () => {
    const later = meeting("2022-09-20", "16:00");
    expect(meetingDeciding([september, later], at("2022-09-20", "15:30"))).toBe(september);
    expect(meetingDeciding([september, later], at("2022-09-20", "16:00"))).toBe(later);
  });

  it("one that begins within the hour goes before one of last week", () => {
    const next = meeting("2022-09-27");
    expect(meetingDeciding([september, next], at("2022-09-27", "13:30"))).toBe(next);
  });
});

it("held are those begun; one that stands in two chats is one", () => {
  const times = [at("2022-01-20", "14:00"), at("2022-02-24", "14:00"), at("2022-02-24", "14:00")];
  expect(heldBy(times, at("2022-02-24", "14:00"))).toBe(2);
  expect(heldBy(times, at("2022-02-24", "13:59"))).toBe(1);
  expect(heldWords(7, 2022, true)).toBe("今年应开12次，已开7次");
  expect(heldWords(9, 2021, false)).toBe("2021年应开12次，开了9次");
});

// Friday 30 September 2022: 1 to 7 October rest, Saturday the 8th is worked.
describe("T+1 and the reminders of a 专题", () => {
  it("is the workday after", () => {
    const booked = { id: 1, bookedAt: at("2022-09-20"), startsAt: at("2022-09-30", "14:00") };
    expect(followUpOf(booked)).toEqual([{ at: at("2022-10-08", "09:05"), subject: "1", period: "T+1" }]);
    expect(followUpOf({ ...booked, bookedAt: at("2022-10-20") })).toEqual([]);
  });

  it("a 专题 is reminded of the day before and on the day", () => {
    const topic = {
      id: 2,
      kind: "专题" as const,
      bookedAt: at("2022-08-01"),
      startsAt: at("2022-09-23", "14:00"),
    };
    expect(remindersOf(topic).map(({ period }) => period)).toEqual(["T-1", "T-0"]);
    const periods = remindersOf({ ...topic, kind: "推进会" }).map(({ period }) => period);
    expect(periods).toEqual(["T-7", "T-3", "T-1", "T-0"]);
  });
});

describe("a section of an agenda", () => {
  const lines = (count: number, length = 40) =>
    Array.from({ length: count }, (_, index) => `${index + 1}${"长".repeat(length)}`);

  it("has eight lines on a card; the others stand behind them, none cut", () => {
    const section = sectionOf("节点", lines(30), { head: "共30" });
    expect(section.body.length).toBeLessThanOrEqual(LONGEST_SECTION);
    expect(section.body.split("\n")).toEqual(["共30", ...lines(30).slice(0, 8)]);
    expect(section.rest).toEqual(lines(30).slice(8));
    expect(linesOf(section, false).at(-1)).toBe("另有22项");
    expect(linesOf(section, true)).toEqual(["共30", ...lines(30)]);
    expect(hasMore([section])).toBe(true);
  });

  it("has fewer where they are long, and at most forty behind them", () => {
    const long = sectionOf("红灯项目", lines(6, 150));
    expect(long.body.split("\n")).toHaveLength(3);
    expect(long.rest).toHaveLength(3);
    expect(sectionOf("节点", lines(60)).rest?.at(-1)).toBe("还有12项没有列出");
  });

  it("says where there is nothing", () => {
    expect(sectionOf("节点", [])).toEqual({ title: "节点", body: "没有" });
    expect(sectionOf("节点", [], { none: "没有节点" }).body).toBe("没有节点");
    expect(hasMore([sectionOf("节点", lines(8))])).toBe(false);
  });
});

// September 2022 closes on Saturday 8 October, after the holidays of the 1st to the 7th; October on Monday 7 November.
describe("the day by which a meeting asks for reports", () => {
  it.each([
    ["when the running month closes", "2022-10-13", "2022-08", "2022-10-08"],
    ["the workday before, where it closes later", "2022-09-27", "2022-08", "2022-09-26"],
    ["over a weekend", "2022-09-26", "2022-08", "2022-09-23"],
    ["or on the day of the meeting", "2022-10-08", "2022-08", "2022-09-30"],
    ["once a month has closed the next one counts", "2022-10-27", "2022-09", "2022-10-26"],
  ])("%s", (_what, day, closed, wanted) => {
    expect(reportDay(at(day, "14:00"), closed)).toBe(wanted);
  });
});
