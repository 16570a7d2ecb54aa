import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { adoptCalendar, calendarUntil, isWorkday } from "../src/domain/workdays.js";
import { readWorkdays } from "../src/workdays-file.js";

const folder = mkdtempSync(join(tmpdir(), "kaopu-workdays-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => adoptCalendar({ years: [], days: {} }));

function given(text: string) {
  const path = join(folder, "workdays.json");
  writeFileSync(path, text);
  return readWorkdays(path);
}

describe("the office's calendar", () => {
  it("adds a year that the package does not hold, and every reckoning goes by it", () => {
    expect(calendarUntil()).toBe(2026);
    expect(isWorkday("2027-02-08")).toBe(true);
    const read = given(
      '{"2027":{"休":["2027-01-01","2027-02-08","2027-05-01","2027-10-01"],"班":["2027-02-06"]}}',
    );
    if ("faults" in read) throw new Error(read.faults.join());
    adoptCalendar(read.calendar);
    expect(calendarUntil()).toBe(2027);
    expect(isWorkday("2027-02-08")).toBe(false);
    // A Saturday worked in lieu.
    expect(isWorkday("2027-02-06")).toBe(true);
  });

  it("with single days of a year does not make the year known", () => {
    const read = given('{"2027":{"班":["2027-02-06"]}}');
    if ("faults" in read) throw new Error(read.faults.join());
    adoptCalendar(read.calendar);
    expect(calendarUntil()).toBe(2026);
    expect(isWorkday("2027-02-06")).toBe(true);
    expect(isWorkday("2027-01-01")).toBe(false);
  });

  it("stands above the state calendar for single days", () => {
    const read = given('{"2022":{"休":["2022-09-20"]}}');
    if ("faults" in read) throw new Error(read.faults.join());
    adoptCalendar(read.calendar);
    expect(isWorkday("2022-09-20")).toBe(false);
    expect(isWorkday("2022-10-08")).toBe(true);
  });

  it.each([
    ["not JSON", "休 2027-01-01", "要是这样的 JSON"],
    ["another shape", '{"2027":["2027-01-01"]}', "要是这样的 JSON"],
    ["no such day", '{"2027":{"休":["2027-02-30"]}}', "2027 年有一个日期不对：2027-02-30"],
    ["another year's day", '{"2027":{"休":["2028-01-01"]}}', "2027 年有一个日期不对：2028-01-01"],
    ["both", '{"2027":{"休":["2027-01-01"],"班":["2027-01-01"]}}', "2027-01-01 又休又班"],
  ])("%s is said", (_what, text, sentence) => {
    const read = given(text);
    expect("faults" in read ? read.faults.join() : "").toContain(sentence);
  });

  it("a file that is not there is said", () => {
    const read = readWorkdays(join(folder, "none.json"));
    expect("faults" in read ? read.faults.join() : "").toContain("打不开");
  });
});
