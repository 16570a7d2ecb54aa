import { describe, expect, it } from "vitest";
import {
  type Action,
  type ActionState,
  type ActionStep,
  afterStep,
  openedAction,
} from "../../src/domain/action.js";
import { carriedOf, carriedWords } from "../../src/domain/action-carry.js";
import { hindersStep, verdictOnStep } from "../../src/domain/action-step.js";
import { at } from "../../src/domain/day.js";

const LI = { openId: "ou_li", name: "李敏", at: at("2022-09-20", "14:30") };
const ZHANG = { openId: "ou_zhang", name: "张伟", at: at("2022-09-21", "09:10") };

const opened = (due = "2022-09-30"): Action =>
  openedAction(12, { is: "open", words: "完成管线迁改方案", unit: "区建设管理委", due, meetingId: 3 }, LI);

describe("what becomes of an action", () => {
  it("待知悉 → 已知悉 → 申请办结 → 退回 → 办结, and who took each step", () => {
    const known = afterStep(opened(), { is: "acknowledge", words: "已知悉" }, ZHANG);
    expect(known).toMatchObject({ state: "acknowledged", acknowledged: ZHANG });
    const asked = afterStep(known, { is: "finish", words: "完成了", evidence: "om_1" }, ZHANG);
    expect(asked).toMatchObject({ state: "finish-asked", asked: { name: "张伟", evidence: "om_1" } });
    const back = afterStep(asked, { is: "return", words: "缺专家意见" }, LI);
    expect(back).toMatchObject({ state: "returned", returned: { words: "缺专家意见" } });
    const closed = afterStep(back, { is: "close", words: "同意" }, LI);
    expect(closed).toMatchObject({ state: "closed", closed: { name: "李敏" } });
    expect(afterStep(closed, { is: "return", words: "又停了" }, LI).closed).toBeUndefined();
  });

  it("a new unit has to acknowledge it anew; an extension is kept beside the one before", () => {
    const known = afterStep(opened(), { is: "acknowledge", words: "已知悉" }, ZHANG);
    const moved = afterStep(known, { is: "assign", words: "改由区发改委", unit: "区发展改革委" }, LI);
    expect(moved).toMatchObject({ state: "open", unit: "区发展改革委" });
    expect(moved.acknowledged).toBeUndefined();
    const later = afterStep(moved, { is: "extend", words: "", due: "2022-10-15", reason: "征收" }, LI);
    const latest = afterStep(later, { is: "extend", words: "", due: "2022-10-31", reason: "疫情" }, LI);
    expect(latest.due).toBe("2022-10-31");
    expect(latest.extensions).toEqual([
      { from: "2022-09-30", to: "2022-10-15", reason: "征收" },
      { from: "2022-10-15", to: "2022-10-31", reason: "疫情" },
    ]);
  });
});

describe("which step may be taken from where", () => {
  it.each<[ActionState, ActionStep, "already" | "not-now" | null]>([
    ["open", "acknowledge", null],
    ["acknowledged", "acknowledge", "already"],
    ["open", "finish", null],
    ["open", "return", "not-now"],
    ["returned", "finish", null],
    ["finish-asked", "finish", "already"],
    ["finish-asked", "extend", "not-now"],
    ["finish-asked", "close", null],
    ["finish-asked", "return", null],
    ["closed", "close", "already"],
    ["closed", "update", "not-now"],
    ["closed", "extend", "not-now"],
    ["closed", "return", null],
  ])("%s, %s: %s", (state, step, hindered) => {
    expect(hindersStep(state, step)?.is ?? null).toBe(hindered);
  });

  const office = { isOffice: true, isOwn: false, hasAsked: false };
  const unit = { isOffice: false, isOwn: true, hasAsked: true };
  const other = { isOffice: false, isOwn: false, hasAsked: false };
  it.each<[ActionStep, typeof office, string]>([
    ["close", office, "yes"],
    ["close", { ...office, hasAsked: true }, "yes"],
    ["close", { isOffice: true, isOwn: true, hasAsked: true }, "own"],
    ["close", { isOffice: true, isOwn: true, hasAsked: false }, "yes"],
    ["close", unit, "own"],
    ["finish", unit, "yes"],
    ["extend", unit, "yes"],
    ["return", unit, "office-only"],
    ["assign", unit, "office-only"],
    ["acknowledge", office, "not-yours"],
    ["acknowledge", unit, "yes"],
    ["finish", other, "not-yours"],
    ["close", other, "not-yours"],
  ])("%s by %j: %s", (step, who, verdict) => {
    expect(verdictOnStep(step, who)).toBe(verdict);
  });
});

// 8 decided, on 13 October: 5 closed, two due later, one due on 30 September; one of the later ones asks to be closed.
it("上次议定8项：办结5，未到期2，逾期1", () => {
  const closed = Array.from({ length: 5 }, () => afterStep(opened(), { is: "close", words: "" }, LI));
  const now = at("2022-10-13", "08:40");
  const all = [...closed, opened("2022-10-18"), opened("2022-10-13"), opened("2022-09-30")];
  expect(carriedWords(carriedOf(all, now))).toBe("上次议定8项：办结5，未到期2，逾期1");
  const asking = [...all.slice(1), afterStep(opened("2022-10-18"), { is: "finish", words: "完成了" }, ZHANG)];
  expect(carriedWords(carriedOf(asking, now), "议定")).toBe(
    "议定8项：办结4，未到期3，逾期1（其中1项已申请办结，等推进办同意）",
  );
});
