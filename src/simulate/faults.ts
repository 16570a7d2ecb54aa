import { PUBLICATION } from "../bot/bulletin/name.js";
import { EARLIEST, LATEST } from "../bot/posting-time.js";
import { closedAt } from "../domain/data-month.js";
import { dayOf, formatInstant, timeOf } from "../domain/day.js";
import { isWorkday } from "../domain/workdays.js";
import type { Met } from "./play.js";
import type { Posted } from "./watch.js";

export interface Seen {
  posted: readonly Posted[];
  strays: readonly string[];
  met: readonly Met[];
  /** names of the projects, by code */
  names: ReadonlyMap<string, string>;
}

/** What a year of posts may not hold, in words; empty when all is well. */
export function faultsOf({ posted, strays, met, names }: Seen): string[] {
  return [
    ...strays,
    ...twice(posted),
    ...posted.flatMap((post) => atOddTimes(post)),
    ...whileMuted(posted, met),
    ...severalADay(posted),
    ...posted
      .filter(({ runs, files }) => files.length !== (runs.some(({ job }) => job === PUBLICATION) ? 2 : 0))
      .map((post) => `文件不对：${labelOf(post)}（${post.files.length}个）`),
    ...posted
      .filter(({ text }) => text.trim().split("\n").length < 2)
      .map((post) => `空的：${labelOf(post)}`),
    ...afterReporting(posted, met, names),
  ];
}

const labelOf = ({ at, to, title }: Posted): string => `${formatInstant(at)} ${to} ${title}`;

/** What a post is: its runs, without their ids. */
export const keyOf = ({ at, to, runs, title }: Posted): string =>
  [dayOf(at), to, title, ...runs.map(({ job, subject, period }) => `${job} ${subject} ${period}`)].join(
    " | ",
  );

function twice(posted: readonly Posted[]): string[] {
  const seen = new Set<string>();
  return posted.flatMap((post) =>
    post.runs.flatMap(({ job, chatId, subject, period }) => {
      const key = [job, chatId, subject, period].join(" ");
      if (seen.has(key)) return [`发了两次：${labelOf(post)}（${key}）`];
      seen.add(key);
      return [];
    }),
  );
}

function atOddTimes(post: Posted): string[] {
  const time = timeOf(post.at);
  if (!isWorkday(dayOf(post.at))) return [`休息日发了：${labelOf(post)}`];
  return time < EARLIEST || time > LATEST ? [`${EARLIEST}前或${LATEST}后发了：${labelOf(post)}`] : [];
}

function whileMuted(posted: readonly Posted[], met: readonly Met[]): string[] {
  return met.flatMap(({ deed: { at, chat, mutesUntil } }) =>
    mutesUntil === undefined
      ? []
      : posted
          .filter((post) => post.chatId === chat && post.at > at && dayOf(post.at) <= mutesUntil)
          .map((post) => `静音时发了：${labelOf(post)}`),
  );
}

function severalADay(posted: readonly Posted[]): string[] {
  const seen = new Set<string>();
  return posted.flatMap((post) => {
    const key = `${post.chatId} ${dayOf(post.at)}`;
    if (!post.isPrivate) return [];
    if (seen.has(key)) return [`一天私下发了不止一条：${labelOf(post)}`];
    seen.add(key);
    return [];
  });
}

/** A report that was said and taken in time is asked for no more. */
function afterReporting(
  posted: readonly Posted[],
  met: readonly Met[],
  names: ReadonlyMap<string, string>,
): string[] {
  const reported = met.flatMap(({ deed: { at, reports }, answer }) =>
    reports && /^已记入/.test(answer) && at <= closedAt(reports.month)
      ? [{ at, month: reports.month, name: names.get(reports.code) ?? reports.code }]
      : [],
  );
  return posted.flatMap((post) => {
    const month = post.runs.find(({ job }) => job === "催报提醒")?.subject;
    if (month === undefined) return [];
    const lines = post.text.split("\n");
    return reported
      .filter(
        (one) =>
          one.month === month &&
          one.at < post.at &&
          lines.some((line) => new RegExp(`^\\S+ ${escaped(one.name)}　`, "u").test(line)),
      )
      .map(({ name }) => `报过了还催：${labelOf(post)}（${name}）`);
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
