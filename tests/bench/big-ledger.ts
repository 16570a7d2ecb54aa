import { at } from "../../src/domain/day.js";
import { ledgerOf } from "../../src/domain/ledger.js";
import type { Entry, Measured } from "../../src/domain/ledger-entry.js";
import { addMonths, type Period, period } from "../../src/domain/period.js";
import type { Project } from "../../src/domain/project.js";
import type { NewRecord } from "../../src/store/ledger.js";
import { monthMark } from "../../src/store/projects.js";
import type { Store } from "../../src/store/store.js";

const YEAR = 2022;
const FIRST: Period = "2020-01";
const MONTHS = 32;
const KINDS = ["道路", "轨交", "学校", "医院", "绿地", "产业"];
const CLASSES = ["市属重大", "区属重大", "区属重大", "区属重大", "区属重点预备"];
const UNITS = ["区建设管理委", "桃浦智创城公司", "区绿化市容局", "区房屋征收中心"];
/** projects written in one transaction */
const BATCH = 200;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function projectAt(index: number): Project {
  return {
    code: `B-${index}`,
    name: `样本${index}号工程`,
    aliases: [],
    class: pick(CLASSES, index),
    classBasis: "stated",
    kind: pick(KINDS, index),
    stage: "施工",
    facts: "",
    unit: pick(UNITS, index),
    firstMonth: FIRST,
  } as Project;
}

/** 100 entries: each month its cumulative, its percentage and a note, each year a plan, and a milestone. */
function measuredOf(index: number): { month: Period; measured: Measured }[] {
  const planYuan = (1000 + (index % 50) * 100) * 10_000;
  // A third keeps to the plan, a third is behind, a third far behind.
  const speed = [1, 0.7, 0.4][index % 3] ?? 1;
  const said: { month: Period; measured: Measured }[] = [];
  for (let passed = 0; passed < MONTHS; passed++) {
    const month = addMonths(FIRST, passed);
    const inYear = (passed % 12) + 1;
    if (inYear === 1) said.push({ month, measured: { measure: "plan", yuan: planYuan } });
    const yuan = Math.round((planYuan * speed * inYear) / 12);
    said.push({ month, measured: { measure: "investment", scope: "ytd", yuan, period: month } });
    said.push({ month, measured: { measure: "percent", value: Math.round((passed + 1) * speed * 3) } });
    said.push({ month, measured: { measure: "note", note: `第${passed + 1}个月按计划推进` } });
  }
  said.push({
    month: period(YEAR, 8),
    measured: { measure: "milestone", milestone: "结构封顶", status: "planned", date: "2022-10-30" },
  });
  return said;
}

function recordsOf(index: number): NewRecord[] {
  return measuredOf(index).map(({ month, measured }, position) => ({
    ...measured,
    code: `B-${index}`,
    saidAt: at(`${month}-28`) + position,
    dataMonth: month,
    saidBy: "ou_bench",
    saidByName: "填报人",
    chatId: null,
    messageId: null,
    words: "样本",
    writeId: `bench:${index}:${position}`,
    source: "chat",
  }));
}

/** Fills a new store with so many projects, a hundred entries each; the number of entries. */
export async function fillLedger(store: Store, projects: number): Promise<number> {
  const all = Array.from({ length: projects }, (_, index) => projectAt(index));
  let entries = 0;
  await store.transaction(async (tx) => {
    await tx.projects.keepUnits(UNITS.map((name) => ({ name, aliases: [] })));
    await tx.projects.keepControlTotals(
      YEAR,
      [...new Set(CLASSES)].map((name) => ({
        class: name,
        projects: projects / 3,
        yearYuan: 10_000_000_000,
      })),
    );
  });
  for (let from = 0; from < projects; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    await store.transaction(async (tx) => {
      await tx.projects.keepProjects(batch);
      const records = batch.map((_, offset) => recordsOf(from + offset));
      await tx.ledger.append(records.flat(), at("2022-09-02"));
      for (const list of records) {
        const own = list.map((record, id) => ({ ...record, id: id + 1 }) as Entry);
        await tx.ledger.keepFigures(list[0]?.code ?? "", ledgerOf(own).figures, YEAR);
        entries += list.length;
      }
    });
  }
  // Seven closed months with their lamps, as a year of work leaves them.
  await store.transaction(async (tx) => {
    for (let month = 1; month < 8; month++)
      await tx.projects.setLampMarks(
        monthMark(period(YEAR, month)),
        new Map(all.map(({ code }, index) => [code, pick(["green", "yellow", "red"] as const, index)])),
      );
  });
  return entries;
}
