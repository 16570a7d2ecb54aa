import { describe, expect, it } from "vitest";
import { at } from "../../src/domain/day.js";
import { heldBy, heldWords, meetingDeciding } from "../../src/domain/meeting.js";
import { LONGEST_SECTION, sectionOf } from "../../src/domain/meeting-agenda.js";
import { followUpOf, remindersOf } from "../../src/domain/meeting-reminders.js";

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

it("a section that is too long leaves out whole lines and counts them", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `${index + 1}${"长".repeat(40)}`);
  const { body } = sectionOf("节点", lines);
  expect(body.length).toBeLessThanOrEqual(LONGEST_SECTION);
  const shown = body.split("\n");
  expect(shown.at(-1)).toBe(`另有${30 - (shown.length - 1)}项，会上再看`);
  expect(sectionOf("节点", []).body).toBe("没有");
});
