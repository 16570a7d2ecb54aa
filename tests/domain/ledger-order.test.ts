import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dataMonthOf } from "../../src/domain/data-month.js";
import { at } from "../../src/domain/day.js";
import { applyEntry, ledgerOf } from "../../src/domain/ledger.js";
import type { Entry, Measured } from "../../src/domain/ledger-entry.js";
import { period } from "../../src/domain/period.js";
import { apply } from "./ledger-helpers.js";

const yuan = fc.integer({ min: 0, max: 20 }).map((amount) => amount * 1_000_000);
const value = fc.integer({ min: 0, max: 100 });
const month = fc.integer({ min: -2, max: 9 }).map((number) => period(2022, number));
const scope = fc.constantFrom("month", "ytd", "increment", "total");

const measured: fc.Arbitrary<Measured> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ measure: fc.constant("investment"), scope, yuan, period: month }) },
  { weight: 2, arbitrary: fc.record({ measure: fc.constant("investment"), scope, yuan }) },
  fc.record({ measure: fc.constant("percent"), value }),
  fc.record({ measure: fc.constant("percent"), value, part: fc.constantFrom("桩基", "幕墙") }),
  fc.record({ measure: fc.constant("completion"), value }),
  fc.record({ measure: fc.constant("plan"), yuan }),
  fc.constant<Measured>({ measure: "unchanged" }),
  fc.record({ measure: fc.constant("note"), note: fc.constantFrom("围挡", "封顶") }),
  fc.record({
    measure: fc.constant("milestone"),
    milestone: fc.constantFrom("开工", "竣工验收"),
    status: fc.constantFrom("planned", "done"),
    date: fc.constantFrom("2022-03-31", "2022-09-30"),
  }),
);

const head = fc.record({
  day: fc.integer({ min: 0, max: 40 }),
  undone: fc.boolean(),
  corrects: fc.option(fc.nat(12)),
  measured,
});

/** Up to a dozen entries of one project, several at the same instant, some undone, some corrections. */
const entries: fc.Arbitrary<Entry[]> = fc.array(head, { maxLength: 12 }).map((heads) =>
  heads.map(({ day, undone, corrects, measured }, index): Entry => {
    const saidAt = at("2022-08-01", "10:00") + day * 86_400_000;
    return {
      id: index + 1,
      saidAt,
      dataMonth: dataMonthOf(saidAt),
      ...(undone && day % 3 === 0 && { undone: true as const }),
      ...(corrects !== null && corrects !== 0 && day % 4 === 0 && { corrects }),
      ...measured,
    };
  }),
);

const shuffled = entries.chain((said) =>
  fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
);

describe("the order of arrival", () => {
  test("does not matter: the same entries, the same ledger", () => {
    fc.assert(
      fc.property(shuffled, ([said, arrived]) => {
        expect(apply(arrived)).toEqual(ledgerOf(said));
      }),
      { numRuns: 1000 },
    );
  });

  test("does not matter for an undo either", () => {
    fc.assert(
      fc.property(shuffled, fc.nat(), ([said, arrived], pick) => {
        const undone = said[pick % said.length];
        fc.pre(undone !== undefined);
        const before = apply([{ ...undone, undone: true }, ...arrived]);
        const after = applyEntry(apply(arrived), { ...undone, undone: true }).ledger;
        expect(after).toEqual(before);
      }),
    );
  });

  test("the figures survive JSON", () => {
    fc.assert(
      fc.property(entries, (said) => {
        const { figures } = ledgerOf(said);
        expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
      }),
    );
  });
});
