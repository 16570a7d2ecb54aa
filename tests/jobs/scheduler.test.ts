import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Post } from "../../src/bot/post.js";
import { Scheduler } from "../../src/bot/scheduler.js";
import { at } from "../../src/domain/day.js";
import { createLog } from "../../src/log.js";
import { openStore, type Store } from "../../src/store/store.js";

const DUE = at("2022-09-20", "09:10");
const HOUR = 3_600_000;
const CHATS = Array.from({ length: 30 }, (_, index) => `oc_${String(index).padStart(2, "0")}`);

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-scheduler-"));
  store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  await store.transaction(async (tx) => {
    for (const chatId of CHATS) {
      await tx.chats.keep({ chatId, type: "group", name: chatId, external: false, office: false }, 0);
      await tx.schedule.subscribe({
        chatId,
        job: "日报",
        active: true,
        since: DUE - HOUR,
        weekday: null,
        time: null,
      });
    }
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A post that is due once, and says the name of its chat. */
const post = (failsIn: ReadonlySet<string>, tried: string[] = []): Post => ({
  name: "日报",
  summary: "",
  when: () => "",
  byDefault: false,
  catchUp: { is: "latest", within: HOUR },
  slots: (from, to) => (from < DUE && DUE <= to ? [{ at: DUE, subject: "-", period: "2022-09-20" }] : []),
  async run({ chat }) {
    tried.push(chat.chatId);
    if (failsIn.has(chat.chatId)) throw new Error("a fault of this chat alone");
    return { card: { title: chat.name, tone: "blue", blocks: [{ is: "text", md: chat.name }] } };
  },
});

function scheduler(post: Post) {
  const bot = { posts: [post], nudges: [], isDemo: false };
  const clock = { now: () => DUE + 1000 };
  return new Scheduler({ bot, store, clock, log: createLog("silent"), onCommitted() {} });
}

async function lanes(): Promise<string[]> {
  const rows = await store.read.outbox.ready(Number.MAX_SAFE_INTEGER, 100, []);
  return rows.map(({ lane }) => lane).sort();
}

describe("a post that is due in many chats", () => {
  it("goes to each once, however often the clock ticks", async () => {
    const ticking = scheduler(post(new Set()));
    await ticking.tick();
    await ticking.tick();
    expect(await lanes()).toEqual(CHATS);
  });

  it("that fails in one of them goes to the others, and to that one when it is mended", async () => {
    const failing = new Set(["oc_07"]);
    const ticking = scheduler(post(failing));
    await ticking.tick();
    expect(await lanes()).toEqual(CHATS.filter((chat) => chat !== "oc_07"));
    failing.clear();
    await ticking.tick();
    expect(await lanes()).toEqual(CHATS);
  });

  it("is worked out anew only where the fault was", async () => {
    const tried: string[] = [];
    const ticking = scheduler(post(new Set(["oc_07"]), tried));
    await ticking.tick();
    tried.length = 0;
    await ticking.tick();
    expect(tried).toEqual(["oc_07"]);
  });
});

describe("a post whose matter is not there yet", () => {
  it("is not claimed, and comes when it is there", async () => {
    let isThere = false;
    const ticking = scheduler({ ...post(new Set()), isReady: async () => isThere });
    await ticking.tick();
    expect(await lanes()).toEqual([]);
    const key = { job: "日报", chatId: "oc_07", subject: "-", period: "2022-09-20" };
    expect(await store.read.schedule.hasRun(key)).toBe(false);
    isThere = true;
    await ticking.tick();
    await ticking.tick();
    expect(await lanes()).toEqual(CHATS);
  });
});
