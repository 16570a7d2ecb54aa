import { nudges, posts } from "../../jobs/index.js";
import { closeDayOf } from "../domain/data-month.js";
import { dayOf, formatDay, isDay } from "../domain/day.js";
import { formatPeriod, isPeriod } from "../domain/period.js";
import { onOrAfterWorkday } from "../domain/workdays.js";
import type { Meeting } from "../store/meetings.js";
import type { Run } from "../store/run-log.js";

export type Meetings = ReadonlyMap<number, Pick<Meeting, "title" | "startsAt">>;

/** The rule by which a post came, in words: 1月数据2月7日关账，前3个工作日还没报. */
function whyOf(run: Run, meetings: Meetings): string {
  const { job, subject, period } = run;
  const month = isPeriod(period) ? period : isPeriod(subject) ? subject : null;
  switch (job) {
    case "推进会提醒":
      return `${OFFSETS[period] ?? period}（${meetingDay(meetings, Number(subject))}）`;
    case "未排会提醒":
      return `${movedFrom(`${period}-20`)}，${formatPeriod(period, period)}还没排推进会`;
    case "滞后摘要":
      return month ? `${closing(month)}，次一工作日` : "每周一 09:10";
    case "催报提醒":
      return month ? `${closing(month)}，${CHASE[period] ?? period}` : period;
    case "报送进度":
      return month ? `${closing(month)}，当天17:00` : period;
    case "漏报清单":
      return month ? `${closing(month)}，后3个工作日` : period;
    case "月度通报":
      return month ? `${formatPeriod(month, month)}的通报签发了` : period;
    case "领导简报":
      return "每周第一个工作日";
    case "年末结转提醒":
      return YEAR_END[subject] ?? subject;
    case "节点到期":
    case "问题到期":
    case "容缺补件":
      return `${withDay(subject)}，${DUE[period] ?? period}`;
    default:
      return [
        ...posts.map((post) => [post.name, post.when("")]),
        ...nudges.map((one) => [one.name, one.when]),
      ]
        .filter(([name]) => name === job)
        .map(([, when]) => when)
        .join("");
  }
}

const OFFSETS: Record<string, string> = {
  "T-7": "会前7个工作日",
  "T-3": "会前3个工作日",
  "T-1": "会前1个工作日",
  "T-0": "开会当天",
  "T+1": "会后1个工作日",
};
const CHASE: Record<string, string> = {
  "D-3": "前3个工作日还没报",
  "D-1": "前1个工作日还没报",
  "D+1": "后1个工作日还没报，找负责人",
};
const DUE: Record<string, string> = {
  "T-30": "到期前30天",
  "T-7": "到期前7天",
  "T-3": "到期前3天",
  "T-1": "到期前1天",
};
const YEAR_END: Record<string, string> = {
  forecast: "12月1日，年末预测",
  confirm: "12月15日，确认结转",
  freeze: "12月31日，冻结",
  list: "1月5日，明年名单",
};

const closing = (month: string): string =>
  `${formatPeriod(month, month)}数据${formatDay(closeDayOf(month))}关账`;

function meetingDay(meetings: Meetings, id: number): string {
  const meeting = meetings.get(id);
  return meeting ? `${formatDay(dayOf(meeting.startsAt))}的会` : `第${id}次会`;
}

function movedFrom(day: string): string {
  const moved = onOrAfterWorkday(day);
  return moved === day ? formatDay(day) : `${formatDay(day)}休息，顺延到${formatDay(moved)}`;
}

/** `S-04 竣工验收 2022-12-20` → `S-04 竣工验收 12月20日` */
function withDay(subject: string): string {
  return subject
    .split(" ")
    .map((part) => (isDay(part) ? formatDay(part) : part))
    .join(" ");
}

/** ms after its slot from which a post counts as made up */
const LATE = 10 * 60_000;

/** Why it came, of all that a post brings; said once. */
export function reasonsOf(runs: readonly Run[], postedAt: number, meetings: Meetings): string[] {
  const own = [...new Set(runs.map((run) => whyOf(run, meetings)))];
  const first = runs[0];
  const isMadeUp = first !== undefined && postedAt - first.slot > LATE;
  return isMadeUp ? [...own, `补发，本该${formatDay(dayOf(first.slot))}`] : own;
}
