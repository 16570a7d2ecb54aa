import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Notice, Nudge } from "../../src/bot/nudge.js";
import { newRetry, nudge } from "../../src/bot/nudging.js";
import { at } from "../../src/domain/day.js";
import { createLog } from "../../src/log.js";
import { openStore, type Store } from "../../src/store/store.js";

const ZHANG = "ou_zhang";
const WANG = "ou_wang";
/** Tuesday, Wednesday and Thursday */
const TUESDAY = at("2022-09-20", "09:10");
const WEDNESDAY = at("2022-09-21", "09:10");
const THURSDAY = at("2022-09-22", "09:10");

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-nudging-"));
  store = await openStore(`sqlite:${join(folder, "store.sqlite")}`);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A nudge whose notices are given by hand. */
const telling = (name: string, due: (now: number) => Omit<Notice, "about">[]): Nudge => ({
  name,
  summary: "",
  when: "",
  due: async ({ now }) => due(now).map((notice) => ({ ...notice, about: null })),
  tell: async (_turn, notices) => ({
    card: {
      title: name,
      tone: "blue",
      blocks: [{ is: "text", md: notices.map(({ subject, stage }) => `${subject} ${stage}`).join("，") }],
    },
  }),
});

const round = (nudges: readonly Nudge[], now: number) =>
  nudge({ bot: { nudges, isDemo: false }, store, log: createLog("silent") }, now);

/** The lanes and words of what waits to leave. */
async function outgoing(): Promise<string[]> {
  const rows = await store.read.outbox.ready(Number.MAX_SAFE_INTEGER, 100, []);
  return rows.map(({ lane, content }) => {
    const words = content.match(/(?<="content":")[^"]*(?=")/g) ?? [];
    return `${lane}: ${[...new Set(words)].join(" ")}`;
  });
}

const milestone = { to: ZHANG, subject: "S-06 开工", stage: "T-7" };

describe("the day's round", () => {
  it("tells each person all that is due in one message, and each stage once", async () => {
    const nudges = [
      telling("节点到期", () => [milestone, { to: WANG, subject: "S-07 开工", stage: "T-1" }]),
      telling("问题到期", () => [{ to: ZHANG, subject: "#12", stage: "逾期1天" }]),
    ];
    expect(await round(nudges, TUESDAY)).toBe(true);
    const said = await outgoing();
    expect(said).toHaveLength(2);
    expect(said.find((line) => line.startsWith(ZHANG))).toMatch(/S-06 开工 T-7.*#12 逾期1天/);
    expect(await round(nudges, TUESDAY + 60_000)).toBe(false);
    expect(await round(nudges, WEDNESDAY)).toBe(false);
    expect(await outgoing()).toHaveLength(2);
  });

  it("tells it again when it has reached another stage", async () => {
    const nudges = [telling("节点到期", (now) => [{ ...milestone, stage: now < WEDNESDAY ? "T-7" : "T-1" }])];
    await round(nudges, TUESDAY);
    expect(await round(nudges, WEDNESDAY)).toBe(true);
  });

  it("does not begin before nine", async () => {
    const nudges = [telling("节点到期", () => [milestone])];
    expect(await round(nudges, at("2022-09-20", "09:00"))).toBe(false);
    expect(await round(nudges, at("2022-09-20", "15:00"))).toBe(true);
  });

  it("leaves out what the person has turned off", async () => {
    const nudges = [
      telling("节点到期", () => [milestone]),
      telling("问题到期", () => [{ to: ZHANG, subject: "#12", stage: "到期" }]),
    ];
    await store.transaction((tx) =>
      tx.schedule.subscribe({
        chatId: ZHANG,
        job: "节点到期",
        active: false,
        since: 0,
        weekday: null,
        time: null,
      }),
    );
    expect(await round(nudges, TUESDAY)).toBe(true);
    expect(await outgoing()).toEqual([expect.stringMatching(/^ou_zhang: .*#12 到期/)]);
    expect((await outgoing()).join()).not.toContain("开工");
  });

  it("makes nothing up of a silence, and tells the stage that comes after it", async () => {
    const nudges = [
      telling("节点到期", (now) => [{ ...milestone, stage: now < THURSDAY ? "T-7" : "T-1" }]),
      telling("问题到期", () => [{ to: WANG, subject: "#12", stage: "到期" }]),
    ];
    await store.transaction((tx) => tx.schedule.mute(ZHANG, "2022-09-20"));
    expect(await round(nudges, TUESDAY)).toBe(true);
    expect(await round(nudges, WEDNESDAY)).toBe(false);
    expect(await round(nudges, THURSDAY)).toBe(true);
    expect(await outgoing()).toEqual([
      expect.stringMatching(/^ou_wang: .*#12 到期/),
      expect.stringMatching(/^ou_zhang: .*S-06 开工 T-1/),
    ]);
  });

  it("goes on where one of the nudges fails", async () => {
    const broken = telling("坏的", () => {
      throw new Error("broken");
    });
    expect(await round([broken, telling("节点到期", () => [milestone])], TUESDAY)).toBe(true);
  });

  it("tries again within the day where it had faults, after longer and longer pauses, and tells nobody twice", async () => {
    let faults = 2;
    const shaky: Nudge = {
      ...telling("问题到期", () => [{ to: WANG, subject: "#12", stage: "到期" }]),
      async tell() {
        if (faults-- > 0) throw new Error("SQLITE_BUSY");
        return { card: { title: "问题到期", tone: "blue", blocks: [{ is: "text", md: "#12 到期" }] } };
      },
    };
    const nudges = [telling("节点到期", () => [milestone]), shaky];
    const again = newRetry();
    const looks = (minutes: number) =>
      nudge(
        { bot: { nudges, isDemo: false }, store, log: createLog("silent") },
        TUESDAY + minutes * 60_000,
        again,
      );
    const minutes = [0, 0.5, 1, 2, 3, 4];
    const told: boolean[] = [];
    for (const minute of minutes) told.push(await looks(minute));
    // The pause is a minute after the first fault and two after the second.
    expect(told).toEqual([true, false, false, false, true, false]);
    expect(await outgoing()).toEqual([
      expect.stringMatching(/^ou_zhang: .*S-06 开工 T-7/),
      expect.stringMatching(/^ou_wang: .*#12 到期/),
    ]);
  });

  it("tells what one of the nudges could not find out at first", async () => {
    let faults = 1;
    const shaky: Nudge = {
      ...telling("节点到期", () => [milestone]),
      async due() {
        if (faults-- > 0) throw new Error("SQLITE_BUSY");
        return [{ ...milestone, about: null }];
      },
    };
    expect(await round([shaky], TUESDAY)).toBe(false);
    expect(await round([shaky], TUESDAY + 60_000)).toBe(true);
    expect(await round([shaky], TUESDAY + 120_000)).toBe(false);
  });

  it("leaves out who was written out, until they are registered again", async () => {
    const person = {
      openId: ZHANG,
      name: "张伟",
      unit: "区建设管理委",
      section: null,
      role: "reporter",
    } as const;
    const nudges = [telling("节点到期", (now) => [{ ...milestone, stage: now < WEDNESDAY ? "T-7" : "T-1" }])];
    await store.transaction((tx) => tx.people.register(person, "ou_li", 0));
    await store.transaction((tx) => tx.people.writeOut(ZHANG));
    expect(await round(nudges, TUESDAY)).toBe(false);
    await store.transaction((tx) => tx.people.register(person, "ou_li", 0));
    expect(await round(nudges, TUESDAY + 60_000)).toBe(false);
    expect(await round(nudges, WEDNESDAY)).toBe(true);
  });

  it("what it tells is of the day: it leaves until its end", async () => {
    await round([telling("节点到期", () => [milestone])], TUESDAY);
    const [row] = await store.read.outbox.ready(Number.MAX_SAFE_INTEGER, 1, []);
    expect(row?.expiresAt).toBe(at("2022-09-20", "18:01") - 1);
    expect(await store.read.outbox.hasHeld()).toBe(true);
  });

  it("tells once what two processes find due at the same time", async () => {
    const nudges = [telling("节点到期", () => [milestone])];
    await Promise.all([round(nudges, TUESDAY), round(nudges, TUESDAY)]);
    expect(await outgoing()).toHaveLength(1);
  });
});
