import { afterEach, describe, expect, it, vi } from "vitest";
import { type Row, Worker } from "../../../src/bot/worker.js";
import type { Repositories } from "../../../src/store/store.js";
import { listeningLog } from "../../feishu/log.js";
import { atOnce, NOW, type Parts } from "./parts.js";

/** A clock that stands still unless it is set. */
function clockAt(at: number) {
  let now = at;
  return {
    now: () => now,
    set(later: number) {
      now = later;
    },
  };
}

const wordsOf = (row: Row): string => (row.event as unknown as { text: string }).text;

export function workerSuite({ store, tables }: Parts): void {
  describe("worker", () => {
    let worker: Worker;
    afterEach(() => worker.stop());

    /** Each row leaves a mark in the settings; one that says so runs into an error of the database first. */
    async function handle(tx: Repositories, row: Row): Promise<null> {
      const text = wordsOf(row);
      await tx.people.register(
        { openId: `ou_${text}`, name: text, unit: null, section: null, role: "guest" },
        "test",
        NOW,
      );
      if (text.startsWith("坏")) await tx.chats.bind(row.lane, ["S-99"]);
      return null;
    }

    function start(clock = clockAt(NOW)) {
      const apologise = vi.fn(async () => {});
      const { log, lines } = listeningLog();
      worker = new Worker({
        store: store(),
        clock,
        log,
        prepare,
        handle,
        apologise,
        onCommitted() {},
      });
      worker.wake();
      return { clock, apologise, lines };
    }

    /** The platform does not tell what such a message hands on. */
    async function prepare(rows: Row[]): Promise<void> {
      for (const row of rows)
        if (wordsOf(row).startsWith("等"))
          Object.assign(row.event, { handedOn: { by: "forward", is: "awaited" } });
    }

    const keep = (...rows: [lane: string, text: string][]) =>
      atOnce(store()).inbox.keep(
        rows.map(([lane, text]) => ({ key: text, eventId: null, lane, event: { kind: "message", text } })),
        NOW,
      );
    const statuses = async () =>
      Object.fromEntries(
        (await tables()("inbox").select("key", "status")).map((row) => [row.key, row.status]),
      );
    const marks = async () => (await store().read.people.all()).map(({ name }) => name).sort();

    it("rolls a failed batch back and does its rows one by one: the fault of one costs the others nothing", async () => {
      await keep(["oc_a", "甲一"], ["oc_b", "坏"], ["oc_a", "甲二"], ["oc_b", "乙二"], ["oc_c", "丙"]);
      start();
      await vi.waitFor(async () => {
        expect(await statuses()).toEqual({
          甲一: "done",
          坏: "waiting",
          甲二: "done",
          乙二: "waiting",
          丙: "done",
        });
      });
      expect(await marks()).toEqual(["甲一", "甲二", "丙"].sort());
      const [bad] = await tables()("inbox").where({ key: "坏" });
      expect(bad).toMatchObject({ attempts: 1, not_before: NOW + 1000 });
      expect(bad.reason).toMatch(/foreign key/i);
    });

    it("sleeps until the head of the lane may be tried again, and does not spin on the rows behind it", async () => {
      await keep(["oc_b", "坏"], ["oc_b", "乙二"]);
      const nextAt = vi.spyOn(store().read.inbox, "nextAt");
      start();
      await vi.waitFor(() => expect(nextAt).toHaveBeenCalled());
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(nextAt.mock.calls.length).toBeLessThan(5);
      nextAt.mockRestore();
    });

    it("puts a row aside after many retries, apologises, and goes on with its lane", async () => {
      await keep(["oc_b", "坏"], ["oc_b", "乙二"]);
      const [bad] = await store().read.inbox.ready(NOW, 1);
      for (let retry = 0; retry < 14; retry++)
        await atOnce(store()).inbox.postpone(bad?.seq ?? 0, NOW, "坏了");
      const { apologise } = start(clockAt(NOW + 11 * 60_000));
      await vi.waitFor(async () => expect(await statuses()).toEqual({ 坏: "failed", 乙二: "done" }));
      expect(apologise).toHaveBeenCalledOnce();
      expect(await marks()).toEqual(["乙二"]);
    });

    it("puts off what the platform has not told yet, with what stands behind it, and does the rest at once", async () => {
      await keep(["oc_a", "甲一"], ["oc_b", "等"], ["oc_a", "等二"], ["oc_b", "乙二"], ["oc_a", "甲三"]);
      await keep(["oc_c", "丙"]);
      const transaction = vi.spyOn(store(), "transaction");
      const { lines, clock } = start();
      const end = async (...done: string[]) =>
        vi.waitFor(async () => {
          const ended = Object.entries(await statuses()).filter(([, status]) => status === "done");
          expect(ended.map(([key]) => key).sort()).toEqual([...done].sort());
          expect(await store().read.inbox.ready(clock.now(), 9)).toEqual([]);
        });
      await end("甲一", "丙");
      const awaited = await tables()("inbox").whereIn("key", ["等", "等二"]);
      expect(awaited).toMatchObject([
        { attempts: 1, not_before: NOW + 1000 },
        { attempts: 1, not_before: NOW + 1000 },
      ]);
      // One for what is done, one for each that is put off.
      expect(transaction).toHaveBeenCalledTimes(3);
      transaction.mockRestore();
      expect(lines.map(({ level, code }) => ({ level, code }))).toEqual([
        { level: 30, code: "inbox-awaited" },
        { level: 30, code: "inbox-awaited" },
      ]);
      await tables()("inbox")
        .whereIn("key", ["等", "等二"])
        .update({ payload: JSON.stringify({ kind: "message", text: "到了" }) });
      clock.set(NOW + 1000);
      worker.wake();
      await end("甲一", "丙", "等", "乙二", "等二", "甲三");
    });

    it("puts a row off once, though two workers saw it awaited at the same time", async () => {
      await keep(["oc_b", "甲"]);
      const [row] = await store().read.inbox.ready(NOW, 1);
      for (const later of [1000, 1001])
        await atOnce(store()).inbox.postpone(row?.seq ?? 0, NOW + later, "等", row?.attempts);
      const [kept] = await tables()("inbox");
      expect(kept).toMatchObject({ attempts: 1, not_before: NOW + 1000 });
    });

    it("does what another worker has ended not again", async () => {
      await keep(["oc_b", "甲"]);
      const [row] = await store().read.inbox.ready(NOW, 1);
      const end = () => store().transaction((tx) => tx.inbox.end([row?.seq ?? 0], NOW));
      expect(await end()).toEqual([row?.seq]);
      expect(await end()).toEqual([]);
    });
  });
}
