import { describe, expect, it } from "vitest";
import {
  type Action,
  type ActionChange,
  type ActionState,
  type ActionStep,
  actionOf,
} from "../../src/domain/action.js";
import { carriedOf, carriedWords } from "../../src/domain/action-carry.js";
import { hindersStep, verdictOnStep } from "../../src/domain/action-step.js";
import { at } from "../../src/domain/day.js";

const LI = { openId: "ou_li", name: "李敏", at: at("2022-09-20", "14:30") };
const ZHANG = { openId: "ou_zhang", name: "张伟", at: at("2022-09-21", "09:10") };

const OPENED = { is: "open", words: "完成管线迁改方案", unit: "区建设管理委", meetingId: 3 } as const;
type Said = [ActionChange, typeof LI, "undone"?];

/** What stands of 议12 after its opening, due on 30 September, and these steps. */
const standing = (steps: readonly Said[], { due = "2022-09-30", isUndone = false } = {}): Action | null =>
  actionOf(
    12,
    [[{ ...OPENED, due }, LI, ...(isUndone ? ["undone" as const] : [])] as Said, ...steps].map(
      ([change, by, undone], id) => ({
        id,
        change,
        saidAt: by.at,
        saidBy: by.openId,
        saidByName: by.name,
        writeId: `w${id}`,
        ...(undone ? { undone: true } : {}),
      }),
    ),
  );
const due = (day: string, ...steps: Said[]): Action => {
  const action = standing(steps, { due: day });
  if (!action) throw new Error("not opened");
  return action;
};

const KNOWN: Said = [{ is: "acknowledge", words: "已知悉" }, ZHANG];
const ASKED: Said = [{ is: "finish", words: "完成了", evidence: "om_1" }, ZHANG];
const SENT_BACK: Said = [{ is: "return", words: "缺专家意见" }, LI];
const CLOSED: Said = [{ is: "close", words: "同意" }, LI];
const MOVED: Said = [{ is: "assign", words: "改由区发改委", unit: "区发展改革委" }, LI];
const LATER: Said = [{ is: "extend", words: "", due: "2022-10-15", reason: "征收" }, LI];
const LATEST: Said = [{ is: "extend", words: "", due: "2022-10-31", reason: "疫情" }, LI];
const undone = ([change, by]: Said): Said => [change, by, "undone"];

describe("what becomes of an action", () => {
  it("待知悉 → 已知悉 → 申请办结 → 退回 → 办结, and who took each step", () => {
    expect(standing([])).toMatchObject({ number: 12, state: "open", opened: LI, meetingId: 3 });
    expect(standing([KNOWN])).toMatchObject({ state: "acknowledged", acknowledged: ZHANG });
    const asked = standing([KNOWN, ASKED]);
    expect(asked).toMatchObject({ state: "finish-asked", asked: { name: "张伟", evidence: "om_1" } });
    const back = standing([KNOWN, ASKED, SENT_BACK]);
    expect(back).toMatchObject({ state: "returned", returned: { words: "缺专家意见" } });
    const closed = standing([KNOWN, ASKED, SENT_BACK, CLOSED]);
    expect(closed).toMatchObject({ state: "closed", closed: { name: "李敏" } });
    const again = standing([KNOWN, CLOSED, [{ is: "return", words: "又停了" }, LI]]);
    expect(again).toMatchObject({ state: "returned" });
    expect(again?.closed).toBeUndefined();
  });

  it("a new unit has to acknowledge it anew; an extension is kept beside the one before", () => {
    const moved = standing([KNOWN, MOVED]);
    expect(moved).toMatchObject({ state: "open", unit: "区发展改革委" });
    expect(moved?.acknowledged).toBeUndefined();
    expect(standing([MOVED, LATER, LATEST])).toMatchObject({
      due: "2022-10-31",
      extensions: [
        { from: "2022-09-30", to: "2022-10-15", reason: "征收" },
        { from: "2022-10-15", to: "2022-10-31", reason: "疫情" },
      ],
    });
  });

  it.each<[string, Said[], Said[]]>([
    ["已知悉", [undone(KNOWN)], []],
    ["进展", [KNOWN, undone([{ is: "update", words: "已报审" }, ZHANG])], [KNOWN]],
    ["申请办结", [KNOWN, undone(ASKED)], [KNOWN]],
    ["退回", [KNOWN, ASKED, undone(SENT_BACK)], [KNOWN, ASKED]],
    ["办结", [KNOWN, ASKED, undone(CLOSED)], [KNOWN, ASKED]],
    ["延期", [LATER, undone(LATEST)], [LATER]],
    ["改责任单位", [KNOWN, undone(MOVED)], [KNOWN]],
  ])("%s taken back is as if it had never been", (_step, taken, left) => {
    expect(standing(taken)).toEqual(standing(left));
  });

  it("with its opening taken back there is none", () => {
    expect(standing([], { isUndone: true })).toBeNull();
    expect(actionOf(12, [])).toBeNull();
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
  const closed = Array.from({ length: 5 }, () => due("2022-09-30", CLOSED));
  const now = at("2022-10-13", "08:40");
  const all = [...closed, due("2022-10-18"), due("2022-10-13"), due("2022-09-30")];
  expect(carriedWords(carriedOf(all, now))).toBe("上次议定8项：办结5，未到期2，逾期1");
  const asking = [...all.slice(1), due("2022-10-18", ASKED)];
  expect(carriedWords(carriedOf(asking, now), "议定")).toBe(
    "议定8项：办结4，未到期3，逾期1（其中1项已申请办结，等推进办同意）",
  );
});
