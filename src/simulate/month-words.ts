import type { DemoProject } from "../../seeds/demo-year.js";
import { formatMoney } from "../domain/money.js";

/** A month after the demonstration's data goes on as the last three did; a project that is nearly there stops. */
const LOOKS_BACK = 3;

/**
 * What a project's contact writes for a month (1–12): figures of the demonstration year, carried on after its
 * last month; `无变化` where there is nothing to say, null where nothing was reported any more.
 */
export function monthWords(project: DemoProject, month: number, known: number): string | null {
  const { reportedTo = 12, firstMonth, notes, ytdWan, percent, mu, fundsWan } = project;
  const first = firstMonth ? Number(firstMonth.slice(5)) : 1;
  if (month > reportedTo || month < first) return null;
  const ytd = carriedOn(ytdWan, month);
  const share = carriedOn(percent, month);
  const area = carriedOn(mu, month);
  const funds = carriedOn(fundsWan, month);
  const said = [
    ytd === null ? null : ytdSaid(month, ytd),
    area === null ? null : `${month}月底累计${Math.round(area)}亩`,
    funds === null ? null : `${month}月底累计资金${formatMoney(Math.round(funds) * 10_000)}`,
    share === null ? null : `形象进度${Math.min(99, Math.round(share * 10) / 10)}%`,
    month <= known ? (notes?.[String(month)] ?? null) : null,
  ].filter((part) => part !== null);
  return said.length > 0 ? said.join("，") : `${month}月无变化`;
}

const ytdSaid = (month: number, wan: number): string =>
  `${month}月底累计完成${formatMoney(Math.round(wan) * 10_000)}`;

/** The year's sum at a month's end as it is put right by so many 万元; null where none was said. */
export function ytdWords(project: DemoProject, month: number, moreWan: number): string | null {
  if (month > (project.reportedTo ?? 12)) return null;
  const ytd = carriedOn(project.ytdWan, month);
  return ytd === null ? null : ytdSaid(month, ytd + moreWan);
}

function carriedOn(values: readonly number[] | undefined, month: number): number | null {
  if (!values || values.length === 0) return null;
  const known = values[month - 1];
  if (known !== undefined) return known;
  const last = values.at(-1) ?? 0;
  const back = Math.min(LOOKS_BACK, values.length - 1);
  const step = back > 0 ? (last - (values.at(-1 - back) ?? last)) / back : 0;
  return last + step * (month - values.length);
}
