import { describe, expect, it } from "vitest";
import type { NewOutboxRow, OutboxRow } from "../../../src/store/outbox.js";
import { atOnce, MINUTE, NOW, type Parts } from "./parts.js";

function row(uuid: string, lane = "oc_a", more: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return {
    lane,
    op: "create",
    target: lane,
    msgType: "text",
    content: JSON.stringify({ text: uuid }),
    uuid,
    cardId: null,
    cause: "inbox:1",
    ...more,
  };
}

export function outboxSuite({ store, tables }: Parts): void {
  describe("outbox", () => {
    const outbox = () => atOnce(store()).outbox;
    const add = (...rows: NewOutboxRow[]) => outbox().add(rows, NOW);
    const ready = async (now = NOW, busy: string[] = [], limit = 100) =>
      (await outbox().ready(now, limit, busy)).map(({ uuid }) => uuid);
    const read = async (uuid: string): Promise<OutboxRow> => {
      const rows = await outbox().ready(Number.MAX_SAFE_INTEGER, 1000, []);
      const found = rows.find((one) => one.uuid === uuid);
      if (!found) throw new Error(`${uuid} is not at the head of its lane`);
      return found;
    };
    const seqOf = async (uuid: string) => (await tables()("outbox").where({ uuid }).first("seq")).seq;
    const statusOf = async (uuid: string) =>
      (await tables()("outbox").where({ uuid }).first("status")).status;
    const send = async (uuid: string, messageId: string | null = `om_${uuid}`) =>
      outbox().sent([{ seq: await seqOf(uuid), messageId }], NOW);

    it("keeps a row as it is", async () => {
      await add(row("u1", "oc_a", { op: "reply", target: "om_1", cardId: "c1" }));
      const { seq, ...rest } = await read("u1");
      expect(rest).toEqual({
        lane: "oc_a",
        op: "reply",
        target: "om_1",
        msgType: "text",
        content: '{"text":"u1"}',
        uuid: "u1",
        cardId: "c1",
        attempts: 0,
        createdAt: NOW,
        unclearSince: null,
        expiresAt: null,
      });
      expect(await outbox().waiting()).toBe(1);
      await outbox().add([], NOW);
    });

    it("offers the heads of lanes, oldest first, so that a long lane crowds out none", async () => {
      await add(row("a1"), row("a2"), row("a3"), row("b1", "oc_b"), row("c1", "oc_c"));
      expect(await ready()).toEqual(["a1", "b1", "c1"]);
      expect(await ready(NOW, [], 2)).toEqual(["a1", "b1"]);
      expect(await ready(NOW, ["oc_a", "oc_c"])).toEqual(["b1"]);
      await send("a1");
      expect(await ready()).toEqual(["a2", "b1", "c1"]);
    });

    it("leaves out a lane whose head waits for its time, and says when that is", async () => {
      await add(row("a1"), row("a2"), row("b1", "oc_b"));
      expect(await outbox().nextAt()).toBe(NOW);
      expect(await outbox().nextAt(NOW)).toBeNull();
      await outbox().retry(await read("a1"), NOW + MINUTE, "太快");
      expect(await ready()).toEqual(["b1"]);
      expect(await outbox().nextAt(NOW)).toBe(NOW + MINUTE);
      expect(await ready(NOW + MINUTE)).toEqual(["a1", "b1"]);
    });

    it("passes over what leaves only in posting hours: the first of the others is its lane's head", async () => {
      const held = { inHours: true, expiresAt: NOW + MINUTE };
      await add(row("a1", "oc_a", held), row("a2"), row("a3"), row("b1", "oc_b", held));
      expect(await ready()).toEqual(["a1", "b1"]);
      const atNight = async () => (await outbox().ready(NOW, 100, [], false)).map(({ uuid }) => uuid);
      expect(await atNight()).toEqual(["a2"]);
      expect(await outbox().nextAt(0, false)).toBe(NOW);
      await send("a2");
      expect(await atNight()).toEqual(["a3"]);
      await send("a3");
      expect(await atNight()).toEqual([]);
      expect(await outbox().nextAt(0, false)).toBeNull();
      expect(await outbox().hasHeld()).toBe(true);
      expect(await read("a1")).toMatchObject({ expiresAt: NOW + MINUTE });
      await send("a1");
      await send("b1");
      expect(await outbox().hasHeld()).toBe(false);
    });

    it("tells when a card's message may leave, as long as it waits", async () => {
      await add(row("a1", "oc_a", { cardId: "c1", inHours: true, expiresAt: NOW }));
      await add(row("p1", "oc_a", { cardId: "c1", op: "patch", target: "c1" }));
      expect(await outbox().leaveOfCard("c1")).toEqual({ inHours: true, expiresAt: NOW });
      await send("a1");
      expect(await outbox().leaveOfCard("c1")).toBeNull();
      expect(await outbox().leaveOfCard("c2")).toBeNull();
    });

    it("marks attempts as begun, and tells which rows still wait", async () => {
      await add(row("a1"), row("b1", "oc_b"));
      const [a, b] = [await seqOf("a1"), await seqOf("b1")];
      await outbox().putAside(b, "superseded", NOW, "");
      expect(await outbox().begin([a, b], NOW)).toEqual([a]);
      expect(await read("a1")).toMatchObject({ attempts: 1, unclearSince: NOW });
    });

    it("writes what was sent in one statement, with the messages' ids", async () => {
      await add(row("a1", "oc_a", { cardId: "c1" }), row("b1", "oc_b"), row("c1", "oc_c"));
      const [a, b] = [await seqOf("a1"), await seqOf("b1")];
      await outbox().begin([a, b], NOW);
      const done = [
        { seq: a, messageId: "om_a" },
        { seq: b, messageId: null },
      ];
      await outbox().sent(done, NOW + 1);
      expect(await tables()("outbox").orderBy("seq").select("status", "message_id", "unclear_since")).toEqual(
        [
          { status: "sent", message_id: "om_a", unclear_since: null },
          { status: "sent", message_id: null, unclear_since: null },
          { status: "waiting", message_id: null, unclear_since: null },
        ],
      );
      await outbox().sent([], NOW);
      expect(await outbox().messageOfCard("c1")).toBe("om_a");
    });

    it("keeps the first unclear attempt in mind through later refusals", async () => {
      await add(row("a1"));
      const untouched = await read("a1");
      await outbox().begin([untouched.seq], NOW);
      await outbox().retry(untouched, NOW + 1, "太快");
      expect((await read("a1")).unclearSince).toBeNull();

      await outbox().begin([untouched.seq], NOW + 2);
      await outbox().unclear(untouched.seq, NOW + 3, "没有回音");
      const unclear = await read("a1");
      await outbox().begin([unclear.seq], NOW + 4);
      await outbox().retry(unclear, NOW + 5, "太快");
      expect(await read("a1")).toMatchObject({ unclearSince: NOW + 2, attempts: 3 });
    });

    it("turns a reply into a plain message", async () => {
      await add(row("a1", "oc_a", { op: "reply", target: "om_gone" }));
      await outbox().withoutReply(await read("a1"), "oc_a");
      expect(await read("a1")).toMatchObject({ op: "create", target: "oc_a" });
    });

    it("puts aside with a reason, newest first", async () => {
      await add(row("a1"), row("a2"));
      await outbox().putAside(await seqOf("a1"), "dead", NOW, "群已解散");
      await outbox().putAside(await seqOf("a2"), "uncertain", NOW + 1, "不明");
      expect(await outbox().aside(5)).toMatchObject([
        { status: "uncertain", endedAt: NOW + 1, reason: "不明" },
        { status: "dead", endedAt: NOW, reason: "群已解散", lane: "oc_a" },
      ]);
      expect(await outbox().waiting()).toBe(0);
    });

    it("lets older changes of a card give way, but neither the card nor a change already tried", async () => {
      const patch = { op: "patch", cardId: "c1", target: "om_1" } as const;
      await add(row("card", "oc_a", { cardId: "c1" }), row("p1", "oc_a", patch), row("p2", "oc_a", patch));
      await add(row("other", "oc_a", { ...patch, cardId: "c2" }));
      await outbox().begin([await seqOf("p1")], NOW);
      await outbox().supersedePatches("c1", NOW);
      const statuses = await Promise.all(["card", "p1", "p2", "other"].map(statusOf));
      expect(statuses).toEqual(["waiting", "waiting", "superseded", "waiting"]);
    });

    it("forgets what was sent long ago, and keeps what was put aside", async () => {
      await add(row("a1"), row("a2"), row("a3"));
      await send("a1");
      await outbox().putAside(await seqOf("a2"), "dead", NOW, "群已解散");
      expect(await outbox().forget(NOW + 1)).toBe(1);
      expect(await outbox().aside(5)).toHaveLength(1);
    });

    it("finds the heads among 10,000 rows of 1,000 lanes in milliseconds", async () => {
      const rows = Array.from({ length: 10_000 }, (_, i) => row(`u${i}`, `oc_${i % 1000}`));
      await store().transaction(async (tx) => {
        for (let i = 0; i < rows.length; i += 400) await tx.outbox.add(rows.slice(i, i + 400), NOW);
      });
      const busy = Array.from({ length: 64 }, (_, i) => `oc_${i}`);
      const times: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        const from = performance.now();
        expect((await ready(NOW, busy, 128))[0]).toBe("u64");
        times.push(performance.now() - from);
      }
      expect(Math.min(...times)).toBeLessThan(30);
    });
  });
}
