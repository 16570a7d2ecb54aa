import { describe, expect, it } from "vitest";
import { atOnce, NOW, type Parts } from "./parts.js";

const BY = { openId: "ou_li", name: "李敏", at: NOW };
const SOURCE = { chatId: "oc_a", messageId: "om_1", writeId: "w1" };
const OPENED = {
  is: "open" as const,
  words: "完成管线迁改方案",
  unit: "区建设管理委",
  due: "2022-09-30",
  meetingId: null,
};

export function actionsSuite({ store }: Parts): void {
  describe("actions", () => {
    const actions = () => atOnce(store()).actions;

    it("are numbered, keep each step, and a number is never given twice", async () => {
      const first = await actions().open(OPENED, BY, SOURCE, NOW);
      const second = await actions().open(OPENED, BY, { ...SOURCE, writeId: "w2" }, NOW);
      expect([first.number, second.number]).toEqual([1, 2]);
      await actions().withdraw(2, BY, SOURCE, NOW);
      expect(await actions().find(2)).toBeNull();
      expect((await actions().open(OPENED, BY, SOURCE, NOW)).number).toBe(3);
      const closed = await actions().add(first, { is: "close", words: "同意" }, BY, SOURCE, NOW);
      expect(await actions().find(1)).toEqual(closed);
      expect((await actions().list()).map(({ number }) => number)).toEqual([3]);
      expect((await actions().list({ withClosed: true, unit: OPENED.unit })).length).toBe(2);
      expect((await actions().events(1)).map(({ change }) => change.is)).toEqual(["open", "close"]);
      expect(await actions().find(9_999_999_999)).toBeNull();
    });

    it("the last write that opened some is known until something has happened to them", async () => {
      const written = { ...SOURCE, writeId: "w3" };
      const one = await actions().open(OPENED, BY, written, NOW);
      await actions().open({ ...OPENED, words: "报批" }, BY, written, NOW);
      expect(await actions().lastOpened("oc_a", "ou_li")).toMatchObject({ numbers: [1, 2], at: NOW });
      expect(await actions().lastOpened("oc_b", "ou_li")).toBeNull();
      await actions().add(
        one,
        { is: "acknowledge", words: "已知悉" },
        { ...BY, openId: "ou_z" },
        SOURCE,
        NOW,
      );
      expect(await actions().lastOpened("oc_a", "ou_li")).toBeNull();
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
      await actions().open({ ...OPENED, meetingId: id }, BY, SOURCE, NOW);
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
