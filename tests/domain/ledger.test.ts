import { describe, expect, test } from "vitest";
import { applyEntry, applyNext, isNext, ledgerOf } from "../../src/domain/ledger.js";
import { currentYtd, noFigures } from "../../src/domain/ledger-figures.js";
import { apply, entry, increment, percent, plan, wan, ytd } from "./ledger-helpers.js";

describe("what changes", () => {
  test("percent: old → new", () => {
    const ledger = apply([entry(percent(60), { said: "2022-09-05" })]);
    expect(applyEntry(ledger, entry(percent(65))).changes).toEqual([{ field: "percent", old: 60, new: 65 }]);
  });

  test("a part never touches the whole", () => {
    const ledger = apply([entry(percent(60))]);
    const applied = applyEntry(ledger, entry(percent(80, "桩基")));
    expect(applied.changes).toEqual([{ field: "percent", name: "桩基", new: 80 }]);
    expect(applied.figures.percent?.value).toBe(60);
    expect(applied.warnings).toEqual([]);
  });

  test("plan, completion, area, funds, notes and milestones", () => {
    const measured = [
      plan(32000),
      { measure: "completion", value: 31.9 },
      { measure: "area", mu: 35.5 },
      { measure: "funds", yuan: wan(75000) },
      { measure: "note", note: "主体至15层" },
      { measure: "milestone", milestone: "开工", status: "planned", date: "2022-09-30" },
    ] as const;
    expect(measured.map((each) => applyEntry(ledgerOf([]), entry(each)).changes)).toEqual([
      [{ field: "plan", year: 2022, new: wan(32000) }],
      [{ field: "completion", period: "2022-09", new: 31.9 }],
      [{ field: "area", period: "2022-09", new: 35.5 }],
      [{ field: "funds", period: "2022-09", new: wan(75000) }],
      [{ field: "note", new: "主体至15层" }],
      [{ field: "milestone-planned", name: "开工", new: "2022-09-30" }],
    ]);
  });

  test("a promise put off keeps the first one", () => {
    const promise = (date: string) =>
      entry({ measure: "milestone", milestone: "开工", status: "planned", date });
    const put = applyEntry(apply([promise("2022-06-30")]), promise("2022-09-30"));
    expect(put.changes).toEqual([
      { field: "milestone-planned", name: "开工", old: "2022-06-30", new: "2022-09-30" },
    ]);
    const done = entry({ measure: "milestone", milestone: "开工", status: "done", date: "2022-09-14" });
    expect(applyEntry(put.ledger, done).figures.milestones.开工).toMatchObject({
      firstPlanned: "2022-06-30",
      planned: "2022-09-30",
      done: "2022-09-14",
    });
  });

  test("an area for an earlier month is history", () => {
    const ledger = apply([entry({ measure: "area", mu: 90, period: "2022-08" })]);
    const late = applyEntry(ledger, entry({ measure: "area", mu: 70, period: "2022-07" }));
    expect(late.changes).toEqual([{ field: "area", period: "2022-07", new: 70, note: "history" }]);
    expect(late.figures.years[2022]?.area?.mu).toBe(90);
  });
});

describe("the message's time decides, not the arrival", () => {
  const older = entry(percent(60), { said: "2022-09-05" });
  const newer = entry(percent(65), { said: "2022-09-20" });

  test("an older report that arrives late becomes history", () => {
    const late = applyEntry(apply([newer]), older);
    expect(late.changes).toEqual([{ field: "percent", new: 60, note: "history" }]);
    expect(late.figures.percent?.value).toBe(65);
    expect(late.warnings).toEqual([]);
  });

  test("an older 累计 that arrives late is what a newer 又完成 is added to", () => {
    const more = entry(increment(2000), { said: "2022-09-20" });
    const known = entry(ytd(9000), { said: "2022-09-02" });
    const late = applyEntry(apply([more]), known);
    expect(late.changes).toEqual([
      { field: "ytd", period: "2022-08", new: wan(9000), note: "history" },
      { field: "ytd", period: "2022-09", new: wan(11000), derived: true },
    ]);
  });

  test("of the same instant the later recorded counts", () => {
    const first = entry(percent(50));
    const second = entry(percent(55));
    expect(apply([second, first]).figures.percent?.value).toBe(55);
  });

  test("the newest entry needs the figures alone, an older one is refused", () => {
    const { figures } = apply([older]);
    expect(isNext(figures, newer)).toBe(true);
    expect(applyNext(figures, newer).figures).toEqual(apply([older, newer]).figures);
    expect(() => applyNext(apply([newer]).figures, older)).toThrow(RangeError);
  });

  test("as of a moment: the ledger of the entries up to it", () => {
    const before = [older, newer].filter((each) => each.saidAt < newer.saidAt);
    expect(ledgerOf(before).figures.percent?.value).toBe(60);
  });
});

describe("corrections and undo", () => {
  test("a correction stands in the place of what it corrects", () => {
    const wrong = entry(percent(56), { said: "2022-09-02" });
    const right = entry(percent(65), { said: "2022-09-20", corrects: wrong.id });
    const applied = applyEntry(apply([wrong]), right);
    expect(applied.changes).toEqual([{ field: "percent", old: 56, new: 65 }]);
    expect(applied.figures.percent).toMatchObject({ entry: right.id, dataMonth: "2022-08" });
    expect(applied.figures.reported).toEqual(["2022-08"]);
  });

  test("a correction downwards is no fall", () => {
    const known = entry(percent(50), { said: "2022-08-20" });
    const wrong = entry(percent(65), { said: "2022-09-19" });
    const right = entry(percent(56), { corrects: wrong.id });
    expect(applyEntry(apply([known, wrong]), right).warnings).toEqual([]);
  });

  test("a correction of what has been overtaken is history", () => {
    const wrong = entry(percent(56), { said: "2022-09-02" });
    const newer = entry(percent(70), { said: "2022-09-10" });
    const right = entry(percent(65), { corrects: wrong.id });
    expect(applyEntry(apply([wrong, newer]), right).changes).toEqual([
      { field: "percent", new: 65, note: "history" },
    ]);
  });

  test("万 for 亿: what was derived from the wrong figure follows", () => {
    const wrong = entry(ytd(90_000_000, "2022-08"));
    const more = entry(increment(2000));
    const right = entry(ytd(9000, "2022-08"), { corrects: wrong.id });
    const { figures } = apply([wrong, more, right]);
    expect(currentYtd(figures, 2022)?.yuan).toBe(wan(11000));
  });

  test("a correction of a correction, and its undo", () => {
    const first = entry(percent(56));
    const second = entry(percent(66), { corrects: first.id });
    const third = entry(percent(65), { corrects: second.id });
    const ledger = apply([first, second, third]);
    expect(ledger.figures.percent?.value).toBe(65);
    const undone = applyEntry(ledger, { ...third, undone: true });
    expect(undone.changes).toEqual([{ field: "percent", old: 65, new: 66 }]);
  });

  test("撤销 of the only figure leaves none", () => {
    const only = entry(percent(56));
    const undone = applyEntry(apply([only]), { ...only, undone: true });
    expect(undone.changes).toEqual([{ field: "percent", old: 56 }]);
    expect(undone.figures).toEqual(noFigures);
  });

  test("撤销 twice, and the entry once more after it, change nothing", () => {
    const only = entry(percent(56));
    const ledger = apply([only, { ...only, undone: true }]);
    expect(apply([{ ...only, undone: true }, only], ledger)).toEqual(ledger);
  });

  test("an entry after an undone newer one is the current one", () => {
    const newest = entry(percent(70), { said: "2022-09-20" });
    const middle = entry(percent(65), { said: "2022-09-10" });
    const ledger = apply([newest, { ...newest, undone: true }, middle]);
    expect(ledger).toEqual(ledgerOf([middle, { ...newest, undone: true }]));
    expect(ledger.figures.percent?.value).toBe(65);
  });

  test("a circle of corrections in damaged data ends", () => {
    const a = entry(percent(1), { id: 901, corrects: 902 });
    const b = entry(percent(2), { id: 902, corrects: 901 });
    expect(ledgerOf([a, b]).figures.percent?.value).toBe(2);
  });
});

describe("what counts as reported", () => {
  test.each([
    ["a percent", percent(60), ["2022-09"]],
    ["累计 of a named month", ytd(9000, "2022-08"), ["2022-08"]],
    ["无变化", { measure: "unchanged" }, ["2022-09"]],
    ["a note", { measure: "note", note: "正在围挡" }, ["2022-09"]],
    [
      "a milestone reached",
      { measure: "milestone", milestone: "开工", status: "done", date: "2022-09-14" },
      ["2022-09"],
    ],
    [
      "a promise does not",
      { measure: "milestone", milestone: "开工", status: "planned", date: "2022-10-01" },
      [],
    ],
    ["a plan does not", plan(32000), []],
  ] as const)("%s", (_, measured, months) => {
    expect(apply([entry(measured)]).figures.reported).toEqual(months);
  });
});
