import { describe, expect, it } from "vitest";
import type { CardRecord } from "../../../src/store/cards.js";
import { atOnce, NOW, type Parts } from "./parts.js";

const together = <T>(times: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, work));

export function onceSuite({ store }: Parts): void {
  describe("cards", () => {
    const card: CardRecord = {
      id: "c1",
      kind: "记账",
      model: { 项目: ["武宁路"] },
      version: 1,
      chatId: "oc_a",
      owner: "ou_zhang",
    };

    it("comes back as it was", async () => {
      await atOnce(store()).cards.add(card, NOW);
      expect(await store().read.cards.find("c1")).toEqual(card);
      expect(await store().read.cards.find("c2")).toBeNull();
    });

    it("turns once, however many click at the same time", async () => {
      await atOnce(store()).cards.add(card, NOW);
      const turns = await together(8, () =>
        store().transaction((tx) => tx.cards.turn("c1", 1, { by: "click" })),
      );
      expect(turns.filter((version) => version !== null)).toEqual([2]);
      expect(await store().read.cards.find("c1")).toMatchObject({ version: 2, model: { by: "click" } });
    });

    it("does not turn when the transaction that turned it is rolled back", async () => {
      await atOnce(store()).cards.add(card, NOW);
      const turn = store().transaction(async (tx) => {
        await tx.cards.turn("c1", 1, {});
        throw new Error("later");
      });
      await expect(turn).rejects.toThrow("later");
      expect(await atOnce(store()).cards.turn("c1", 1, {})).toBe(2);
    });

    it("are found by the message they answer, and by the message they are", async () => {
      await atOnce(store()).cards.add(card, NOW);
      const row = { lane: "oc_a", msgType: "interactive", content: "{}", cause: "inbox:1" } as const;
      await atOnce(store()).outbox.add(
        [
          { ...row, op: "reply", target: "om_asked", uuid: "u1", cardId: "c1" },
          { ...row, op: "reply", target: "om_other", uuid: "u2", cardId: null },
        ],
        NOW,
      );
      expect(await store().read.cards.ofMessage("om_asked")).toEqual(card);
      expect(await store().read.cards.ofMessage("om_card"), "not sent yet").toBeNull();
      const [first] = await atOnce(store()).outbox.ready(NOW, 1, []);
      await atOnce(store()).outbox.sent([{ seq: first?.seq ?? 0, messageId: "om_card" }], NOW);
      expect(await store().read.cards.ofMessage("om_card")).toEqual(card);
      expect(await store().read.cards.ofMessage("om_other"), "without a card").toBeNull();
    });

    it("are found by the message they answer, though it was gone when the answer left", async () => {
      const event = { lane: "oc_a", event: {} };
      const [, asked] = await atOnce(store()).inbox.keep(
        [
          { ...event, key: "om_before", eventId: null },
          { ...event, key: "om_asked", eventId: null },
        ],
        NOW,
      );
      await atOnce(store()).cards.add(card, NOW);
      const row = { lane: "oc_a", op: "reply", msgType: "interactive", content: "{}" } as const;
      const answer = { ...row, target: "om_asked", uuid: "u1", cardId: "c1", cause: `inbox:${asked?.seq}` };
      await atOnce(store()).outbox.add([answer], NOW);
      const [head] = await atOnce(store()).outbox.ready(NOW, 1, []);
      if (!head) throw new Error("nothing to send");
      await atOnce(store()).outbox.withoutReply(head, "oc_a");
      expect(await store().read.cards.ofMessage("om_asked")).toEqual(card);
      expect(await store().read.cards.ofMessage("om_before")).toBeNull();
    });

    it("forgets cards made long ago", async () => {
      await atOnce(store()).cards.add(card, NOW);
      expect(await atOnce(store()).cards.forget(NOW)).toBe(0);
      expect(await atOnce(store()).cards.forget(NOW + 1)).toBe(1);
    });
  });

  describe("schedule", () => {
    const key = { job: "周报", chatId: "oc_a", subject: "-", period: "2022-W38" };
    const claim = () => store().transaction((tx) => tx.schedule.claim(key, NOW, NOW));

    it("gives a run to one of those who want it at the same time", async () => {
      const claims = await together(8, claim);
      expect(claims.filter((id) => id !== null)).toHaveLength(1);
      expect(await store().read.schedule.hasRun(key)).toBe(true);
      expect(await store().read.schedule.hasRun({ ...key, period: "2022-W39" })).toBe(false);
    });

    it("gives it again when the first did not commit", async () => {
      const failed = store().transaction(async (tx) => {
        await tx.schedule.claim(key, NOW, NOW);
        throw new Error("crash");
      });
      await expect(failed).rejects.toThrow("crash");
      const id = await claim();
      expect(id).not.toBeNull();
      await atOnce(store()).schedule.outcome(id ?? 0, "empty");
    });

    it("keeps a chat's subscription once, and not for chats that were left", async () => {
      const subscription = {
        chatId: "oc_a",
        job: "周报",
        active: true,
        since: NOW,
        weekday: null,
        time: null,
      };
      const chat = { chatId: "oc_a", type: "group", name: "群", external: false, office: false } as const;
      await atOnce(store()).chats.keep(chat, NOW);
      await atOnce(store()).schedule.subscribe(subscription);
      const moved = { ...subscription, active: false, weekday: 3, time: "09:30" };
      await atOnce(store()).schedule.subscribe(moved);
      expect(await store().read.schedule.subscriptions("周报")).toEqual([moved]);
      expect(await store().read.schedule.ofChat("oc_a")).toEqual([moved]);
      await atOnce(store()).chats.leave("oc_a", NOW);
      expect(await store().read.schedule.subscriptions("周报")).toEqual([]);
    });
  });
}
