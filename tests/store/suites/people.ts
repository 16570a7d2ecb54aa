import { describe, expect, it } from "vitest";
import type { Person } from "../../../src/store/people.js";
import { project } from "./ledger.js";
import { atOnce, MINUTE, NOW, type Parts } from "./parts.js";

const zhang: Person = {
  openId: "ou_zhang",
  name: "张伟",
  unit: "区建设管理委",
  section: null,
  role: "reporter",
};
const li: Person = { openId: "ou_li", name: "李敏", unit: "推进办", section: "综合管理科", role: "office" };

export function peopleSuite({ store, tables }: Parts): void {
  describe("people", () => {
    const people = () => atOnce(store()).people;

    it("registers, and changes what is registered", async () => {
      await people().register(zhang, "ou_li", NOW);
      await people().register({ ...zhang, section: "二科" }, "ou_li", NOW);
      await people().register(li, "ou_li", NOW);
      expect(await people().find("ou_zhang")).toEqual({ ...zhang, section: "二科" });
      expect(await people().find("ou_nobody")).toBeNull();
      expect(await people().office()).toEqual([li]);
      expect(await people().ofUnit("推进办")).toEqual([li]);
      expect(await people().all()).toHaveLength(2);
    });
  });

  describe("who was written out", () => {
    const people = () => atOnce(store()).people;

    it("has left until registered again, and is known no more once forgotten", async () => {
      await people().register(zhang, "ou_li", NOW);
      expect(await people().hasLeft(zhang.openId)).toBe(false);
      await people().writeOut(zhang.openId);
      expect(await people().hasLeft(zhang.openId)).toBe(true);
      await people().register(zhang, "ou_li", NOW);
      expect(await people().hasLeft(zhang.openId)).toBe(false);
      await people().writeOut(zhang.openId);
      await atOnce(store()).leavers.forget(zhang.openId, NOW);
      expect(await tables()("written_out").select()).toEqual([]);
    });

    it("a private chat that a post goes into goes with the person, whatever was said there", async () => {
      const { chats, schedule, leavers } = atOnce(store());
      await chats.keep({ chatId: "oc_p", type: "p2p", name: "", external: false, office: false }, NOW);
      await chats.setPerson("oc_p", zhang.openId);
      expect(await chats.personOf("oc_p")).toBe(zhang.openId);
      expect(await chats.privateOf(zhang.openId)).toEqual(["oc_p"]);
      const chosen = { chatId: "oc_p", job: "滞后摘要", active: true, since: 0, weekday: null, time: null };
      await schedule.subscribe(chosen);
      await leavers.forget(zhang.openId, NOW);
      expect(await schedule.ofChat("oc_p")).toEqual([]);
      expect(await chats.find("oc_p")).toBeNull();
    });
  });

  describe("chats", () => {
    const chats = () => atOnce(store()).chats;
    const chat = { chatId: "oc_a", type: "group", name: "推进群", external: true, office: false } as const;

    it("keeps a chat, also again, and knows the groups it is in", async () => {
      await chats().keep(chat, NOW);
      await chats().keep({ ...chat, name: "新名", external: false }, NOW + 1);
      await chats().keep({ ...chat, chatId: "oc_b", office: true }, NOW + 2);
      await chats().keep({ ...chat, chatId: "oc_p", type: "p2p" }, NOW);
      expect(await chats().find("oc_a")).toEqual({ ...chat, name: "新名", external: false });
      expect((await chats().groups()).map(({ chatId, office }) => [chatId, office])).toEqual([
        ["oc_a", false],
        ["oc_b", true],
      ]);
      await chats().leave("oc_a", NOW);
      expect(await chats().groups(), "it has joined again since").toHaveLength(2);
      await chats().leave("oc_a", NOW + 1);
      expect(await chats().groups()).toHaveLength(1);
      await chats().keep(chat, NOW);
      expect(await chats().groups()).toHaveLength(2);
    });

    it("knows since when a group is the office's own, and since when the bot is in it", async () => {
      const sinceOf = async () => {
        const [group] = await chats().groups();
        return [group?.joinedAt, group?.officeSince];
      };
      await chats().keep({ ...chat, external: false }, NOW);
      expect(await sinceOf()).toEqual([NOW, null]);
      await chats().setOffice("oc_a", true, NOW + 1);
      expect(await sinceOf()).toEqual([NOW, NOW + 1]);
      await chats().leave("oc_a", NOW + 2);
      await chats().keep({ ...chat, external: false }, NOW + 3);
      expect(await sinceOf()).toEqual([NOW + 3, NOW + 1]);
      await chats().setOffice("oc_a", false, NOW + 4);
      expect(await sinceOf()).toEqual([NOW + 3, null]);
    });

    it("binds a chat to projects, also again", async () => {
      await atOnce(store()).projects.keepProjects([project("S-01"), project("S-02")]);
      await chats().bind("oc_a", []);
      await chats().bind("oc_a", ["S-02"]);
      await chats().bind("oc_a", ["S-01", "S-02"]);
      expect(await chats().projects("oc_a")).toEqual(["S-01", "S-02"]);
      await chats().unbind("oc_a");
      expect(await chats().projects("oc_a")).toEqual([]);
    });
  });

  describe("meetings", () => {
    const meetings = () => atOnce(store()).meetings;
    const meeting = {
      chatId: "oc_a",
      kind: "推进会" as const,
      title: "推进会",
      startsAt: NOW + MINUTE,
      place: "301",
      code: null,
      problem: null,
    };

    it("books, finds and cancels", async () => {
      const id = await meetings().book(meeting, "ou_li", NOW);
      const later = await meetings().book({ ...meeting, startsAt: NOW + 2 * MINUTE }, "ou_li", NOW);
      expect(await meetings().find(id)).toEqual({ ...meeting, id, bookedAt: NOW });
      const between = await meetings().between(NOW, NOW + 2 * MINUTE);
      expect(between.map((one) => one.id)).toEqual([id]);
      expect((await meetings().next("oc_a", NOW))?.id).toBe(id);
      expect(await meetings().next("oc_b", NOW)).toBeNull();
      await meetings().cancel(id, NOW);
      expect(await meetings().find(id)).toBeNull();
      expect((await meetings().next("oc_a", NOW))?.id).toBe(later);
    });

    it("keeps each person's last answer", async () => {
      const id = await meetings().book(meeting, "ou_li", NOW);
      await meetings().answer(id, { openId: "ou_zhang", name: "张伟", answer: "参会" }, NOW);
      await meetings().answer(id, { openId: "ou_li", name: "李敏", answer: "参会" }, NOW + 1);
      await meetings().answer(id, { openId: "ou_zhang", name: "张伟", answer: "请假" }, NOW + 2);
      expect(await meetings().attendance(id)).toEqual([
        { openId: "ou_li", name: "李敏", answer: "参会" },
        { openId: "ou_zhang", name: "张伟", answer: "请假" },
      ]);
    });
  });

  describe("refusals", () => {
    it("lists the latest first", async () => {
      const refused = {
        openId: "ou_liu",
        chatId: "oc_a",
        messageId: null,
        code: "not-registered",
        what: "记账",
      };
      await atOnce(store()).refusals.add(refused, NOW);
      await atOnce(store()).refusals.add({ ...refused, messageId: "om_2" }, NOW + 1);
      expect(await atOnce(store()).refusals.latest(1)).toEqual([
        { ...refused, messageId: "om_2", at: NOW + 1 },
      ]);
    });
  });
}
