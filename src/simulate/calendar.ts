import { eastAsianWidth } from "get-east-asian-width";
import { dayOf, formatDay, timeOf, weekdayName } from "../domain/day.js";
import { monthNumber, monthOf, type Period, yearOf } from "../domain/period.js";
import type { Posted } from "./watch.js";
import { type Meetings, reasonsOf } from "./why.js";

/** columns of day and hour, and of where it went */
const WHEN = 20;
const WHERE = 18;
const WHAT = 30;
/** names that stand in the column; more stand at the line's end */
const NAMED = 2;

interface Line {
  when: string;
  where: string[];
  what: string;
  why: string;
}

/**
 * The year to be read at a glance: a line for each post, by month: when, where, what, and why then. What several
 * people are told in one minute for one reason is one line with their names.
 */
export function calendarOf(posted: readonly Posted[], meetings: Meetings): string {
  const months = new Map<string, Line[]>();
  for (const post of posted) {
    const month = monthOf(post.at);
    const lines = months.get(month) ?? [];
    months.set(month, lines);
    const line = lineOf(post, meetings);
    const same = lines.find(
      ({ when, what, why }) => post.isPrivate && when === line.when && what === line.what && why === line.why,
    );
    if (same) same.where.push(...line.where);
    else lines.push(line);
  }
  const parts = [...months].map(
    ([month, lines]) => `${titleOf(month)}　${lines.length}行\n${lines.map(drawn).join("\n")}`,
  );
  return `${parts.join("\n\n")}\n\n${countsOf(posted)}\n`;
}

function lineOf(post: Posted, meetings: Meetings): Line {
  const day = dayOf(post.at);
  const kinds = [...new Set(post.runs.map(({ job }) => job))];
  const short = post.isPrivate ? kinds.join("＋") : post.title;
  return {
    when: `${formatDay(day)} ${weekdayName(day)} ${timeOf(post.at)}`,
    where: [post.isPrivate ? post.to : `【${post.to}】`],
    what: short,
    why: reasonsOf(post.runs, post.at, meetings).join("；"),
  };
}

function drawn({ when, where, what, why }: Line): string {
  const isMany = where.length > NAMED;
  const first = isMany ? `${where[0]}等${where.length}人` : where.join("、");
  const all = isMany ? `（${where.join("、")}）` : "";
  return `  ${padded(when, WHEN)} ${padded(first, WHERE)} ${padded(what, WHAT)} ${why}${all}`;
}

const titleOf = (month: Period): string => `${yearOf(month)}年${monthNumber(month)}月`;

/** How often each post came, where, and the most that one person was told in a month. */
function countsOf(posted: readonly Posted[]): string {
  const jobs = new Map<string, { groups: number; people: number }>();
  const perPerson = new Map<string, number>();
  for (const { runs, isPrivate, to, at } of posted) {
    for (const job of new Set(runs.map((run) => run.job))) {
      const count = jobs.get(job) ?? { groups: 0, people: 0 };
      if (isPrivate) count.people += 1;
      else count.groups += 1;
      jobs.set(job, count);
    }
    if (isPrivate) perPerson.set(`${to} ${monthOf(at)}`, (perPerson.get(`${to} ${monthOf(at)}`) ?? 0) + 1);
  }
  const lines = [...jobs]
    .sort(([a], [b]) => a.localeCompare(b, "zh-Hans-CN"))
    .map(([job, { groups, people }]) => `  ${padded(job, WHERE)} 群里${groups}次，私下${people}次`);
  const [most, times] = [...perPerson].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const [name = "", month = ""] = most.split(" ");
  const busiest = most ? `\n一个人一个月最多收到${times}条：${name}，${titleOf(month)}` : "";
  return `合计${posted.length}条\n${lines.join("\n")}${busiest}`;
}

function padded(text: string, width: number): string {
  const own = [...text].reduce((sum, char) => sum + eastAsianWidth(char.codePointAt(0) ?? 0), 0);
  return own < width ? text + " ".repeat(width - own) : text;
}
