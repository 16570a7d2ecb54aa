import { describe, expect, it } from "vitest";
import type { NewInboxRow } from "../../../src/store/inbox.js";
import { atOnce, MINUTE, NOW, type Parts } from "./parts.js";

function row(key: string, lane = "oc_a", eventId: string | null = `ev_${key}`): NewInboxRow {
  return { key, eventId, lane, event: { kind: "message", text: `「${key}」\0'"` } };
}

export function inboxSuite({ store, tables }: Parts): void {
  describe("inbox", () => {
    const inbox = () => atOnce(store()).inbox;
    const keys = async (now = NOW, limit = 100) =>
      (await inbox().ready(now, limit)).map(({ event }) => (event as { text: string }).text.slice(1, -4));
    const seqOf = async (key: string) => (await tables()("inbox").where({ key }).first("seq")).seq;

    it("keeps an event as it is, numbered in order of arrival", async () => {
      const kept = await inbox().keep([row("m1"), row("m2"), row("m3")], NOW);
      expect(kept.map(({ key }) => key)).toEqual(["m1", "m2", "m3"]);
      expect(kept.map(({ seq }) => seq)).toEqual([...kept.map(({ seq }) => seq)].sort((a, b) => a - b));
      expect((await inbox().ready(NOW, 1))[0]).toEqual({
        seq: kept[0]?.seq,
        lane: "oc_a",
        event: row("m1").event,
        receivedAt: NOW,
        attempts: 0,
      });
    });

    it("passes over what came before, by key or by event_id, hours later and in the same batch", async () => {
      await inbox().keep([row("m1"), row("m2")], NOW);
      await inbox().end([await seqOf("m1")], NOW);
      const again = [row("m1", "oc_a", "ev_other"), row("other", "oc_a", "ev_m2"), row("m3"), row("m3")];
      const kept = await inbox().keep(again, NOW + 360 * MINUTE);
      expect(kept.map(({ key }) => key)).toEqual(["m3"]);
      expect(await keys(NOW + 360 * MINUTE)).toEqual(["m2", "m3"]);
    });

    it("keeps events without an event_id", async () => {
      await inbox().keep([row("m1", "oc_a", null), row("m2", "oc_a", null)], NOW);
      expect(await keys()).toEqual(["m1", "m2"]);
    });

    it("takes no rows without complaint", async () => {
      expect(await inbox().keep([], NOW)).toEqual([]);
      await inbox().end([], NOW);
    });

    it("keeps the same events from several sides once", async () => {
      const batch = Array.from({ length: 20 }, (_, i) => row(`m${i}`));
      const kept = await Promise.all([1, 2, 3].map(() => inbox().keep(batch, NOW)));
      expect(kept.flat()).toHaveLength(20);
    });

    it("leaves out a lane whose head waits, and goes on with it afterwards", async () => {
      await inbox().keep([row("a1"), row("b1", "oc_b"), row("a2")], NOW);
      await inbox().postpone(await seqOf("a1"), NOW + MINUTE, "busy");
      expect(await keys()).toEqual(["b1"]);
      expect(await keys(NOW + MINUTE)).toEqual(["a1", "b1", "a2"]);
      expect((await inbox().ready(NOW + MINUTE, 1))[0]?.attempts).toBe(1);
    });

    it("says when the head of the next lane may be tried, not the rows behind it", async () => {
      expect(await inbox().nextAt()).toBeNull();
      await inbox().keep([row("a1"), row("a2"), row("b1", "oc_b")], NOW);
      expect(await inbox().nextAt()).toBe(NOW);
      await inbox().postpone(await seqOf("a1"), NOW + 2 * MINUTE, "busy");
      await inbox().postpone(await seqOf("b1"), NOW + MINUTE, "busy");
      expect(await inbox().nextAt()).toBe(NOW + MINUTE);
    });

    it("puts a failed row aside with its reason, so that its lane goes on", async () => {
      await inbox().keep([row("a1"), row("a2")], NOW);
      const seq = await seqOf("a1");
      await inbox().fail(seq, NOW + 1, "无法处理");
      expect(await keys()).toEqual(["a2"]);
      expect(await inbox().failed(5)).toEqual([{ seq, lane: "oc_a", endedAt: NOW + 1, reason: "无法处理" }]);
    });

    it("forgets what ended long ago, nothing else", async () => {
      await inbox().keep([row("old"), row("new"), row("open")], NOW);
      await inbox().end([await seqOf("old")], NOW);
      await inbox().end([await seqOf("new")], NOW + MINUTE);
      expect(await inbox().forget(NOW + MINUTE)).toBe(1);
      expect(await tables()("inbox").orderBy("seq").pluck("key")).toEqual(["new", "open"]);
    });
  });
}
