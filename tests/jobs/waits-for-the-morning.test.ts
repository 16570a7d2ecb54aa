import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { postsFrom } from "../../src/bot/posting-time.js";
import { makesSenseUntil } from "../../src/bot/schedule/catch-up.js";
import { changeCard, type Part, sendCard } from "../../src/bot/send.js";
import { at, DAY } from "../../src/domain/day.js";
import { remindersOf } from "../../src/domain/meeting-reminders.js";
import { openStore, type Store } from "../../src/store/store.js";

/** Thursday */
const NOW = at("2022-09-22", "17:50");
const ENDS = at("2022-09-22", "18:01") - 1;

describe("when posts may leave", () => {
  it.each([
    ["2022-09-22 08:29", "2022-09-22 08:30"],
    ["2022-09-22 08:30", "2022-09-22 08:30"],
    ["2022-09-22 18:00", "2022-09-22 18:00"],
    ["2022-09-22 18:01", "2022-09-23 08:30"],
    // Friday evening; a Saturday; the holiday, whose Saturday and Sunday afterwards are worked.
    ["2022-09-23 19:00", "2022-09-26 08:30"],
    ["2022-09-24 10:00", "2022-09-26 08:30"],
    ["2022-09-30 18:30", "2022-10-08 08:30"],
    ["2022-10-08 07:00", "2022-10-08 08:30"],
  ])("at %s: %s", (now, expected) => {
    const instant = (text: string) => at(text.slice(0, 10), text.slice(11));
    expect(postsFrom(instant(now))).toBe(instant(expected));
  });
});

describe("until when a post makes sense", () => {
  const slot = { at: NOW - 60_000 };

  it("as long as it would be made up, and at least until the day's end", () => {
    expect(makesSenseUntil({ is: "latest", within: 4 * DAY }, slot, NOW)).toBe(slot.at + 4 * DAY);
    expect(makesSenseUntil({ is: "latest", within: 60_000 }, slot, NOW)).toBe(ENDS);
    expect(makesSenseUntil({ is: "skip" }, slot, NOW)).toBe(ENDS);
  });

  it("a reminder until the next one says it, the last one until the meeting begins", () => {
    const startsAt = at("2022-10-13", "14:00");
    const reminders = remindersOf({ id: 1, startsAt, bookedAt: at("2022-09-01") });
    expect(reminders.map(({ period, until }) => [period, until])).toEqual([
      ["T-7", at("2022-10-10", "09:05")],
      ["T-3", at("2022-10-12", "09:05")],
      ["T-1", at("2022-10-13", "08:40")],
      ["T-0", startsAt],
    ]);
    const [last] = reminders.slice(-1);
    expect(last && makesSenseUntil({ is: "latest", within: 14 * DAY }, last, NOW)).toBe(startsAt);
  });
});

describe("a card that waits for posting hours", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "kaopu-waits-"));
    store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const part: Part = {
    kind: "报送进度",
    view: {
      title: "报送进度",
      tone: "blue",
      blocks: [{ is: "buttons", buttons: [{ label: "填报", does: "form" }] }],
    },
    model: {},
  };
  const sending = (cause: string) => ({ lane: "oc_a", owner: null, label: undefined, cause });

  /** Posts a card, and changes it in the same evening. */
  async function changed(cause: string, hasLeft: boolean): Promise<void> {
    const id = await store.transaction((tx) => sendCard(tx, [part], { ...sending(cause), until: ENDS }, NOW));
    const [row] = await store.read.outbox.ready(NOW, 1, []);
    if (hasLeft && row)
      await store.transaction((tx) => tx.outbox.sent([{ seq: row.seq, messageId: "om_1" }], NOW));
    await store.transaction(async (tx) => {
      const card = await tx.cards.find(id);
      if (card) await changeCard(tx, card, [part], id, sending(`card:${id}`), NOW);
    });
  }
  const atNight = async () => (await store.read.outbox.ready(NOW, 10, [], false)).map(({ op }) => op);

  it("its change waits with it, and ends with it", async () => {
    await changed("run:1", false);
    expect(await atNight()).toEqual([]);
    const [card] = await store.read.outbox.ready(NOW, 1, []);
    await store.transaction((tx) => tx.outbox.sent([{ seq: card?.seq ?? 0, messageId: "om_1" }], NOW));
    expect(await store.read.outbox.ready(NOW, 1, [])).toMatchObject([{ op: "patch", expiresAt: ENDS }]);
  });

  it("once it has left, its change leaves at any hour", async () => {
    await changed("run:1", true);
    expect(await atNight()).toEqual(["patch"]);
  });

  it("what somebody has asked for leaves at any hour", async () => {
    await changed("inbox:1", false);
    expect(await atNight()).toEqual(["create"]);
  });
});
