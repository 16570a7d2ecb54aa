import { missingByUnit } from "../src/bot/chase/missing-by-unit.js";
import { missingReports, reportsOf } from "../src/bot/chase/missing-reports.js";
import type { ClickAnswer } from "../src/bot/command.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { asPosted } from "../src/bot/schedule/bound.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import type { Turn } from "../src/bot/turn.js";
import { type MonthAsked, type UnitMissing, unitsCard } from "../src/cards/chase/units-card.js";
import { plain } from "../src/cards/typed.js";
import { closedAt } from "../src/domain/data-month.js";
import { dayOf } from "../src/domain/day.js";
import type { Period } from "../src/domain/period.js";

const NAME = "报送进度";
const HOUR = 3_600_000;
/** by five, and not on the hour */
const TIME = "16:58";
/** names in a toast */
const NAMED = 6;

interface Model {
  month: Period;
  units: UnitMissing[];
}

/** 催报 in the group, on the afternoon of the day the month closes: one card that changes as reports come in. */
export const reportChaseUnits: Post = {
  name: NAME,
  summary: "关账当天下午，哪些单位还没报；有人报了自己更新",
  when: (time) => `每月关账当天 ${time}`,
  byDefault: true,
  daily: TIME,
  // The day after, the heads of the units are asked in private.
  catchUp: { is: "skip" },
  liveFor: 7 * 24 * HOUR,
  slots: (from, to, occasions) => slotsAfterClose(0, { name: NAME, time: TIME }, from, to, occasions),
  async run(turn, { period }) {
    const { owed, missing } = await reportsOf(turn, period, turn.sight.codes);
    if (missing.length === 0) return null;
    return drawn(turn, period, owed, missingByUnit(missing));
  },
  async live(turn, model) {
    const { month, units } = model as Model;
    const { owed, missing } = await reportsOf(turn, month, turn.sight.codes);
    const next = missingByUnit(missing);
    if (JSON.stringify(next) === JSON.stringify(units)) return null;
    return { ...(await drawn(turn, month, owed, next)), isDone: next.length === 0 };
  },
  clicks: { mine: { repeats: true, run: mine } },
};

async function drawn(turn: PostTurn, month: Period, owed: number, units: UnitMissing[]) {
  const { tx, now, closedMonth } = turn;
  const asked: MonthAsked = {
    month,
    // The office may close it before its day.
    closes: dayOf(closedAt(month, await tx.months.closes())),
    isClosed: month <= closedMonth,
    today: dayOf(now),
  };
  return { card: unitsCard(asked, owed, units), model: { month, units } satisfies Model };
}

/** A unit's own list is for whoever asks, not for the whole group. */
async function mine(turn: Turn, { model }: { model: unknown }): Promise<ClickAnswer> {
  const { month } = model as Model;
  const { unit } = turn.speaker;
  const teams = await turn.tx.teams.teamsOf(turn.speaker.openId);
  const missing = await missingReports(turn, month, (await asPosted(turn)).sight.codes);
  const own = missing.filter(
    ({ project }) => (unit !== null && project.unit === unit) || teams.has(project.code),
  );
  if (own.length === 0) return { toast: unit ? "您这边都报齐了，谢谢" : "您还没有登记单位", tone: "info" };
  const names = own.slice(0, NAMED).map(({ project }) => plain(project.name, 20));
  return { toast: `还差${own.length}个：${names.join("、")}${own.length > NAMED ? "等" : ""}`, tone: "info" };
}
