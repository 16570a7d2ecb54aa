import { describe, expect, it } from "vitest";
import { type Figures, noFigures } from "../../../src/domain/ledger-figures.js";
import type { Project } from "../../../src/domain/project.js";
import type { NewRecord } from "../../../src/store/ledger.js";
import { atOnce, MINUTE, NOW, type Parts } from "./parts.js";

/** 元; more than 32 bits hold */
const FIVE_BILLION = 5_000_000_000;

export const project = (code: string): Project => ({
  code,
  name: `项目${code}`,
  aliases: [],
  class: "城建",
  classBasis: "stated",
  kind: "road",
  stage: "建设",
  facts: "",
  unit: "区建设管理委",
  firstMonth: "2022-01",
});

function said(writeId: string, more: Partial<NewRecord> = {}): NewRecord {
  return {
    measure: "investment",
    scope: "ytd",
    yuan: FIVE_BILLION,
    code: "S-01",
    saidAt: NOW,
    dataMonth: "2022-08",
    saidBy: "ou_zhang",
    saidByName: "张伟",
    chatId: "oc_a",
    messageId: `om_${writeId}`,
    words: "武宁路累计50亿",
    writeId,
    source: "chat",
    ...more,
  } as NewRecord;
}

export function ledgerSuite({ store, tables }: Parts): void {
  describe("ledger", () => {
    const ledger = () => atOnce(store()).ledger;
    const append = async (...records: NewRecord[]) => {
      await atOnce(store()).projects.keepProjects(["S-01", "S-02", "S-03"].map(project));
      return ledger().append(records, NOW);
    };

    it("gives back what was said, with numbers as numbers", async () => {
      const record = said("w1", { approx: true, period: "2022-07" });
      const [id] = await append(record);
      expect(await ledger().ofProject("S-01")).toEqual([{ ...record, id }]);
    });

    it("numbers the entries of one message in their order", async () => {
      const measured = [10, 20, 30].map((value) => ({ measure: "percent", value }) as const);
      const ids = await append(...measured.map((one) => said("w1", one)));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      const values = (await ledger().ofProject("S-01")).map((one) => one.measure === "percent" && one.value);
      expect(values).toEqual([10, 20, 30]);
    });

    it("orders by when it was said, then by when it was recorded", async () => {
      await append(said("late", { saidAt: NOW + MINUTE }), said("early"), said("early-too"));
      const order = (list: { writeId: string }[]) => list.map(({ writeId }) => writeId);
      expect(order(await ledger().ofProject("S-01"))).toEqual(["early", "early-too", "late"]);
      expect(order(await ledger().latest("S-01", 2))).toEqual(["late", "early-too"]);
    });

    it("tells how things stood at an instant, by project", async () => {
      const other = { code: "S-02" };
      await append(said("a"), said("b", other), said("not-asked", { code: "S-03" }));
      await append(said("later", { saidAt: NOW + 1 }));
      const then = await ledger().saidUpTo(NOW, ["S-01", "S-02"]);
      expect([...then].map(([code, list]) => [code, list.length])).toEqual([
        ["S-01", 1],
        ["S-02", 1],
      ]);
      expect(await ledger().saidUpTo(NOW, [])).toEqual(new Map());
    });

    it("takes a write back once; it stays in the list and is marked", async () => {
      await append(said("w1"), said("w2"));
      const withdraw = () => store().transaction((tx) => tx.ledger.withdraw("w1", "ou_li", null, NOW));
      const taken = await Promise.all([withdraw(), withdraw(), withdraw()]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const marks = (await ledger().ofProject("S-01")).map(({ writeId, undone }) => [writeId, undone]);
      expect(marks).toEqual([
        ["w1", true],
        ["w2", undefined],
      ]);
      expect((await ledger().write("w1"))?.records[0]?.undone).toBe(true);
      expect(await ledger().write("w9")).toBeNull();
    });

    it("finds the last write of a person in a chat that stands", async () => {
      await append(said("w1"), said("w2"), said("w2"), said("elsewhere", { chatId: "oc_b" }));
      await append(said("another", { saidBy: "ou_li" }));
      const last = await ledger().lastWrite("oc_a", "ou_zhang");
      expect(last).toMatchObject({ writeId: "w2", saidBy: "ou_zhang", chatId: "oc_a" });
      expect(last?.records).toHaveLength(2);
      await ledger().withdraw("w2", "ou_zhang", null, NOW);
      expect((await ledger().lastWrite("oc_a", "ou_zhang"))?.writeId).toBe("w1");
      await ledger().withdraw("w1", "ou_zhang", null, NOW);
      expect(await ledger().lastWrite("oc_a", "ou_zhang")).toBeNull();
    });

    it("finds what a message wrote, while it stands", async () => {
      await append(said("w1"), said("w1", { code: "S-02" }), said("w2"));
      expect((await ledger().ofMessage("om_w1"))?.records.map(({ code }) => code)).toEqual(["S-01", "S-02"]);
      await ledger().withdraw("w1", "ou_zhang", "om_undo", NOW);
      expect(await ledger().ofMessage("om_w1")).toBeNull();
      expect(await ledger().ofMessage("om_none")).toBeNull();
    });

    it("keeps a project's figures with sums exact to the yuan and shares to the last digit", async () => {
      const stamp = { entry: 1, saidAt: NOW };
      const figures: Figures = {
        ...noFigures,
        percent: { ...stamp, value: 65.123456789, dataMonth: "2022-08" },
        years: {
          2022: {
            plan: { ...stamp, yuan: 9_007_199_254_740_991, period: "2022-08" },
            ytd: {},
            months: {},
            area: { ...stamp, mu: 12_345.678912, period: "2022-08" },
          },
        },
        reported: ["2022-07", "2022-08"],
      };
      expect(await ledger().figures("S-01")).toEqual(noFigures);
      await append(said("w1"));
      await ledger().keepFigures("S-01", noFigures, 2022);
      await ledger().keepFigures("S-01", figures, 2022);
      expect(await ledger().figures("S-01")).toEqual(figures);
      const [state] = await tables()("project_state").select();
      expect(state).toMatchObject({
        year: 2022,
        plan_yuan: 9_007_199_254_740_991,
        ytd_yuan: null,
        area_mu: 12_345.678912,
        percent: 65.123456789,
        reported_month: "2022-08",
      });
    });

    it("refuses an entry of a project there is not", async () => {
      await expect(append(said("w1", { code: "S-99" }))).rejects.toThrow(/foreign key/i);
    });

    it("names no words of people in its errors", async () => {
      const error = await append(said("w1", { code: "S-99" })).catch((reason: unknown) => reason);
      expect(String(error)).not.toContain("武宁路");
    });
  });
}
