import { isDeepStrictEqual } from "node:util";
import { missingByUnit } from "../src/bot/chase/missing-by-unit.js";
import { missingReports, reportsOf } from "../src/bot/chase/missing-reports.js";
import type { Answer, ClickAnswer } from "../src/bot/command.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { asPosted } from "../src/bot/schedule/bound.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import type { Turn } from "../src/bot/turn.js";
import { type MonthAsked, type UnitMissing, unitsCard } from "../src/cards/chase/units-card.js";
import { plain } from "../src/cards/typed.js";
import { closedAt } from "../src/domain/data-month.js";
import { DAY, dayOf } from "../src/domain/day.js";
import type { Period } from "../src/domain/period.js";

const NAME = "报送进度";
/** by five, and not on the hour */
const TIME = "16:58";
/** names in a toast */
const NAMED = 6;

/** What the card shows: it is drawn anew when one of these is another. */
interface Shown {
  month: Period;
  isClosed: boolean;
  /** projects that owe a report */
  owed: number;
  units: readonly UnitMissing[];
}

interface Model extends Shown {
  page: number;
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
  liveFor: 7 * DAY,
  slots: (from, to, occasions) => slotsAfterClose(0, { name: NAME, time: TIME }, from, to, occasions),
  async run(turn, { period }) {
    const now = await shownNow(turn, period);
    return now.units.length > 0 ? drawn(turn, { ...now, page: 1 }) : null;
  },
  async live(turn, model) {
    const { page, ...before } = model as Model;
    const now = await shownNow(turn, before.month);
    return isDeepStrictEqual(now, before) ? null : drawn(turn, { ...now, page });
  },
  clicks: {
    mine: { repeats: true, run: mine },
    page: {
      repeats: true,
      async run(said, { model, args }) {
        const turn = await asPosted(said);
        const now = await shownNow(turn, (model as Model).month);
        return { toast: "好的", ...(await drawn(turn, { ...now, page: Number(args.page) })) };
      },
    },
  },
};

type Seen = Pick<PostTurn, "tx" | "now" | "closedMonth" | "sight">;

async function shownNow(turn: Seen, month: Period): Promise<Shown> {
  const { owed, missing } = await reportsOf(turn, month, turn.sight.codes);
  return { month, isClosed: month <= turn.closedMonth, owed, units: missingByUnit(missing) };
}

async function drawn({ tx, now }: Seen, model: Model): Promise<Answer & { model: Model }> {
  const { month, isClosed, owed, units, page } = model;
  const asked: MonthAsked = {
    month,
    // The office may close it before its day.
    closes: dayOf(closedAt(month, await tx.months.closes())),
    isClosed,
    today: dayOf(now),
    owed,
  };
  return { card: unitsCard(asked, units, page), model };
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
