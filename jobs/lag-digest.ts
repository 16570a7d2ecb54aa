import { type Assessed, assessed, bySeverity, viewpointOf } from "../src/bot/portfolio.js";
import type { Post, PostTurn, Slot, Weekly } from "../src/bot/post.js";
import { type Block, buttons, type CardView, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { lagLine } from "../src/cards/project-line.js";
import { typed } from "../src/cards/typed.js";
import { closeDayOf, closedMonth } from "../src/domain/data-month.js";
import { addDays, at, dayOf, weekday as weekdayOf } from "../src/domain/day.js";
import { isoWeek } from "../src/domain/iso-week.js";
import { lampSign } from "../src/domain/lamp.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { formatPeriod, yearOf } from "../src/domain/period.js";
import { isWorkday, nextWorkday } from "../src/domain/workdays.js";

const DEFAULT: Weekly = { weekday: 1, time: "09:10" };
const DAY = 24 * 3_600_000;
const PAGE = 8;
const MONTHLY = "monthly";

interface Model {
  page: number;
}

/** 滞后摘要: weekly what lags and what has changed; on the first workday after a month's close, the month. */
export const lagDigest: Post = {
  name: "滞后摘要",
  summary: "哪些项目滞后、比上次有什么变化",
  when: "每周一 09:10 和每月关账后",
  byDefault: true,
  weekly: DEFAULT,
  goodFor: 4 * DAY,
  slots(from, to, { weekly }) {
    const { weekday, time } = weekly ?? DEFAULT;
    const slots: Slot[] = [];
    for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
      const monthly = monthlySlot(day, time);
      if (monthly) slots.push(monthly);
      // A weekly slot on a rest day is skipped; on the day of the monthly one that says it all.
      else if (weekdayOf(day) === weekday && isWorkday(day))
        slots.push({ at: at(day, time), subject: "weekly", period: isoWeek(day) });
    }
    return slots.filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(turn, slot) {
    const viewpoint = viewpointOf(turn);
    const all = await assessed(turn.tx, viewpoint, { codes: turn.sight.codes });
    const mark = `digest:${turn.chat.chatId}`;
    const before = await turn.tx.projects.lampMarks(mark);
    await turn.tx.projects.setLampMarks(mark, new Map(all.map((one) => [one.project.code, one.lamp.lamp])));
    const card = digestCard(turn, all, before, slot.subject === MONTHLY, 1);
    return { card, model: { page: 1 } satisfies Model };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const all = await assessed(turn.tx, viewpointOf(turn), { codes: turn.sight.codes });
        const page = Number(click.args.page);
        return { toast: "好的", card: digestCard(turn, all, new Map(), false, page) };
      },
    },
  },
};

/** The workday after the one on which the month closed. */
function monthlySlot(day: string, time: string): Slot | null {
  if (!isWorkday(day)) return null;
  const month = closedMonth(at(day, "12:00"));
  const isFirst = nextWorkday(closeDayOf(month)) === day;
  return isFirst ? { at: at(day, time), subject: MONTHLY, period: month } : null;
}

type DigestTurn = Pick<PostTurn, "closedMonth" | "now" | "sight">;

function digestCard(
  turn: DigestTurn,
  all: Assessed[],
  before: ReadonlyMap<string, LampColour>,
  isMonthly: boolean,
  page: number,
): CardView {
  const year = yearOf(turn.closedMonth);
  const lagging = all
    .filter(({ lamp }) => lamp.lamp === "red" || lamp.lamp === "yellow")
    .sort(newlyRedFirst(before, year));
  const view = paged(lagging, page, PAGE);
  const pages = pageButtons(view);
  const title = isMonthly ? `${formatPeriod(turn.closedMonth)}滞后摘要` : "滞后摘要";
  const asOf = note(`${all[0]?.lamp.version ?? "规则 v1"}　数据截至${formatPeriod(turn.closedMonth)}`);
  if (lagging.length === 0)
    return {
      title,
      tone: "green",
      blocks: [text("目前没有滞后的项目，大家辛苦了。"), ...changeBlocks(all, before), asOf],
    };
  return {
    title: `${title}：${lagging.length}个`,
    tone: lagging.some(({ lamp }) => lamp.lamp === "red") ? "red" : "orange",
    blocks: [
      ...changeBlocks(all, before),
      text(countLine(all)),
      ...view.shown.flatMap((one) => [rule, text(lagLine(one, year, turn.sight.money))]),
      ...(pages.length > 0 ? [buttons(...pages)] : []),
      asOf,
    ],
  };
}

/** Newly red, then by lamp and money at risk, then by months behind. */
function newlyRedFirst(before: ReadonlyMap<string, LampColour>, year: number) {
  const isNewlyRed = ({ lamp, project }: Assessed) =>
    lamp.lamp === "red" && before.size > 0 && before.get(project.code) !== "red" ? 0 : 1;
  const severity = bySeverity(year);
  return (a: Assessed, b: Assessed) =>
    isNewlyRed(a) - isNewlyRed(b) || severity(a, b) || b.lamp.running - a.lamp.running;
}

/** First what has changed since this group's last digest: 新增红2，转绿1, and which. */
function changeBlocks(all: readonly Assessed[], before: ReadonlyMap<string, LampColour>): Block[] {
  if (before.size === 0) return [];
  const changed = all.filter(({ project, lamp }) => {
    const last = before.get(project.code);
    return last !== undefined && last !== lamp.lamp;
  });
  if (changed.length === 0) return [text("与上次相比，灯没有变化。")];
  const to = (lamp: LampColour) => changed.filter((one) => one.lamp.lamp === lamp).length;
  const counts = [
    to("red") > 0 ? `新增红${to("red")}` : "",
    to("yellow") > 0 ? `转黄${to("yellow")}` : "",
    to("green") > 0 ? `转绿${to("green")}` : "",
    to("grey") > 0 ? `转未报${to("grey")}` : "",
  ].filter(Boolean);
  const lines = changed.map(
    ({ project, lamp }) =>
      `${lampSign(before.get(project.code) ?? "grey")}→${lampSign(lamp.lamp)} ${typed(project.name)}`,
  );
  return [text([`**${counts.join("，")}**`, ...lines.slice(0, 12)].join("\n"))];
}
