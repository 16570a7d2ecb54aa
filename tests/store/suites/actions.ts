import { describe, expect, it } from "vitest";
import type { ActionChange } from "../../../src/domain/action.js";
import type { NewEvent } from "../../../src/store/register.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const OPENED = {
  is: "open" as const,
  words: "完成管线迁改方案",
  unit: "区建设管理委",
  due: "2022-09-30",
  meetingId: null,
};
const at = <C extends ActionChange>(change: C, writeId: string, saidBy = "ou_li"): NewEvent<C> => ({
  change,
  ...by(writeId, saidBy),
});
const by = (writeId: string, saidBy = "ou_li") => ({
  saidAt: NOW,
  saidBy,
  saidByName: "李敏",
  chatId: "oc_a",
  messageId: `om_${writeId}`,
  writeId,
});

export function actionsSuite({ store, tables }: Parts): void {
  describe("actions", () => {
    const actions = () => atOnce(store()).actions;

    it("are numbered, keep each step, and a number is never given twice", async () => {
      const first = await actions().open(at(OPENED, "w1"), NOW);
      const second = await actions().open(at(OPENED, "w2"), NOW);
      expect([first.number, second.number]).toEqual([1, 2]);
      await actions().withdraw(2, "w2", by("w3"), NOW);
      expect(await actions().find(2)).toBeNull();
      expect((await actions().open(at(OPENED, "w4"), NOW)).number).toBe(3);
      const closed = await actions().add(1, at({ is: "close", words: "同意" }, "w5"), NOW);
      expect(await actions().find(1)).toEqual(closed);
      expect((await actions().list()).map(({ number }) => number)).toEqual([3]);
      expect((await actions().list({ withClosed: true, unit: OPENED.unit })).length).toBe(2);
      expect((await actions().events(1)).map(({ change }) => change.is)).toEqual(["open", "close"]);
      expect(await actions().find(9_999_999_999)).toBeNull();
    });

    it("a step taken back is one no more, and the unit that is asked for is the one that has it", async () => {
      await actions().open(at(OPENED, "w1"), NOW);
      const moved = { is: "assign" as const, words: "改由区发改委", unit: "区发展改革委" };
      await actions().add(1, at(moved, "w2"), NOW);
      expect(await actions().list({ unit: OPENED.unit })).toEqual([]);
      expect((await actions().list({ unit: moved.unit })).length).toBe(1);
      expect(await actions().lastWrite("oc_a", "ou_li")).toMatchObject({ writeId: "w2" });
      expect(await actions().withdraw(1, "w2", by("w3"), NOW)).toMatchObject({ unit: OPENED.unit });
      expect((await actions().list({ unit: OPENED.unit })).length).toBe(1);
      expect(await actions().list({ unit: moved.unit })).toEqual([]);
      expect((await actions().events(1)).map(({ undone }) => undone)).toEqual([undefined, true]);
      expect(await actions().lastWrite("oc_a", "ou_li")).toMatchObject({ writeId: "w1" });
    });

    it("of a write that opened several, what is left of it stands, whoever took the others back", async () => {
      await actions().open(at(OPENED, "w1"), NOW);
      await actions().open(at({ ...OPENED, words: "报批" }, "w1"), NOW);
      await actions().withdraw(2, "w1", by("w2", "ou_zhao"), NOW);
      expect(await actions().lastWrite("oc_a", "ou_li")).toMatchObject({ writeId: "w1" });
      expect(await actions().ofWrite("w1")).toEqual([1]);
      await actions().withdraw(1, "w1", by("w3"), NOW);
      expect(await actions().lastWrite("oc_a", "ou_li")).toBeNull();
      expect(await actions().lastWrite("oc_b", "ou_li")).toBeNull();
    });

    it("openings that were taken back in the former way are taken back", async () => {
      await actions().open(at(OPENED, "w1"), NOW);
      await actions().open(at(OPENED, "w2"), NOW);
      await tables()("actions").where({ number: 2 }).update({ state: "withdrawn" });
      await tables()("action_events").insert({
        number: 2,
        data: '{"is":"withdraw"}',
        said_at: NOW,
        recorded_at: NOW,
        said_by: "ou_li",
        said_by_name: "李敏",
        chat_id: "oc_a",
        message_id: "om_3",
        write_id: "w3",
      });
      expect(await actions().events(2)).toMatchObject([{ change: OPENED, undone: true }]);
      expect(await actions().ofWrite("w2")).toEqual([]);
      expect(await actions().ofWrite("w3")).toEqual([]);
      expect(await actions().lastWrite("oc_a", "ou_li")).toMatchObject({ writeId: "w1" });
      expect((await actions().list()).map(({ number }) => number)).toEqual([1]);
      expect((await actions().asOf(NOW)).map(({ number }) => number)).toEqual([1]);
    });

    it("belong to a meeting, whose agenda is kept beside them", async () => {
      const { meetings } = atOnce(store());
      const booked = {
        chatId: "oc_a",
        kind: "专题" as const,
        title: "管线专题协调会",
        startsAt: NOW,
        place: "301",
        code: "S-06",
        problem: null,
      };
      const id = await meetings.book(booked, "ou_li", NOW);
      await actions().open(at({ ...OPENED, meetingId: id }, "w1"), NOW);
      expect((await actions().list({ meetingId: id })).length).toBe(1);
      const sections = [{ title: "一", body: "二" }];
      const agenda = { sections, isFinal: false, by: "ou_li", byName: "李敏", at: NOW };
      await meetings.keepAgenda(id, agenda);
      await meetings.keepAgenda(id, { ...agenda, isFinal: true });
      expect(await meetings.agenda(id)).toEqual({ ...agenda, isFinal: true });
      await meetings.dropAgenda(id);
      expect(await meetings.agenda(id)).toBeNull();
      expect(await meetings.find(id)).toEqual({ ...booked, id, bookedAt: NOW });
    });
  });
}
