import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Post } from "../../src/bot/post.js";
import { postsSince } from "../../src/bot/schedule/posts-since.js";
import { subscriptionsTo } from "../../src/bot/schedule/subscribed.js";
import { at } from "../../src/domain/day.js";
import { openStore, type Store } from "../../src/store/store.js";

const JOINED = at("2022-09-01", "10:00");
const RELEASE = at("2022-09-20", "10:00");

const post = (name: string, more: Partial<Post> = {}): Post => ({
  name,
  summary: "",
  when: () => "",
  byDefault: true,
  catchUp: { is: "skip" },
  slots: () => [],
  run: async () => null,
  ...more,
});
const old = post("旧的");
const oldOfOffice = post("旧的，推进办的", { isOffices: true });
const news = post("新的");
const newsOfOffice = post("新的，推进办的", { isOffices: true });

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-posts-"));
  store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  const groups = [
    { chatId: "oc_inside", external: false, office: false },
    { chatId: "oc_office", external: false, office: true },
    { chatId: "oc_outside", external: true, office: false },
  ];
  for (const group of groups)
    await store.transaction((tx) => tx.chats.keep({ ...group, type: "group", name: group.chatId }, JOINED));
  await postsSince(store, [old, oldOfOffice], JOINED);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Which chats get it, and since when. */
async function reached(which: Post, now: number): Promise<[chatId: string, since: number][]> {
  const since = await postsSince(store, [old, oldOfOffice, news, newsOfOffice], now);
  const all = await subscriptionsTo(which, store.read, since);
  return all
    .filter(({ active }) => active)
    .map((one) => [one.chatId, one.since] as [string, number])
    .sort();
}

describe("a post that comes with a new release", () => {
  it("reaches the inside groups that joined before, from when the release first runs", async () => {
    const expected = [
      ["oc_inside", RELEASE],
      ["oc_office", RELEASE],
    ];
    expect(await reached(news, RELEASE)).toEqual(expected);
    expect(await reached(news, RELEASE + 1000)).toEqual(expected);
  });

  it("makes nothing up in the office's own group", async () => {
    expect(await reached(newsOfOffice, RELEASE)).toEqual([["oc_office", RELEASE]]);
    expect(await reached(oldOfOffice, RELEASE)).toEqual([["oc_office", JOINED]]);
  });

  it("leaves alone what was there before: a group without it has not wanted it", async () => {
    expect(await reached(old, RELEASE)).toEqual([]);
  });

  it("leaves a group what it has chosen", async () => {
    const chosen = {
      chatId: "oc_inside",
      job: news.name,
      active: false,
      since: 0,
      weekday: null,
      time: null,
    };
    await store.transaction((tx) => tx.schedule.subscribe(chosen));
    expect(await reached(news, RELEASE)).toEqual([["oc_office", RELEASE]]);
  });
});
