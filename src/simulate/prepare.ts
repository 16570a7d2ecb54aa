import { posts } from "../../jobs/index.js";
import { type DemoYear, demoMessages } from "../../seeds/demo-year.js";
import { keepFresh } from "../bot/book.js";
import { subscribeByDefault } from "../bot/group-life.js";
import { dataMonthOf } from "../domain/data-month.js";
import { at, dayOf } from "../domain/day.js";
import { period } from "../domain/period.js";
import { EXTERNAL_GROUP, LI_MIN, OFFICE_GROUP, PROJECT_GROUP } from "../sandbox/scene.js";
import { seedProjects } from "../seeding/seed-projects.js";
import type { NewRecord } from "../store/ledger.js";
import type { Repositories } from "../store/store.js";
import { GROUP_NAMES, type Player } from "./cast.js";

/** The ledger as it stands when the year begins: projects, people, teams and plans, and nothing reported yet. */
export async function prepareYear(
  tx: Repositories,
  demo: DemoYear,
  cast: readonly Player[],
  now: number,
): Promise<void> {
  await tx.settings.set("demo", demo.label);
  // Projects of which the demonstration knows nothing owe no report in the year.
  await seedProjects(tx, at(`${demo.year + 1}-02-01`));
  const idOf = new Map(cast.map(({ name, openId }) => [name, openId]));
  for (const person of cast) await tx.people.register(person, demo.label, now);
  for (const chatId of [PROJECT_GROUP, OFFICE_GROUP, EXTERNAL_GROUP])
    await tx.chats.keep(
      {
        chatId,
        type: "group",
        name: GROUP_NAMES[chatId] ?? "",
        external: chatId === EXTERNAL_GROUP,
        office: chatId === OFFICE_GROUP,
      },
      now,
    );
  await subscribeByDefault({ posts }, tx, PROJECT_GROUP, now);
  const known = new Map((await tx.projects.all()).map((project) => [project.code, project]));
  await tx.projects.assign(
    demo.projects.flatMap(({ code, unit, firstMonth = period(demo.year, 1) }) => {
      const own = known.get(code);
      return own ? [{ ...own, unit, firstMonth }] : [];
    }),
  );
  for (const { code, unit, team, curvePercent, startMonth } of demo.projects) {
    await tx.teams.keepTeam(code, [
      { name: team.leader, part: "负责人", unit, openId: idOf.get(team.leader) ?? null },
      { name: team.contact, part: "联络员", unit, openId: idOf.get(team.contact) ?? null },
    ]);
    if (curvePercent || startMonth)
      await tx.projects.keepPace(code, demo.year, {
        curve: curvePercent ?? null,
        startMonth: startMonth ?? null,
      });
  }
  await sign(tx, demo, now);
}

/** 集中签约: the year's plans and planned days, frozen at its beginning. */
async function sign(tx: Repositories, demo: DemoYear, now: number): Promise<void> {
  const signed = demoMessages(demo).flatMap((message) => {
    const measured = message.measured.filter(
      (each) =>
        each.measure === "plan" ||
        (each.measure === "milestone" && (each.status === "planned" || each.date < dayOf(now))),
    );
    return measured.length > 0 ? [{ ...message, measured }] : [];
  });
  const records: NewRecord[] = signed.flatMap(({ code, measured, words }, index) =>
    measured.map((each) => ({
      ...each,
      // On the first of January the open data month is still the year before's.
      ...(each.measure === "plan" ? { year: demo.year } : {}),
      code,
      saidAt: now,
      dataMonth: dataMonthOf(now),
      saidBy: LI_MIN,
      saidByName: "李敏",
      chatId: null,
      messageId: null,
      words,
      writeId: `demo:${index}`,
      source: "demo" as const,
    })),
  );
  for (let from = 0; from < records.length; from += 50)
    await tx.ledger.append(records.slice(from, from + 50), now);
  for (const { code, unit, planWan, curvePercent, startMonth, milestones = [] } of demo.projects) {
    if (planWan === undefined && milestones.length === 0) continue;
    await tx.plans.add(code, {
      plan: {
        year: demo.year,
        signedOn: dayOf(now),
        unit,
        yuan: planWan === undefined ? null : planWan * 10_000,
        curve: curvePercent ?? null,
        startMonth: startMonth ?? null,
        milestones: Object.fromEntries(milestones.map(({ name, planned }) => [name, planned])),
      },
      reason: null,
      at: now,
      by: LI_MIN,
      byName: "李敏",
    });
  }
  for (const code of new Set(records.map((record) => record.code))) await keepFresh(tx, code, now);
}
