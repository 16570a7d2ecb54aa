import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DatabaseUrl } from "../../../src/store/database.js";
import type { NewOutboxRow } from "../../../src/store/outbox.js";
import { openStore, type Repositories, type Store } from "../../../src/store/store.js";
import type { Kind } from "../../support/databases.js";
import { NOW, type Parts } from "./parts.js";

/** Begins a transaction that stays open; resolves once its work is done to what ends it. */
function opened(store: Store, work: (tx: Repositories) => Promise<unknown>): Promise<() => Promise<void>> {
  return new Promise((begun, failed) => {
    const ended = store.transaction(async (tx) => {
      await work(tx);
      await new Promise<void>((resolve) =>
        begun(async () => {
          resolve();
          await ended;
        }),
      );
    });
    ended.catch(failed);
  });
}

/** On SQLite one transaction at a time writes, and the one process that owns the file sends. */
export function severalProcessesSuite(kind: Kind, { tables }: Parts): void {
  if (kind.name !== "PostgreSQL") return;
  describe("several processes on it", () => {
    let url: DatabaseUrl;
    let one: Store;
    let other: Store;
    beforeAll(async () => {
      url = await kind.empty();
      one = await openStore(url);
      other = await openStore(url);
    });
    afterAll(async () => {
      await one.close();
      await other.close();
    });
    const lanesOf = (store: Store) =>
      store.transaction(async (tx) => [...(await tx.inbox.takeLanes(["oc_a", "oc_b"]))].sort());

    it("work on a lane one at a time, and pass over what another works on", async () => {
      const end = await opened(one, (tx) => tx.inbox.takeLanes(["oc_a"]));
      expect(await lanesOf(other)).toEqual(["oc_b"]);
      await end();
      expect(await lanesOf(other)).toEqual(["oc_a", "oc_b"]);
    });

    it.each<[string, (tx: Repositories) => Promise<unknown>]>([
      ["a project's figures", (tx) => tx.ledger.figures("S-06")],
      [
        "the events of a lane",
        (tx) => tx.inbox.keep([{ key: crypto.randomUUID(), eventId: null, lane: "oc_a", event: {} }], NOW),
      ],
    ])("wait for each other with %s", async (_what, work) => {
      const order: string[] = [];
      const end = await opened(one, work);
      const second = other.transaction(work).then(() => order.push("second"));
      await vi.waitFor(async () => {
        const waiting = await tables()("pg_locks").where({ locktype: "advisory", granted: false });
        expect(waiting).not.toEqual([]);
      });
      order.push("first");
      await end();
      await second;
      expect(order).toEqual(["first", "second"]);
    });

    it("look at a project's figures without waiting, and without keeping anybody waiting", async () => {
      const end = await opened(one, (tx) => tx.ledger.figures("S-06"));
      const look = await opened(other, (tx) => tx.ledger.figuresToShow("S-06"));
      await end();
      await one.transaction((tx) => tx.ledger.figures("S-06"));
      await look();
    });

    it("take several projects in one order, in whatever order a message names them", async () => {
      const codes = Array.from({ length: 20 }, (_, index) => `S-${index}`);
      const rounds = Array.from({ length: 10 }, () => [
        one.transaction((tx) => tx.ledger.hold(codes)),
        other.transaction((tx) => tx.ledger.hold(codes.toReversed())),
      ]);
      await Promise.all(rounds.flat());
    });

    it("leave the sending to one, until it ends or is cut off", async () => {
      const held = vi.fn();
      const outgoing = vi.fn();
      const first = one.sendingDuty({ onHeld: held, onOutgoing: () => {} });
      await vi.waitFor(() => expect(held).toHaveBeenCalled());
      const second = other.sendingDuty({ onHeld: held, onOutgoing: outgoing });
      const row: NewOutboxRow = {
        lane: "oc_a",
        op: "create",
        target: "oc_a",
        msgType: "text",
        content: "{}",
        uuid: "u-1",
        cardId: null,
        cause: "run:1",
      };
      await vi.waitFor(async () => {
        await one.transaction((tx) => tx.outbox.add([row], NOW));
        expect(outgoing).toHaveBeenCalled();
      });
      expect([first.isHeld, second.isHeld]).toEqual([true, false]);
      await first.end();
      await vi.waitFor(() => expect(second.isHeld).toBe(true), { timeout: 5000 });

      // The server loses sight of it: it knows at once, and applies again.
      await tables().raw(
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where l.locktype = 'advisory' and a.datname = ?`,
        [new URL(url).pathname.slice(1)],
      );
      await vi.waitFor(() => expect(second.isHeld).toBe(false));
      await vi.waitFor(() => expect(second.isHeld).toBe(true), { timeout: 5000 });
      await second.end();
    });
  });
}
