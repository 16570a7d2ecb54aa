import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProblemChange } from "../../../src/domain/problem.js";
import type { NewProblemEvent } from "../../../src/store/problems.js";
import { project } from "./ledger.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const OPENING: ProblemChange = { is: "open", words: "2户未签约", category: "征收腾地", lead: "征收中心" };
const at = (change: ProblemChange, writeId: string, saidBy = "ou_zhang"): NewProblemEvent => ({
  change,
  saidAt: NOW,
  saidBy,
  saidByName: "张伟",
  chatId: "oc_a",
  messageId: `om_${writeId}`,
  writeId,
});

export function problemsSuite({ store, tables }: Parts): void {
  describe("problems", () => {
    const problems = () => atOnce(store()).problems;
    const ready = () => atOnce(store()).projects.keepProjects([project("S-06")]);
    const undo = (number: number, writeId: string) => {
      const { change: _, ...by } = at(OPENING, "undo");
      return problems().withdraw(number, writeId, by, NOW);
    };

    it("are what their events leave, and each event tells who, when and in which message", async () => {
      await ready();
      const { number } = await problems().open("S-06", at(OPENING, "w1"), NOW);
      const next = await problems().add(number, at({ is: "resolve", words: "解决了" }, "w2"), NOW + 1);
      expect(next).toMatchObject({ number, code: "S-06", state: "resolve-asked", lead: "征收中心" });
      expect(await problems().find(number)).toEqual(next);
      expect(await problems().events(number)).toMatchObject([
        { change: OPENING, saidBy: "ou_zhang", messageId: "om_w1", chatId: "oc_a" },
        { change: { is: "resolve" }, messageId: "om_w2" },
      ]);
      expect(await problems().list({ codes: null })).toEqual([next]);
      expect(await problems().list({ codes: new Set(["S-07"]) })).toEqual([]);
      await problems().add(number, at({ is: "close", words: "同意" }, "w3"), NOW + 2);
      expect(await problems().list({ codes: null })).toEqual([]);
      expect(await problems().list({ codes: null, withClosed: true })).toHaveLength(1);
    });

    it("a step taken back is kept, and so is that it was", async () => {
      await ready();
      const { number } = await problems().open("S-06", at(OPENING, "w1"), NOW);
      await problems().add(number, at({ is: "resolve", words: "解决了" }, "w2"), NOW);
      expect(await problems().lastWrite("oc_a", "ou_zhang")).toMatchObject({ writeId: "w2" });
      expect(await problems().ofWrite("w2")).toEqual([number]);
      expect(await undo(number, "w2")).toMatchObject({ state: "open" });
      expect(await problems().ofWrite("w2")).toEqual([]);
      expect(await problems().lastWrite("oc_a", "ou_zhang")).toMatchObject({ writeId: "w1" });
      expect((await problems().events(number)).map(({ undone }) => undone)).toEqual([undefined, true]);
      expect(await undo(number, "w1")).toBeNull();
      expect(await problems().find(number)).toBeNull();
      expect(await problems().lastWrite("oc_a", "ou_zhang")).toBeNull();
    });

    it("stand as they did at an instant, without what was taken back", async () => {
      await ready();
      const { number } = await problems().open("S-06", at(OPENING, "w1"), NOW);
      const later = (change: ProblemChange, writeId: string) => ({ ...at(change, writeId), saidAt: NOW + 5 });
      await problems().add(number, at({ is: "update", words: "已开会" }, "w2"), NOW);
      await undo(number, "w2");
      await problems().add(number, later({ is: "resolve", words: "解决了" }, "w3"), NOW + 5);
      const other = await problems().open("S-06", later(OPENING, "w4"), NOW + 5);
      expect(await problems().asOf(NOW - 1)).toEqual([]);
      expect(await problems().asOf(NOW)).toMatchObject([{ number, state: "open" }]);
      expect(await problems().asOf(NOW + 5)).toMatchObject([
        { number, state: "resolve-asked" },
        { number: other.number, state: "open" },
      ]);
    });

    it("numbers ascend and are never given twice, whatever is taken back", async () => {
      await ready();
      const given: number[] = [];
      let writes = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { maxLength: 6 }), async (steps) => {
          for (const step of steps) {
            const last = given.at(-1);
            if (step === 0 && last !== undefined) {
              const [first] = await problems().events(last);
              await undo(last, first?.writeId ?? "");
              continue;
            }
            const { number } = await problems().open("S-06", at(OPENING, `p${++writes}`), NOW);
            expect(number).toBe((last ?? 0) + 1);
            given.push(number);
          }
        }),
        { numRuns: 15 },
      );
    });

    it("several that open problems at the same time get a number each", async () => {
      await ready();
      const opened = await Promise.all(
        Array.from({ length: 8 }, (_, index) => problems().open("S-06", at(OPENING, `a${index}`), NOW)),
      );
      expect(opened.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it("what a rolled back transaction has opened, leaves nothing", async () => {
      await ready();
      const broken = store().transaction(async (tx) => {
        await tx.problems.open("S-06", at(OPENING, "w1"), NOW);
        throw new Error("broken");
      });
      await expect(broken).rejects.toThrow("broken");
      expect(await tables()("problem_events")).toEqual([]);
      expect((await problems().open("S-06", at(OPENING, "w2"), NOW)).number).toBe(1);
    });
  });
}
