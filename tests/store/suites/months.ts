import { describe, expect, it } from "vitest";
import { defaultLampRules } from "../../../src/domain/lamp-rule.js";
import { changedRules } from "../../../src/domain/lamp-rule-change.js";
import type { Frozen, Restatement, Snapshot } from "../../../src/store/months.js";
import { project } from "./ledger.js";
import { atOnce, MINUTE, NOW, type Parts } from "./parts.js";

const snapshot = (month: string, more: Partial<Snapshot> = {}): Omit<Snapshot, "id"> => ({
  month,
  number: 1,
  countedTo: NOW,
  takenAt: NOW,
  by: "靠谱",
  byName: "靠谱",
  early: false,
  rule: "规则 v1",
  ...more,
});
const frozen: Frozen = {
  code: "S-01",
  class: "区属重大",
  // 10^13 元, which no 32 bits hold
  ytdYuan: 10_000_000_000_001,
  planYuan: null,
  percent: 61.25,
  lamp: "red",
  base: "yellow",
  reported: true,
};
const restated: Restatement = {
  chatId: "oc_1",
  month: "2022-08",
  code: "S-01",
  field: "percent",
  old: 61.25,
  new: null,
  at: NOW,
  by: "ou_zhang",
  byName: "张伟",
  messageId: "om_1",
  words: "更正",
};

export function monthsSuite({ store }: Parts): void {
  const months = () => atOnce(store()).months;
  const keep = () => atOnce(store()).projects.keepProjects([project("S-01"), project("S-02")]);

  describe("snapshots", () => {
    it("come back as they were taken, by month and by project", async () => {
      await keep();
      const taken = await months().take(snapshot("2022-08"), [
        frozen,
        { ...frozen, code: "S-02", reported: false },
      ]);
      expect(await months().snapshot("2022-08")).toEqual(taken);
      expect(await months().snapshot("2022-09")).toBeNull();
      expect(await months().frozen(taken?.id ?? 0)).toEqual([
        frozen,
        { ...frozen, code: "S-02", reported: false },
      ]);
      expect(await months().frozenOne("2022-08", "S-01")).toEqual({ ...frozen, snapshot: taken });
      expect(await months().frozenOne("2022-08", "S-09")).toBeNull();
    });

    it("a number is given once, whoever is faster", async () => {
      const both = await Promise.all([
        months().take(snapshot("2022-08"), []),
        months().take(snapshot("2022-08", { byName: "李敏" }), []),
      ]);
      expect(both.filter((one) => one !== null)).toHaveLength(1);
      expect(await months().snapshots(2022)).toHaveLength(1);
    });

    it("a close fixes the month's end, and everybody knows at once", async () => {
      expect(await months().closes()).toEqual({});
      const august = snapshot("2022-08");
      await months().take(august, []);
      expect(await months().closes()).toEqual({ "2022-08": august.countedTo });
      await months().take(snapshot("2022-09", { early: true, countedTo: NOW + MINUTE }), []);
      const both = { "2022-08": august.countedTo, "2022-09": NOW + MINUTE };
      expect(await months().closes()).toEqual(both);
      expect(await store().read.months.closes()).toEqual(both);
    });
  });

  describe("更正", () => {
    it("are kept in their order, exact to the figure, and counted", async () => {
      await keep();
      const money: Restatement = {
        ...restated,
        field: "ytd",
        old: null,
        new: 10_000_000_000_001,
        words: "",
        chatId: null,
      };
      await months().restate([restated, money]);
      await months().restate([{ ...restated, month: "2022-07" }]);
      await months().restate([]);
      expect(await months().restatements("2022-08")).toEqual([restated, money]);
      expect(await months().restatedCounts(2022)).toEqual(
        new Map([
          ["2022-07", 1],
          ["2022-08", 2],
        ]),
      );
      expect(await months().restatedCounts(2021)).toEqual(new Map());
    });
  });

  describe("lamp rules", () => {
    const rules = () => atOnce(store()).rules;
    const version = (number: number, validFrom: number) => ({
      version: number,
      rules: changedRules(defaultLampRules, { set: { milestone: { red: number } } }, number),
      what: `节点 红${number}`,
      validFrom,
      by: "ou_li",
      byName: "李敏",
      messageId: "om_1",
    });

    it("without any the built-in one is in force", async () => {
      expect(await rules().current()).toEqual(defaultLampRules);
      expect(await rules().all()).toEqual([]);
    });

    it("the highest version is in force, an earlier one was; a version is given once", async () => {
      expect(await rules().add(version(2, NOW))).toBe(true);
      expect(await rules().add(version(3, NOW + MINUTE))).toBe(true);
      expect(await rules().add(version(3, NOW + 2 * MINUTE))).toBe(false);
      expect(await rules().all()).toEqual([version(3, NOW + MINUTE), version(2, NOW)]);
      expect((await rules().current()).default).toMatchObject({ version: "规则 v3", milestone: { red: 3 } });
      expect((await rules().at(NOW)).default.version).toBe("规则 v2");
      expect((await rules().at(NOW - 1)).default.version).toBe("规则 v1");
      expect((await store().read.rules.current()).default.version).toBe("规则 v3");
    });
  });

  describe("the year's end", () => {
    const years = () => atOnce(store()).years;
    const row = (choice: "carry" | "finish" | "leave") => ({
      code: "S-01",
      choice,
      at: NOW,
      by: "ou_li",
      byName: "李敏",
    });

    it("the last word on a project counts", async () => {
      await keep();
      await years().choose(2022, [row("carry"), { ...row("finish"), code: "S-02" }]);
      await years().choose(2022, [row("leave")]);
      await years().choose(2022, []);
      const choices = await years().choices(2022);
      expect([choices.get("S-01"), choices.get("S-02")?.choice]).toEqual([row("leave"), "finish"]);
      expect(await years().choices(2023)).toEqual(new Map());
    });

    it("is frozen once, with the list of the next year", async () => {
      await keep();
      const close = {
        year: 2022,
        totals: { classes: [] },
        at: NOW,
        by: "ou_li",
        byName: "李敏",
        settledAt: null,
      };
      const listed = {
        code: "S-02",
        nature: "结转" as const,
        broughtYuan: 10_000_000_000_001,
        broughtPeriod: "2022-12",
        lastYearYuan: null,
      };
      expect(await years().close(2022)).toBeNull();
      expect(
        await years().freeze(close, [listed, { ...listed, code: "S-01", nature: "预备" as const }]),
      ).toBe(true);
      expect(await years().freeze({ ...close, byName: "别人" }, [])).toBe(false);
      expect(await years().close(2022)).toEqual(close);
      expect((await years().list(2023)).map(({ code }) => code)).toEqual(["S-01", "S-02"]);
      expect((await years().list(2023))[1]).toEqual(listed);
      // December's figures are put in once.
      const totals = { classes: [] };
      await years().settle(2022, totals, [{ ...listed, broughtYuan: 7, lastYearYuan: 3 }], NOW + 1);
      await years().settle(2022, totals, [{ ...listed, broughtYuan: 8 }], NOW + 2);
      expect(await years().close(2022)).toEqual({ ...close, settledAt: NOW + 1 });
      expect((await years().list(2023))[1]).toEqual({ ...listed, broughtYuan: 7, lastYearYuan: 3 });
    });
  });
}
