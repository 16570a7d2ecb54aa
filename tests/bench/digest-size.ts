import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lagDigest } from "../../jobs/lag-digest.js";
import { Scheduler } from "../../src/bot/scheduler.js";
import { at } from "../../src/domain/day.js";
import { createLog } from "../../src/log.js";
import { openStore } from "../../src/store/store.js";
import { fillLedger } from "./big-ledger.js";

const CHATS = 200;
const PROJECTS = 10_000;
/** Mondays on which the weekly digest is due */
const FIRST = at("2022-09-19", "09:10");
const WEEK = 7 * 24 * 3_600_000;
const ROUNDS = 3;

/** The weekly digest over 10,000 projects for 200 chats: from the tick to the last committed outbox row. */
export async function digestSize(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  const store = await openStore(`sqlite:${join(folder, "ledger.sqlite")}`);
  await fillLedger(store, PROJECTS);
  await store.transaction(async (tx) => {
    for (let index = 0; index < CHATS; index++) {
      const chatId = `oc_bench${index}`;
      await tx.chats.keep({ chatId, type: "group", name: `群${index}`, external: false, office: false }, 0);
      await tx.schedule.subscribe({
        chatId,
        job: lagDigest.name,
        active: true,
        since: FIRST - WEEK / 7,
        weekday: null,
        time: null,
      });
    }
  });
  let now = FIRST;
  const clock = { now: () => now };
  const bot = { posts: [lagDigest], nudges: [], isDemo: false };
  const scheduler = new Scheduler({ bot, store, clock, log: createLog("silent"), onCommitted() {} });
  for (let round = 0; round < ROUNDS; round++, now += WEEK) {
    const before = await store.read.outbox.waiting();
    const began = performance.now();
    await scheduler.tick();
    const spent = performance.now() - began;
    const queued = (await store.read.outbox.waiting()) - before;
    say(
      `  digest over ${PROJECTS} projects: ${queued} of ${CHATS} chats queued in ${(spent / 1000).toFixed(2)} s (wanted: under 2 s)`,
    );
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
