import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lagDigest } from "../../jobs/lag-digest.js";
import { reportChaseUnits } from "../../jobs/report-chase-units.js";
import { bindUnits } from "../../src/bot/schedule/bound.js";
import { Scheduler } from "../../src/bot/scheduler.js";
import { at } from "../../src/domain/day.js";
import { createLog } from "../../src/log.js";
import { openStore, type Store } from "../../src/store/store.js";
import { fillLedger } from "./big-ledger.js";

const CHATS = 200;
const PROJECTS = 10_000;
/** on which the weekly digest is due; the first finds nothing worked out yet */
const MONDAYS = ["2022-09-19", "2022-09-26", "2022-10-17"] as const;

type Say = (line: string) => void;

/** The weekly digest over 10,000 projects for 200 chats, from the tick to the last committed outbox row. */
export async function digestSize(say: Say): Promise<void> {
  await postsSize(say, "chats", []);
  // Units and a project of its own: no two groups see quite the same.
  await postsSize(say, "bound chats", ["区建设管理委", "桃浦智创城公司", "区绿化市容局", "区房屋征收中心"]);
}

async function postsSize(say: Say, chats: string, units: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  const store = await openStore(`sqlite:${join(folder, "ledger.sqlite")}`);
  await fillLedger(store, PROJECTS);
  let now = at("2022-09-19", "08:10");
  await joinChats(store, units, now);
  const clock = { now: () => now };
  const bot = { posts: [lagDigest, reportChaseUnits], nudges: [], isDemo: false };
  const scheduler = new Scheduler({ bot, store, clock, log: createLog("silent"), onCommitted() {} });
  const tick = async (instant: number): Promise<{ seconds: string; queued: number }> => {
    now = instant;
    const before = await store.read.outbox.waiting();
    const began = performance.now();
    await scheduler.tick();
    const seconds = ((performance.now() - began) / 1000).toFixed(2);
    return { seconds, queued: (await store.read.outbox.waiting()) - before };
  };
  for (const monday of MONDAYS) {
    // Months close in the night before, beside the posts.
    const closing = await tick(at(monday, "08:10"));
    if (Number(closing.seconds) > 0.1)
      say(`  the month of ${PROJECTS} projects closed in ${closing.seconds} s`);
    const { seconds, queued } = await tick(at(monday, "09:10"));
    say(
      `  digest over ${PROJECTS} projects: ${queued} of ${CHATS} ${chats} queued in ${seconds} s (wanted: under 2 s)`,
    );
  }
  const posted = await tick(at("2022-11-07", "16:58"));
  say(`  报送进度: ${posted.queued} of ${CHATS} ${chats} queued in ${posted.seconds} s (wanted: under 2 s)`);
  await tick(at("2022-11-07", "17:10"));
  const idle = await tick(at("2022-11-07", "17:10") + 5000);
  say(`  a tick beside ${CHATS} live cards, nothing changed: ${idle.seconds} s (wanted: under 0.1 s)`);
  const again = await tick(at("2022-11-07", "17:20"));
  say(`  a tick that compares all of them: ${again.seconds} s`);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function joinChats(store: Store, units: readonly string[], now: number): Promise<void> {
  await store.transaction(async (tx) => {
    for (let index = 0; index < CHATS; index++) {
      const chatId = `oc_bench${index}`;
      await tx.chats.keep({ chatId, type: "group", name: `群${index}`, external: false, office: false }, 0);
      if (units.length > 0) {
        await bindUnits(tx, chatId, [units[index % units.length] ?? ""]);
        await tx.chats.bind(chatId, [`B-${index}`]);
      }
      for (const job of [lagDigest.name, reportChaseUnits.name])
        await tx.schedule.subscribe({ chatId, job, active: true, since: now - 1, weekday: null, time: null });
    }
  });
}
