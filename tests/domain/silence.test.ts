import { describe, expect, it } from "vitest";
import type { Entry, Measured } from "../../src/domain/ledger-entry.js";
import { newSilence, silenceOf, type Told, toldAfter } from "../../src/domain/silence.js";
import { areAlike, similarity } from "../../src/domain/silence-words.js";

let id = 0;
const entry = (dataMonth: string, measured: Measured): Entry => ({
  id: ++id,
  saidAt: id,
  dataMonth,
  ...measured,
});
const note = (text: string): Measured => ({ measure: "note", note: text });
const percent = (value: number): Measured => ({ measure: "percent", value });
const unchanged: Measured = { measure: "unchanged" };
const money: Measured = { measure: "investment", scope: "month", yuan: 1 };

const told = (...said: [string, Measured][]): Told | undefined =>
  said.reduce<Told | undefined>(
    (known, [month, measured]) => toldAfter(known, entry(month, measured)),
    undefined,
  );
const monthsOf = (...said: [string, Measured][]) => silenceOf(told(...said))?.months ?? 0;

describe("whether words are the same", () => {
  it.each([
    ["管线搬迁推进中", "管线搬迁推进中", true],
    ["8月5日，管线搬迁推进中。", "9月6日：管线搬迁推进中", true],
    ["形象进度65%，管线搬迁推进中", "形象进度68%，管线搬迁推进中", false],
    ["主体施工至13层", "主体施工至14层", false],
    ["14号线出入口施工，八月", "14号线出入口施工，九月中旬", true],
    ["管线搬迁推进中", "管线搬迁已完成", false],
    ["征收还剩2户", "征收还剩1户", false],
    ["路基完成六成", "路基完成七成", false],
    ["主体结构施工", "幕墙安装施工", false],
  ])("%s / %s: %s", (a, b, same) => {
    expect(areAlike(a, b)).toBe(same);
  });

  it("nine of ten pairs shared", () => {
    // 一二三四五六七八九十 has nine pairs; with its last character changed eight of them are shared: 16/18
    expect(similarity("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬子")).toBeCloseTo(16 / 18);
    expect(similarity("甲", "甲")).toBe(1);
    expect(similarity("甲", "乙")).toBe(0);
  });
});

describe("months running", () => {
  it("the same words three times", () => {
    expect(monthsOf(["2022-06", note("办证中")], ["2022-07", note("办证中")])).toBe(0);
    expect(
      monthsOf(["2022-06", note("办证中")], ["2022-07", note("办证中")], ["2022-08", note("办证中")]),
    ).toBe(3);
    expect(
      silenceOf(
        told(["2022-11", note("办证中")], ["2022-12", note("办证中")], ["2023-01", note("办证中！")]),
      ),
    ).toEqual({ months: 3, from: "2022-11", to: "2023-01", words: "办证中！" });
  });

  it("a month left out begins anew", () => {
    expect(
      monthsOf(["2022-05", note("办证中")], ["2022-07", note("办证中")], ["2022-08", note("办证中")]),
    ).toBe(0);
  });

  it("无变化 goes on with the words before it, and is silence by itself", () => {
    expect(monthsOf(["2022-06", note("办证中")], ["2022-07", unchanged], ["2022-08", note("办证中")])).toBe(
      3,
    );
    expect(
      silenceOf(told(["2022-06", unchanged], ["2022-07", unchanged], ["2022-08", unchanged]))?.words,
    ).toBeNull();
    expect(monthsOf(["2022-06", unchanged], ["2022-07", unchanged], ["2022-08", note("取得工规证")])).toBe(0);
  });

  it("the same percentage without words is silence, another one is not; money without words neither", () => {
    expect(monthsOf(["2022-06", percent(65)], ["2022-07", percent(65)], ["2022-08", percent(65)])).toBe(3);
    expect(monthsOf(["2022-06", percent(65)], ["2022-07", percent(65)], ["2022-08", percent(66)])).toBe(0);
    expect(monthsOf(["2022-06", unchanged], ["2022-07", money], ["2022-08", unchanged])).toBe(0);
  });

  it("is told once a month", () => {
    const two = told(["2022-06", unchanged], ["2022-07", unchanged]);
    const three = toldAfter(two, entry("2022-08", unchanged));
    const again = toldAfter(three, entry("2022-08", percent(65)));
    expect(newSilence(two, three)?.months).toBe(3);
    expect(newSilence(three, three)).toBeNull();
    expect(newSilence(three, again)).toBeNull();
  });
});
