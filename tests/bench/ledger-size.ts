import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../commands/index.js";
import { posts } from "../../jobs/index.js";
import { answerMessage } from "../../src/bot/answer-message.js";
import type { BotParts } from "../../src/bot/bot-parts.js";
import { Names } from "../../src/bot/naming.js";
import { at } from "../../src/domain/day.js";
import { createLog } from "../../src/log.js";
import { openStore, type Store } from "../../src/store/store.js";
import { fillLedger } from "./big-ledger.js";
import { median, percentile } from "./load.js";

const SIZES = [100, 1000, 10_000];
const NOW = at("2022-09-20") + 10 * 3_600_000;
const SPEAKER = "ou_bench";
const WARM_UP = 5;

interface Question {
  title: string;
  /** p95, ms */
  wanted: number;
  times: number;
  ask(index: number, projects: number): string;
}

const QUESTIONS: Question[] = [
  {
    title: "status of one project",
    wanted: 10,
    times: 200,
    ask: (index, projects) => `查 样本${(index * 7919) % projects}号工程`,
  },
  { title: "lag list", wanted: 300, times: 25, ask: () => "哪些滞后" },
  { title: "lag list of a unit", wanted: 300, times: 25, ask: () => "滞后 区建设管理委" },
  { title: "totals", wanted: 300, times: 25, ask: () => "总览" },
];

let sequence = 0;

interface Spent {
  /** ms from the message to its answer in the outbox */
  answer: number;
  /** ms until it is committed, which is the disk's time rather than the ledger's */
  whole: number;
}

/** One message's whole turn: reading, permission, answer, card, outbox, commit. */
async function answered(store: Store, parts: BotParts, text: string): Promise<Spent> {
  sequence += 1;
  const seq = sequence;
  const began = performance.now();
  let answer = 0;
  await store.transaction(async (tx) => {
    const begun = performance.now();
    await answerMessage(
      parts,
      tx,
      { seq, lane: "oc_bench", key: `bench:${seq}`, attempts: 0, receivedAt: NOW } as never,
      {
        kind: "message",
        messageId: `om_${seq}`,
        chatId: "oc_bench",
        chatType: "p2p",
        senderId: SPEAKER,
        fromOutside: false,
        saidAt: NOW,
        text,
        mentions: [],
        toBot: true,
        type: "text",
      },
      NOW,
    );
    answer = performance.now() - begun;
  });
  return { answer, whole: performance.now() - began };
}

const shown = (times: number[]): string =>
  `${median(times).toFixed(1).padStart(6)} p95 ${percentile(times, 95).toFixed(1).padStart(6)} ms`;

async function measure(projects: number, say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-bench-"));
  const store = await openStore(`sqlite:${join(folder, "ledger.sqlite")}`);
  const entries = await fillLedger(store, projects);
  const parts: BotParts = {
    commands,
    posts,
    nudges: [],
    names: new Names(commands),
    directory: { nameOf: () => "李敏" },
    admins: new Set([SPEAKER]),
    isDemo: false,
    log: createLog("silent"),
  };
  for (const { title, times, ask, wanted } of QUESTIONS) {
    const first = await answered(store, parts, ask(0, projects));
    for (let index = 0; index < WARM_UP; index++) await answered(store, parts, ask(index, projects));
    const spent: Spent[] = [];
    for (let index = 0; index < times; index++)
      spent.push(await answered(store, parts, ask(index, projects)));
    say(
      `${String(projects).padStart(8)} ${String(entries).padStart(9)}  ${title.padEnd(24)} answer ${shown(spent.map(({ answer }) => answer))}  with commit ${shown(spent.map(({ whole }) => whole))}  (p95 wanted: under ${wanted}); the first ${first.whole.toFixed(0)} ms`,
    );
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

/** How long the ledger's questions take as it grows, on SQLite. */
export async function ledgerSizes(say: (line: string) => void): Promise<void> {
  say("questions to the ledger, whole turn on SQLite (message → committed answer):");
  say("projects   entries");
  for (const projects of SIZES) await measure(projects, say);
}
