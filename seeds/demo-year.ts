import { dataMonthOf } from "../src/domain/data-month.js";
import { addDays, at, type Day } from "../src/domain/day.js";
import type { Measured } from "../src/domain/ledger-entry.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import { formatPeriod, type Period, period } from "../src/domain/period.js";

/** The shape of `demo-2022.json`. Money in 万元; the arrays begin with January and end with the last report. */
export interface DemoYear {
  label: string;
  about: string;
  year: number;
  /** 集中签约: plans and milestones are said on this day */
  signedOn: Day;
  /** the days on which the figures of January, February … were said */
  saidOn: Day[];
  people: { name: string; unit: string; section?: string; role: "office" | "reporter" | "leader" }[];
  projects: DemoProject[];
}

export interface DemoProject {
  code: string;
  /** 责任单位 */
  unit: string;
  team: { leader: string; contact: string };
  /** the first month a report is due for; January when absent */
  firstMonth?: Period;
  planWan?: number;
  startMonth?: number;
  /** the project's own curve, cumulative per cent */
  curvePercent?: number[];
  ytdWan?: number[];
  percent?: number[];
  mu?: number[];
  fundsWan?: number[];
  /** the last month that was reported; a month up to it without figures or note was 无变化 */
  reportedTo?: number;
  /** by month, 1 to 12 */
  notes?: Record<string, string>;
  milestones?: { name: string; planned: Day; done?: Day }[];
  /** said in the course of the month after the last closed one */
  september?: { on: Day; note?: string; percent?: number }[];
}

/** One message of the demonstration year, with what it means. */
export interface DemoMessage {
  code: string;
  saidAt: number;
  saidByName: string;
  dataMonth: Period;
  words: string;
  measured: Measured[];
}

/** All messages of the demonstration year, in the order of saying. */
export function demoMessages(demo: DemoYear): DemoMessage[] {
  const messages = demo.projects.flatMap((project, index) => {
    // people do not all write at nine o'clock
    const minute = 9 * 60 + index * 9;
    const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    return projectMessages(demo, project).map(({ on, measured }): DemoMessage => {
      const saidAt = at(on, time);
      return {
        code: project.code,
        saidAt,
        saidByName: project.team.contact,
        dataMonth: dataMonthOf(saidAt),
        words: measured.map(wordsOf).join("，"),
        measured,
      };
    });
  });
  return messages.sort((a, b) => a.saidAt - b.saidAt);
}

interface Dated {
  on: Day;
  measured: Measured[];
}

function projectMessages(demo: DemoYear, project: DemoProject): Dated[] {
  const { milestones = [], september = [] } = project;
  const signed: Measured[] = milestones.map((each) => milestone(each.name, "planned", each.planned));
  if (project.planWan !== undefined) signed.unshift({ measure: "plan", yuan: project.planWan * 10_000 });
  const reached = milestones.flatMap(({ name, done }) =>
    done === undefined ? [] : [{ on: afterSigning(demo, done), measured: [milestone(name, "done", done)] }],
  );
  const running = september.map(({ on, note, percent }) => ({ on, measured: progress(percent, note) }));
  return [
    ...(signed.length > 0 ? [{ on: demo.signedOn, measured: signed }] : []),
    ...reached,
    ...monthReports(demo, project),
    ...running,
  ];
}

function afterSigning(demo: DemoYear, done: Day): Day {
  return done < demo.signedOn ? demo.signedOn : addDays(done, 1);
}

/** The reports at each month's end; months before the project's first one are made up for in the first. */
function monthReports(demo: DemoYear, project: DemoProject): Dated[] {
  const { firstMonth = period(demo.year, 1), reportedTo = demo.saidOn.length } = project;
  const reports: Dated[] = [];
  let madeUp: Measured[] = [];
  for (const [index, on] of demo.saidOn.slice(0, reportedTo).entries()) {
    const month = period(demo.year, index + 1);
    const figures = figuresOf(project, index, month);
    const said = progress(project.percent?.[index], project.notes?.[String(index + 1)]);
    if (month < firstMonth) {
      madeUp.push(...figures);
      continue;
    }
    const measured = [...madeUp, ...figures, ...said];
    reports.push({ on, measured: measured.length > 0 ? measured : [{ measure: "unchanged" }] });
    madeUp = [];
  }
  return reports;
}

function figuresOf({ ytdWan, mu, fundsWan }: DemoProject, index: number, month: Period): Measured[] {
  const figures: Measured[] = [];
  const ytd = ytdWan?.[index];
  const area = mu?.[index];
  const funds = fundsWan?.[index];
  if (ytd !== undefined) {
    figures.push({ measure: "investment", scope: "ytd", yuan: ytd * 10_000, period: month });
  }
  if (area !== undefined) figures.push({ measure: "area", mu: area, period: month });
  if (funds !== undefined) figures.push({ measure: "funds", yuan: funds * 10_000, period: month });
  return figures;
}

function progress(percent: number | undefined, note: string | undefined): Measured[] {
  return [
    ...(percent === undefined ? [] : [{ measure: "percent", value: percent } as const]),
    ...(note === undefined ? [] : [{ measure: "note", note } as const]),
  ];
}

function milestone(name: string, status: "planned" | "done", date: Day): Measured {
  return { measure: "milestone", milestone: name, status, date };
}

function wordsOf(measured: Measured): string {
  switch (measured.measure) {
    case "plan":
      return `年度计划投资${formatMoney(measured.yuan)}`;
    case "investment":
      return `${measured.period ? `${formatPeriod(measured.period)}底` : ""}累计完成${formatMoney(measured.yuan)}`;
    case "percent":
      return `形象进度${formatPercent(measured.value)}`;
    case "completion":
      return `年度完成率${formatPercent(measured.value)}`;
    case "area":
      return `累计${measured.mu}亩`;
    case "funds":
      return `资金${formatMoney(measured.yuan)}`;
    case "milestone":
      return measured.status === "done"
        ? `${measured.milestone}已于${measured.date}完成`
        : `${measured.milestone}计划${measured.date}`;
    case "price":
      return "成交价已报";
    case "buyer":
      return `竞得人${measured.buyer}`;
    case "note":
      return measured.note;
    case "unchanged":
      return "无变化";
  }
}
