import { describe, expect, it } from "vitest";
import { at, dayOf, timeOf } from "../../src/domain/day.js";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { botHere, type PlayedBot } from "../../src/simulate/bot-under-play.js";
import { faultsOf, keyOf } from "../../src/simulate/faults.js";
import { play } from "../../src/simulate/play.js";
import type { Posted } from "../../src/simulate/watch.js";
import { setStage } from "../../src/simulate/year.js";
import { openStore } from "../../src/store/store.js";

interface Manner {
  /** bots on the one database */
  bots?: number;
  /** which of the instants played find the bot stopped and started anew */
  restarts?: readonly number[];
  /** no bot runs from the one day to before the other */
  down?: readonly [from: string, to: string];
}

interface Played {
  posted: readonly Posted[];
  keys: string[];
  faults: string[];
  /** how many instants there were */
  instants: number;
}

/** A stretch of the demonstration year, with nothing reported before its first day. */
async function played(from: string, until: string, manner: Manner = {}): Promise<Played> {
  const stage = await setStage(from);
  const { sandbox, store } = stage;
  const others = await Promise.all(
    Array.from({ length: (manner.bots ?? 1) - 1 }, async () => {
      const own = await openStore(stage.database);
      return { own, bot: await botHere(sandbox, own) };
    }),
  );
  let bots: PlayedBot[] = [await botHere(sandbox, store), ...others.map(({ bot }) => bot)];
  const isDown = (instant: number) =>
    manner.down !== undefined && instant >= at(manner.down[0]) && instant < at(manner.down[1]);
  let instants = 0;
  const met = await play({
    ...stage,
    until,
    bots: () => bots,
    async before(instant) {
      instants += 1;
      const isRestart = manner.restarts?.includes(instants) ?? false;
      if ((isRestart || isDown(instant)) && bots[0]) {
        await bots[0].stop();
        bots = bots.slice(1);
      }
      if (bots.length === 0 && !isDown(instant)) {
        if (instant > sandbox.clock.now()) sandbox.clock.set(instant);
        bots = [await botHere(sandbox, store)];
      }
    },
  });
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all(others.map(({ own }) => own.close()));
  const { posted, strays } = stage.watch;
  const faults = faultsOf({ posted, strays, met, names: stage.names });
  await stage.close();
  return { posted, keys: posted.map(keyOf).sort(), faults, instants };
}

/** What these tests reckon by hand; other posts may come beside them. */
const JOBS = ["滞后摘要", "报送进度", "漏报清单", "年末结转提醒"];

/** The groups' posts, by day. */
const inGroups = (posted: readonly Posted[]): string[] =>
  posted.flatMap(({ isPrivate, runs: [run], at: instant }) =>
    !isPrivate && run && JOBS.includes(run.job)
      ? [`${dayOf(instant).slice(5)} ${timeOf(instant).slice(0, 2)} ${run.job} ${run.period}`]
      : [],
  );

/** What was signed, as it went into the groups, with its documents. */
const bulletins = (posted: readonly Posted[]): string[] =>
  posted.flatMap(({ to, title, files, runs: [run], at: instant }) =>
    run?.job === "月度通报"
      ? [`${dayOf(instant).slice(5)} ${timeOf(instant).slice(0, 2)} ${to} ${title} ${files.length}`]
      : [],
  );

/** On which days somebody was chased for a month's report, and in which stage. */
const chases = (posted: readonly Posted[]): string[] => [
  ...new Set(
    posted.flatMap(({ at: instant, runs }) =>
      runs.flatMap(({ job, subject, period }) =>
        job === "催报提醒" ? [`${dayOf(instant).slice(5)} ${subject} ${period}`] : [],
      ),
    ),
  ),
];

/*
 * 1 to 7 October 2022 rest; Saturday the 8th and Sunday the 9th are worked for them. September closes on the 8th,
 * for the 5th rests; three workdays before it is 28 September, one before it the 30th, one after it the 9th, three
 * after it Tuesday the 11th.
 */
const HOLIDAYS = ["2022-09-27", "2022-10-12"] as const;

describe("the demonstration year over the October holidays", async () => {
  const once = await played(...HOLIDAYS);

  it("has each post once, on workdays between 08:30 and 18:00, and asks for nothing that was reported", () => {
    expect(once.faults).toEqual([]);
    expect(once.posted.length).toBeGreaterThan(30);
  });

  it("counts the worked Saturday and Sunday as workdays", () => {
    expect(inGroups(once.posted)).toEqual([
      "10-08 16 报送进度 2022-09",
      "10-09 09 滞后摘要 2022-09",
      "10-11 09 漏报清单 2022-09",
    ]);
    expect(chases(once.posted)).toEqual(["09-28 2022-09 D-3", "09-30 2022-09 D-1", "10-09 2022-09 D+1"]);
  });

  // Signed on the 11th, and a figure of September put right on the 12th.
  it("has the month's bulletin and its 更正 in both groups, once they are signed", () => {
    const title = "2022年9月重大建设项目推进情况";
    expect(bulletins(once.posted)).toEqual([
      `10-11 10 重大项目推进群 ${title}通报 2`,
      `10-11 10 推进办内部群 ${title}通报 2`,
      `10-12 10 重大项目推进群 ${title}更正通报 2`,
      `10-12 10 推进办内部群 ${title}更正通报 2`,
    ]);
  });

  it("is the same after five restarts", async () => {
    const step = Math.floor(once.instants / 6);
    const again = await played(...HOLIDAYS, { restarts: [1, 2, 3, 4, 5].map((each) => each * step) });
    expect(again.faults).toEqual([]);
    expect(again.keys).toEqual(once.keys);
  });

  it("is the same with two bots on one database", async () => {
    const both = await played(...HOLIDAYS, { bots: 2 });
    expect(both.faults).toEqual([]);
    expect(both.keys).toEqual(once.keys);
  });

  it("after a week of downtime makes up what still makes sense", async () => {
    const { posted, faults } = await played(HOLIDAYS[0], "2022-10-14", {
      down: ["2022-10-08", "2022-10-14"],
    });
    expect(faults).toEqual([]);
    // The units' list of the 8th is past, and the month's digest of the 9th is older than its four days: Monday's
    // says what lags instead. What lacks since the 11th is still to be told.
    expect(inGroups(posted)).toEqual(["10-14 08 滞后摘要 2022-W41", "10-14 08 漏报清单 2022-09"]);
    expect(chases(posted)).toEqual(["09-28 2022-09 D-3", "09-30 2022-09 D-1"]);
  });
});

describe("from December to January", async () => {
  const { posted, faults } = await played("2022-12-28", "2023-01-10");

  it("each year's and each month's posts come in their turn", () => {
    expect(faults).toEqual([]);
    // 31 December, a Saturday, and 1 and 2 January rest; December closes on Thursday the 5th.
    expect(inGroups(posted)).toEqual([
      "01-03 09 年末结转提醒 2022",
      "01-05 09 年末结转提醒 2022",
      "01-05 16 报送进度 2022-12",
      "01-06 09 滞后摘要 2022-12",
      "01-10 09 漏报清单 2022-12",
    ]);
    expect(chases(posted)).toEqual(["12-30 2022-12 D-3", "01-04 2022-12 D-1", "01-06 2022-12 D+1"]);
  });
});

describe("a silenced group", async () => {
  const { posted, faults } = await played("2022-06-06", "2022-06-13");

  it("gets nothing until the silence is over, the others theirs", () => {
    expect(faults).toEqual([]);
    expect(posted.filter(({ chatId }) => chatId === OFFICE_GROUP)).toEqual([]);
    expect(posted.some(({ chatId }) => chatId === PROJECT_GROUP)).toBe(true);
  });

  // May's is signed on Thursday 9 June at half past seven in the evening.
  it("gets no bulletin, the others theirs on the next morning", () => {
    expect(bulletins(posted)).toEqual(["06-10 08 重大项目推进群 2022年5月重大建设项目推进情况通报 2"]);
  });
});
