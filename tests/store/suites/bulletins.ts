import { describe, expect, it } from "vitest";
import type { Bulletin } from "../../../src/domain/bulletin.js";
import type { BulletinRecord } from "../../../src/store/bulletins.js";
import { SAMPLE } from "../../documents/sample-bulletin.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const BY = { openId: "ou_chen", name: "陈主任" };
const SIGNED: Bulletin = { ...SAMPLE, signed: { by: "陈主任", on: "2022-09-07" } };

export function bulletinsSuite({ store, tables }: Parts): void {
  describe("bulletins", () => {
    const tx = () => atOnce(store()).bulletins;
    const added = async (month = "2022-08", corrects: number | null = null): Promise<BulletinRecord> => {
      const draft = await tx().add({ month, content: SAMPLE, corrects, byBot: false }, NOW);
      if (!draft) throw new Error("there is a draft already");
      return draft;
    };
    const sign = (draft: BulletinRecord, number: number) =>
      tx().sign(draft, { year: 2022, number, content: SIGNED, by: BY, at: NOW, goesOutAt: NOW + 5 });

    it("of a month there is one draft at a time, and it comes back as it was put in", async () => {
      const draft = await added();
      expect(draft).toMatchObject({ state: "drafted", revision: 1, content: SAMPLE, signedAt: null });
      const again = { month: "2022-08", content: SAMPLE, corrects: null, byBot: true };
      expect(await tx().add(again, NOW)).toBeNull();
      expect(await tx().draft("2022-08")).toEqual(draft);
      expect((await added("2022-07")).id).not.toBe(draft.id);
      expect(await tx().signed("2022-08")).toBeNull();
    });

    it("who changes an old revision changes nothing", async () => {
      const draft = await added();
      const by = { openId: "ou_li", name: "李敏" };
      const next = await tx().change(draft, { state: "submitted", editedBy: by }, NOW + 1);
      expect(next).toMatchObject({ state: "submitted", revision: 2, editedBy: by, changedAt: NOW + 1 });
      expect(await tx().change(draft, { state: "reviewed" }, NOW + 2)).toBeNull();
      expect(await sign(draft, 1)).toBeNull();
      expect(await tx().draft("2022-08")).toEqual(next);
    });

    it("everybody who has edited a draft is known; with it they are dropped", async () => {
      const [li, liu] = [
        { openId: "ou_li", name: "李敏" },
        { openId: "ou_liu", name: "小刘" },
      ];
      let draft = await added();
      for (const editedBy of [li, liu, li]) draft = (await tx().change(draft, { editedBy }, NOW)) ?? draft;
      draft = (await tx().change(draft, { state: "submitted", submittedBy: liu }, NOW)) ?? draft;
      expect(draft).toMatchObject({ editedBy: li, submittedBy: liu, byBot: false });
      expect((await tx().editors(draft.id)).map(({ openId }) => openId).sort()).toEqual(["ou_li", "ou_liu"]);
      await tx().drop(draft);
      expect(await tx().editors(draft.id)).toEqual([]);
    });

    it("what is signed goes out from its instant on", async () => {
      const signed = await sign(await added(), 1);
      const known = { id: signed?.id, month: "2022-08", signedAt: NOW, goesOutAt: NOW + 5 };
      expect(await tx().goingOut(NOW + 5)).toEqual([known]);
      expect(await tx().goingOut(NOW + 6)).toEqual([]);
    });

    it("a number is given once; after signing a month may have a draft that corrects it", async () => {
      expect(await tx().lastNumber(2022)).toBe(0);
      const first = await sign(await added(), 8);
      expect(first).toMatchObject({ state: "signed", signedBy: BY, signedAt: NOW, content: SIGNED });
      expect(await tx().lastNumber(2022)).toBe(8);
      expect(await tx().lastNumber(2023)).toBe(0);
      const other = await added("2022-07");
      await expect(sign(other, 8)).rejects.toThrow();
      const second = await sign(await added("2022-08", first?.id ?? 0), 9);
      expect(await tx().signed("2022-08")).toEqual(second);
      expect((await tx().ofYear(2022)).map(({ id }) => id)).toEqual([second?.id, first?.id, other.id]);
    });

    it("what is signed can be neither changed nor dropped; a draft can", async () => {
      const signed = await sign(await added(), 1);
      if (!signed) throw new Error("not signed");
      expect(await tx().change(signed, { state: "drafted" }, NOW)).toBeNull();
      await tx().drop(signed);
      const change = (values: object) => tables()("bulletins").where({ id: signed.id }).update(values);
      await expect(change({ content: "{}" })).rejects.toThrow("append-only");
      await expect(change({ number: 2 })).rejects.toThrow("append-only");
      await expect(change({ signed_at: null })).rejects.toThrow("append-only");
      await expect(tables()("bulletins").delete()).rejects.toThrow("append-only");
      await change({ signed_by: "已离开:1a2b3c4d", signed_by_name: "已离开" });
      expect(await tx().find(signed.id)).toMatchObject({ content: SIGNED, signedBy: { name: "已离开" } });
      const draft = await added("2022-07");
      await tx().drop(draft);
      expect(await tx().find(draft.id)).toBeNull();
    });
  });
}
