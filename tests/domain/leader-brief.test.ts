import { describe, expect, it } from "vitest";
import { briefCard } from "../../src/cards/brief-card.js";
import { at } from "../../src/domain/day.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import {
  beginsWeek,
  firstOfWeek,
  followsAnother,
  isNear,
  type LeaderBrief,
  leaderBrief,
} from "../../src/domain/leader-brief.js";
import type { Assessed } from "../../src/domain/portfolio.js";

const one = (code: string, lamp: LampColour, more: { ended?: true; reported?: string[] } = {}): Assessed =>
  ({
    project: { code, name: `${code}路`, firstMonth: "2022-01", ...(more.ended ? { ended: {} } : {}) },
    figures: { years: {}, reported: more.reported ?? [], milestones: {} },
    pace: {},
    lamp: { lamp },
    earlier: {},
  }) as unknown as Assessed;

describe("what has changed since a leader's last brief", () => {
  const now = at("2022-12-15", "09:05");
  const lamps = new Map<string, LampColour>([
    ["A", "red"],
    ["B", "red"],
    ["C", "green"],
    ["D", "red"],
    ["E", "grey"],
  ]);
  // Red then: A, B, D. Red now: A, C, F (new in the ledger). 3 + 2 − 2 = 3.
  const all = [
    one("A", "red"),
    one("B", "grey"),
    one("C", "red"),
    one("D", "green", { ended: true }),
    one("E", "grey", { reported: ["2022-11"] }),
    one("F", "red"),
  ];
  const brief = leaderBrief(all, "2022-11", now, { lamps, nameOf: (code) => `${code}路` });

  it("red now = red then + newly − no longer", () => {
    expect(brief.red).toBe(3);
    expect(brief.changes?.newly).toEqual(["C路", "F路"]);
    expect(brief.changes?.noLonger).toEqual([
      { name: "B路", lamp: "grey" },
      { name: "D路", lamp: null },
    ]);
  });

  it("who has not reported is told from whose figures do not suffice", () => {
    expect([brief.silent, brief.unclear]).toEqual([1, 1]);
  });

  it("is one line, whose names can be counted", () => {
    const [first] = briefCard(brief, "2022-11", now, { words: "上次（12月12日）", newToDecide: 0 }).blocks;
    expect(first).toMatchObject({
      md: "🔴 **红灯3个**，比上次（12月12日）新增2（C路；F路），转出2（B路→⚪；D路已不在册）；另有1个11月没报、1个数据不够，看不出",
    });
  });

  it("nothing is compared where nothing was told", () => {
    expect(leaderBrief(all, "2022-11", now, null).changes).toBeNull();
  });
});

describe("the line of what is to be foretold", () => {
  const lineOf = (yearEnd: LeaderBrief["yearEnd"]) => {
    const brief = { red: 0, changes: null, silent: 0, unclear: 0, toDecide: [], yearEnd };
    const [, , line] = briefCard(brief, "2022-09", at("2022-10-17"), null).blocks;
    return line && "md" in line ? line.md : "";
  };
  const sum = { yuan: 90_000_000, planYuan: 100_000_000, isOver: false };

  it.each([
    [null, "📈 还没有项目报9月投资，暂时预计不了全年"],
    [{ ...sum, projects: 2, without: 3 }, "📈 报了9月投资的只有2个，另有3个没有9月数，暂时预计不了全年"],
    [
      { ...sum, projects: 3, without: 1 },
      "📈 照近3月的速度，年末约完成9000万，占年度计划90%（报了9月投资的3个项目，另有1个没有9月数，没算进去）",
    ],
    [
      { ...sum, projects: 3, without: 1, isOver: true },
      "📈 全年完成9000万，占年度计划90%（报过投资的3个项目，其中1个没有9月数，用的是旧数）",
    ],
  ])("%j", (yearEnd, line) => {
    expect(lineOf(yearEnd)).toBe(line);
  });
});

// 1 to 7 October 2022 rest; Saturday 8 and Sunday 9 are worked.
describe("the week's brief", () => {
  it.each([
    ["2022-09-26", true, false],
    ["2022-09-27", false, true],
    ["2022-10-08", true, false],
    ["2022-10-10", true, true],
    ["2022-10-17", true, false],
  ])("%s begins its week: %s; follows another: %s", (day, begins, follows) => {
    expect(beginsWeek(day)).toBe(begins);
    expect(followsAnother(day)).toBe(follows);
  });

  it("is near within two workdays", () => {
    expect(firstOfWeek("2022-10-12")).toBe("2022-10-10");
    expect(isNear("2022-10-08", "2022-10-10")).toBe(true);
    expect(isNear("2022-09-30", "2022-10-10")).toBe(false);
  });
});
