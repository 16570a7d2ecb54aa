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
/** on which the weekly digest is due; the first finds nothing worked out yet */
const MONDAYS = ["2022-09-19", "2022-09-26", "2022-10-17"] as const;

/** The weekly digest over 10,000 projects for 200 chats: from the tick to the last committed outbox row. */
export async function digestSize(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  const store = await openStore(`sqlite:${join(folder, "ledger.sqlite")}`);
  await fillLedger(store, PROJECTS);
  let now = at("2022-09-19", "08:10");
  await store.transaction(async (tx) => {
    for (let index = 0; index < CHATS; index++) {
      const chatId = `oc_bench${index}`;
      await tx.chats.keep({ chatId, type: "group", name: `群${index}`, external: false, office: false }, 0);
      await tx.schedule.subscribe({
        chatId,
        job: lagDigest.name,
        active: true,
        since: now - 1,
        weekday: null,
        time: null,
      });
    }
  });
  const clock = { now: () => now };
  const bot = { posts: [lagDigest], nudges: [], isDemo: false };
  const scheduler = new Scheduler({ bot, store, clock, log: createLog("silent"), onCommitted() {} });
  for (const monday of MONDAYS) {
    // Months close in the night before, beside the posts.
    now = at(monday, "08:10");
    const closing = performance.now();
    await scheduler.tick();
    const closed = (performance.now() - closing) / 1000;
    if (closed > 0.1) say(`  the month of ${PROJECTS} projects closed in ${closed.toFixed(2)} s`);
    now = at(monday, "09:10");
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
