import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../src/bot/command.js";
import { setTeams } from "../../../src/bot/people/set-team.js";
import { changeField } from "../../../src/bot/project/change-field.js";
import { end } from "../../../src/bot/project/end.js";
import { writeSign } from "../../../src/bot/project/sign-write.js";
import type { Turn } from "../../../src/bot/turn.js";
import type { ControlTotal } from "../../../src/domain/project.js";
import type { DatabaseUrl } from "../../../src/store/database.js";
import type { NewOutboxRow } from "../../../src/store/outbox.js";
import { openStore, type Repositories, type Store } from "../../../src/store/store.js";
import type { Kind } from "../../support/databases.js";
import { project } from "./ledger.js";
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

    /** Whoever begins while a transaction of `one` is open, waits for it, and ends after it. */
    async function meanwhile(
      first: (tx: Repositories) => Promise<unknown>,
      second: (tx: Repositories) => Promise<unknown>,
    ): Promise<void> {
      const end = await opened(one, first);
      const later = other.transaction(second);
      await vi.waitFor(async () => {
        expect(await tables()("pg_locks").where({ granted: false })).not.toEqual([]);
      });
      await end();
      await later;
    }

    const li = (tx: Repositories, words: string): Turn =>
      ({
        tx,
        words,
        now: NOW,
        saidAt: NOW,
        sentAt: NOW,
        writeId: words,
        messageId: `om_${words}`,
        mentions: [],
        speaker: { openId: "ou_li", name: "李敏", unit: null, role: "office", isRegistered: true },
        chat: { chatId: "oc_a" },
        sight: { codes: null, money: true, pricesOf: null },
        closes: {},
        closedMonth: "2022-08",
      }) as unknown as Turn;

    it("change different facts of one project, and keep both", async () => {
      const known = project("S-07");
      await one.transaction((tx) => tx.projects.keepProjects([known]));
      await meanwhile(
        (tx) => changeField(li(tx, "1"), known, "content", { content: "四公里" }, undefined),
        (tx) => changeField(li(tx, "2"), known, "leader", { leader: "王区长" }, undefined),
      );
      expect(await one.read.projects.byCode("S-07")).toMatchObject({ content: "四公里", leader: "王区长" });
      await meanwhile(
        (tx) => end(li(tx, "3"), { code: "S-07", as: "closed", reason: "" }),
        (tx) => changeField(li(tx, "4"), known, "alias", { aliases: ["武宁"] }, undefined),
      );
      expect(await one.read.projects.byCode("S-07")).toMatchObject({
        aliases: ["武宁"],
        ended: { as: "closed" },
      });
    });

    it("change different figures of a control total, and keep both", async () => {
      await one.transaction((tx) => tx.projects.keepControlTotals(2022, [{ class: "区属重大" }]));
      const change = (part: Partial<ControlTotal>) => async (tx: Repositories) => {
        const total = await tx.projects.heldControlTotal(2022, "区属重大");
        if (total) await tx.projects.setControlTotal(2022, { ...total, ...part }, NOW);
      };
      await meanwhile(change({ projects: 63 }), change({ yearYuan: 7 }));
      expect(await one.read.projects.controlTotals(2022)).toEqual([
        { class: "区属重大", projects: 63, yearYuan: 7 },
      ]);
    });

    it("sign a project's year once", async () => {
      const signed = project("S-08");
      await one.transaction((tx) => tx.projects.keepProjects([signed]));
      const draft = (plan: string) => ({
        code: "S-08",
        words: { plan, curve: "", nodes: "", unit: "", day: "2022-09-19" },
        said: "签约",
        messageId: "om_5",
      });
      const answers: (Answer | null)[] = [];
      const sign = (plan: string) => async (tx: Repositories) =>
        answers.push(await writeSign(li(tx, plan), signed, draft(plan)));
      await meanwhile(sign("1亿"), sign("2亿"));
      expect(answers.map((answer) => answer === null)).toEqual([false, true]);
      const versions = await one.read.plans.versions("S-08", 2022);
      expect(versions.map(({ version, plan }) => [version, plan.yuan])).toEqual([[1, 100_000_000]]);
      expect((await one.read.ledger.figures("S-08")).years[2022]?.plan?.yuan).toBe(100_000_000);
    });

    it("change two places of a team, and keep both", async () => {
      const own = project("S-09");
      await one.transaction((tx) => tx.projects.keepProjects([own]));
      const wish = (part: "负责人" | "联络员", name: string) => (tx: Repositories) =>
        setTeams(li(tx, name), [own], [{ part, names: [name] }] as never);
      await meanwhile(wish("负责人", "郑工"), wish("联络员", "赵工"));
      const team = await one.read.teams.team("S-09");
      expect(team.map(({ part, name }) => [part, name]).sort()).toEqual([
        ["联络员", "赵工"],
        ["负责人", "郑工"],
      ]);
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
