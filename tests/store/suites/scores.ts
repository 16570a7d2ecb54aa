import { describe, expect, it } from "vitest";
import type { NewRecord } from "../../../src/store/ledger.js";
import { project } from "./ledger.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const RECORD: NewRecord = {
  measure: "percent",
  value: 65,
  code: "S-06",
  saidAt: NOW,
  dataMonth: "2022-08",
  saidBy: "ou_zhang",
  saidByName: "张伟",
  chatId: "oc_a",
  messageId: "om_1",
  words: "武宁路65%",
  writeId: "w1",
  source: "chat",
};

const SIGNED = {
  month: "2022-08",
  rule: "评分 v1",
  scores: [],
  signedBy: "ou_li",
  signedByName: "李敏",
  signedAt: NOW,
};

export function scoresSuite({ store, tables }: Parts): void {
  describe("signed scores", () => {
    const tx = () => atOnce(store());

    it("are numbered one after another, over all months; the last one of a month counts", async () => {
      const { scores } = tx();
      expect(await scores.ofMonth("2022-08")).toBeNull();
      expect(await scores.sign(SIGNED, "oc_a")).toBe(1);
      expect(await scores.sign({ ...SIGNED, month: "2022-07" }, "oc_a")).toBe(2);
      expect(await scores.sign({ ...SIGNED, signedByName: "陈主任" }, "oc_a")).toBe(3);
      expect(await scores.ofMonth("2022-08")).toEqual({ ...SIGNED, number: 3, signedByName: "陈主任" });
      expect(await scores.ofMonth("2022-07")).toMatchObject({ number: 2 });
    });

    it("stay as they were signed, and stay at all", async () => {
      await tx().scores.sign(SIGNED, "oc_a");
      const change = (values: object) => tables()("signed_scores").update(values);
      await expect(change({ scores: "[1]" })).rejects.toThrow("append-only");
      await expect(change({ month: "2022-07" })).rejects.toThrow("append-only");
      await expect(tables()("signed_scores").delete()).rejects.toThrow("append-only");
      await change({ signed_by: "已离开:1a2b3c4d", signed_by_name: "已离开" });
      expect(await tx().scores.ofMonth("2022-08")).toMatchObject({ scores: [], signedByName: "已离开" });
    });

    it("know which months were reported before they closed; plans and what was taken back do not count", async () => {
      await tx().projects.keepProjects([project("S-06"), project("S-07")]);
      await store().transaction(async ({ ledger }) => {
        await ledger.append(
          [
            RECORD,
            { ...RECORD, dataMonth: "2022-07", writeId: "w2" },
            { ...RECORD, dataMonth: "2022-06", writeId: "w3" },
            { ...RECORD, code: "S-07", measure: "plan", yuan: 1, writeId: "w4" } as NewRecord,
          ],
          NOW,
        );
        await ledger.withdraw("w2", "ou_li", "om_2", NOW);
      });
      const inTime = await tx().scores.reportedInTime("2022-07", "2022-08");
      expect([...inTime].map(([code, months]) => [code, [...months]])).toEqual([["S-06", ["2022-08"]]]);
    });
  });
}
