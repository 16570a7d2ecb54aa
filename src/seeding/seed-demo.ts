import { posts } from "../../jobs/index.js";
import { type DemoProject, type DemoYear, demoMessages } from "../../seeds/demo-year.js";
import { keepFresh } from "../bot/book.js";
import { closeMonth } from "../bot/close-months.js";
import { subscribeByDefault } from "../bot/group-life.js";
import { closedMonth } from "../domain/data-month.js";
import { at } from "../domain/day.js";
import { period, periodsFromTo } from "../domain/period.js";
import {
  DIRECTOR_CHEN,
  EXTERNAL_GROUP,
  LI_MIN,
  OFFICE_GROUP,
  PROJECT_GROUP,
  WANG_FANG,
  ZHANG_WEI,
} from "../sandbox/scene.js";
import type { NewRecord } from "../store/ledger.js";
import type { Repositories } from "../store/store.js";
import { seedFile } from "./seed-file.js";

/** The sandbox's people, by the names that the demonstration year gives them. */
export const OPEN_IDS: Record<string, string> = {
  李敏: LI_MIN,
  张伟: ZHANG_WEI,
  王芳: WANG_FANG,
  陈主任: DIRECTOR_CHEN,
};
/** 武宁路: what the outside group in the sandbox works on */
const OUTSIDE_PROJECT = "S-06";

/** 演示数据: a made-up year 2022 for the sandbox's own database, which is marked by it for good. */
export async function seedDemo(tx: Repositories, now: number): Promise<void> {
  const demo = seedFile<DemoYear>("demo-2022.json");
  await tx.settings.set("demo", demo.label);
  for (const person of demo.people)
    await tx.people.register(
      {
        openId: OPEN_IDS[person.name] ?? person.name,
        name: person.name,
        unit: person.unit,
        section: person.section ?? null,
        role: person.role,
      },
      demo.label,
      now,
    );
  for (const { name, unit, role } of demo.people)
    if (role === "reporter")
      await tx.teams.keepContact({ unit, part: "联络员" }, { name, openId: OPEN_IDS[name] ?? null });
  await seedChats(tx, now);
  const known = new Map((await tx.projects.all()).map((project) => [project.code, project]));
  const changed = demo.projects.flatMap((project) => {
    const own = known.get(project.code);
    return own
      ? [{ ...own, unit: project.unit, firstMonth: project.firstMonth ?? period(demo.year, 1) }]
      : [];
  });
  await tx.projects.assign(changed);
  for (const project of demo.projects) await seedProject(tx, demo, project);
  await seedMessages(tx, demo, now);
  for (const project of demo.projects) await seedSigning(tx, demo, project);
  for (const month of periodsFromTo(period(demo.year, 1), closedMonth(now))) await closeMonth(tx, month);
}

async function seedChats(tx: Repositories, now: number): Promise<void> {
  const group = (chatId: string, name: string, external: boolean, office: boolean) =>
    tx.chats.keep({ chatId, type: "group", name, external, office }, now);
  await group(PROJECT_GROUP, "重大项目推进群", false, false);
  await group(OFFICE_GROUP, "推进办内部群", false, true);
  await group(EXTERNAL_GROUP, "武宁路项目协作群（外部）", true, false);
  await tx.chats.bind(EXTERNAL_GROUP, [OUTSIDE_PROJECT]);
  await subscribeByDefault({ posts }, tx, PROJECT_GROUP, now);
}

async function seedProject(tx: Repositories, demo: DemoYear, project: DemoProject): Promise<void> {
  const { code, team, unit, curvePercent, startMonth } = project;
  if (curvePercent || startMonth)
    await tx.projects.keepPace(code, demo.year, {
      curve: curvePercent ?? null,
      startMonth: startMonth ?? null,
    });
  await tx.teams.keepTeam(code, [
    { name: team.leader, part: "负责人", unit, openId: OPEN_IDS[team.leader] ?? null },
    { name: team.contact, part: "联络员", unit, openId: OPEN_IDS[team.contact] ?? null },
  ]);
}

/** 集中签约: the plans and milestones said on that day are the year's frozen targets. */
async function seedSigning(tx: Repositories, demo: DemoYear, project: DemoProject): Promise<void> {
  const { code, unit, planWan, curvePercent, startMonth, milestones = [] } = project;
  if (planWan === undefined && milestones.length === 0) return;
  const [office] = demo.people;
  await tx.plans.add(code, {
    plan: {
      year: demo.year,
      signedOn: demo.signedOn,
      unit,
      yuan: planWan === undefined ? null : planWan * 10_000,
      curve: curvePercent ?? null,
      startMonth: startMonth ?? null,
      milestones: Object.fromEntries(milestones.map(({ name, planned }) => [name, planned])),
    },
    reason: null,
    at: at(demo.signedOn, "09:00"),
    by: OPEN_IDS[office?.name ?? ""] ?? demo.label,
    byName: office?.name ?? demo.label,
  });
}

async function seedMessages(tx: Repositories, demo: DemoYear, now: number): Promise<void> {
  const records: NewRecord[] = demoMessages(demo)
    .filter(({ saidAt }) => saidAt <= now)
    .flatMap((message, index) =>
      message.measured.map((measured) => ({
        ...measured,
        code: message.code,
        saidAt: message.saidAt,
        dataMonth: message.dataMonth,
        saidBy: null,
        saidByName: message.saidByName,
        chatId: null,
        messageId: null,
        words: message.words,
        writeId: `demo:${index}`,
        source: "demo" as const,
      })),
    );
  for (let from = 0; from < records.length; from += 50)
    await tx.ledger.append(records.slice(from, from + 50), now);
  for (const code of new Set(records.map((record) => record.code))) await keepFresh(tx, code, now);
}
