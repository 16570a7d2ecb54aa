import { describe, expect, it } from "vitest";
import { applyEntry, ledgerOf } from "../../src/domain/ledger.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { hasReported, saysOnlyWhy } from "../../src/domain/reported.js";
import { apply, entry, percent, plan, ytd } from "./ledger-helpers.js";

const note = (words: string): Measured => ({ measure: "note", note: words });
const milestone = (status: "planned" | "done" | "waived", reason?: string): Measured => ({
  measure: "milestone",
  milestone: "结构封顶",
  status,
  date: "2022-11-30",
  ...(reason === undefined ? {} : { reason }),
});

/** Said on 20 September 2022, when September is the open month. */
describe("what counts as a month's report", () => {
  it.each<[string, Measured, boolean]>([
    ["a figure", percent(65), true],
    ["a sum", ytd(12_000), true],
    ["无变化", { measure: "unchanged" }, true],
    ["words about progress", note("顶板浇筑第三段"), true],
    ["a milestone that is done", milestone("done"), true],
    ["a problem that is over", note("管线已迁完"), true],
    ["a plan", plan(30_000), false],
    ["a promised day", milestone("planned"), false],
    ["延期 with its reason", milestone("planned", "钢结构没到货"), false],
    ["容缺", milestone("waived"), false],
    ["the reason, as entries of before have it", note("原因：钢结构没到货"), false],
    ["the same with 因为", note("因为市级资金调减"), false],
    ["what hinders", note("卡点：存在问题：管线没迁"), false],
    ["what hinders, and that the works stand still", note("卡点：因征收受阻停工"), true],
    ["a reason and progress behind it", note("由于下雨，浇筑了两段"), true],
    ["what was done in spite of it", note("因地制宜完成围挡"), true],
  ])("%s: %s", (_name, measured, counts) => {
    const said = entry(measured);
    expect(hasReported(ledgerOf([said]).figures, "2022-09")).toBe(counts);
  });

  it("is the same however the figures are made: entry by entry, all at once, or after an undo", () => {
    const entries = [
      entry(milestone("planned", "钢结构没到货")),
      entry(note("原因：钢结构没到货")),
      entry(percent(65)),
    ];
    const last = entries.at(-1);
    if (!last) throw new Error("no entry");
    const stepwise = apply(entries);
    expect(stepwise.figures).toEqual(ledgerOf(entries).figures);
    expect(stepwise.figures.reported).toEqual(["2022-09"]);
    expect(applyEntry(stepwise, { ...last, undone: true }).figures.reported).toEqual([]);
  });
});

describe("a note that tells nothing but why", () => {
  it.each([
    ["原因：征收未完成", true],
    ["主要原因是设计调整", true],
    ["受疫情影响", true],
    ["因此调整了工序", false],
    ["由于停电停工", false],
    ["现场正在清表", false],
    ["因素较多", false],
  ])("%s: %s", (words, isOnlyWhy) => {
    expect(saysOnlyWhy(words)).toBe(isOnlyWhy);
  });
});
