import { describe, expect, it } from "vitest";
import { withReasons } from "../../src/bot/report/move-reason.js";
import type { Item, MilestoneItem } from "../../src/language/items.js";

const moved = (text: string, more: Partial<MilestoneItem> = {}): MilestoneItem => ({
  intent: "milestone",
  project: "武宁路快速化",
  milestone: "开工",
  status: "planned",
  date: "2022-10-31",
  precision: "day",
  text,
  ...more,
});
const said = (text: string, project = "武宁路快速化"): Item => ({
  intent: "report",
  project,
  measure: "note",
  note: text,
  text,
});
const reasons = (...items: Item[]) => withReasons(items).map((item) => "reason" in item && item.reason);

describe("why a planned day moves", () => {
  it.each([
    ["武宁路因图纸没批开工推迟到10月31日", "图纸没批"],
    ["武宁路开工因图纸没批推迟到10月31日", "图纸没批"],
    ["武宁路开工由于管线未搬迁延期到10月31日", "管线未搬迁"],
    ["武宁路开工受疫情影响推迟到10月31日", "疫情"],
    ["武宁路开工推迟到10月31日因为征收没完", "征收没完"],
    ["武宁路开工推迟到10月31日", false],
    ["武宁路开工申请已受理，推迟到10月31日", false],
    ["因此武宁路开工推迟到10月31日", false],
  ])("%s", (text, reason) => {
    expect(reasons(moved(text))).toEqual([reason]);
  });

  it("stands in the clause behind, of the same project", () => {
    const day = moved("武宁路开工推迟到10月31日");
    expect(reasons(day, said("因为征收没完"))).toEqual(["征收没完"]);
    expect(reasons(day, said("原因是图纸没批"))).toEqual(["图纸没批"]);
    expect(reasons(day, said("因为征收没完", "603地块"))).toEqual([false, false]);
    expect(reasons(day, said("征收完成"))).toEqual([false, false]);
  });

  it("is no note beside it, unless that tells what was done, too", () => {
    const day = moved("武宁路开工推迟到10月31日");
    const both = said("原因是图纸没批，现场已清表");
    expect(withReasons([day, both])).toEqual([{ ...day, reason: "图纸没批，现场已清表" }, both]);
    const hinders: Item = {
      intent: "problem",
      action: "open",
      project: "武宁路快速化",
      text: "因为征收没完",
    };
    expect(withReasons([day, hinders])).toEqual([{ ...day, reason: "征收没完" }, hinders]);
  });

  it("is of a plan only", () => {
    expect(reasons(moved("因抢工期提前开工", { status: "done" }))).toEqual([false]);
  });
});
