import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { promiseRatesOf, yearSoFar } from "../src/bot/lists/promises-of.js";
import { readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { promiseDetailCard, promisesCard } from "../src/cards/list/promise-card.js";
import { paged } from "../src/cards/pager.js";
import { dayOf } from "../src/domain/day.js";

const PAGE = 10;

interface Model {
  /** the unit whose promises are shown; absent when all are */
  unit?: string;
  /** one unit was asked for: there is no list to go back to */
  isOne?: boolean;
}

/** Words around the name: 谁说到做到了, 建管委的兑现率是多少. */
const AROUND =
  /说到做到|(?:承诺|节点)?兑现率|谁|各?家?单位|今年|[的了率是呢吗]|多少|怎么样|查|看看?|[?？。]/g;

/** 说到做到率: promised days against kept ones; the office and leaders see all, a reporter the own unit. */
export const promises: Command = {
  name: "说到做到率",
  aliases: ["说到做到", "承诺兑现率", "兑现率"],
  topic: "查项目",
  summary: "说好的日子做到了多少：节点、问题期限、议定事项",
  examples: ["说到做到率", "说到做到率 区建管委"],
  act: "promise.look",
  insideOnly: "说到做到率只在内部看。",
  async run(turn, call) {
    const filter = await readFilter(turn, call.rest.replace(AROUND, " ").trim());
    if ("unread" in filter) return unreadFilter(filter, "说到做到率", ["区建管委"]);
    const unit = filter.unit ?? (turn.speaker.role === "reporter" ? turn.speaker.unit : null);
    const refusal = await refusedAct(turn, "promise.look", isOwn(turn, unit));
    if (refusal) {
      const { card } = await refused(turn, refusal, turn.words || "说到做到率");
      return { card: { ...card, title: "这里看不了" } };
    }
    // All units side by side are a ranking.
    const open = unit ? null : await refusedAct(turn, "ranking.look");
    if (open) {
      const { card } = await refused(turn, open, turn.words || "说到做到率");
      return { card: { ...card, title: "这里看不了" } };
    }
    return draw(turn, unit ? { unit, isOne: true } : {}, 1);
  },
  clicks: {
    page: looks((turn, { args, model }) => draw(turn, model as Model, Number(args.page))),
    detail: looks((turn, { args }) => draw(turn, { unit: String(args.unit) }, 1)),
    back: looks((turn) => draw(turn, {}, 1)),
  },
};

const isOwn = ({ speaker }: Turn, unit: string | null): boolean => unit !== null && unit === speaker.unit;

/** A button shows what its unit may see, whoever presses it. */
function looks(show: (turn: Turn, click: Click) => Promise<Answer>) {
  return {
    repeats: true,
    async run(turn: Turn, click: Click): Promise<ClickAnswer> {
      const { unit, isOne } = click.model as Model;
      const own = isOne === true && isOwn(turn, unit ?? null);
      const refusal = await refusedAct(turn, "promise.look", own);
      return refusal
        ? refusedClick(turn, refusal, "说到做到率")
        : { toast: "好的", ...(await show(turn, click)) };
    },
  };
}

async function draw(turn: Turn, model: Model, page: number): Promise<Answer> {
  const span = yearSoFar(turn.now);
  const today = dayOf(turn.now);
  const all = await promiseRatesOf(turn, span);
  const { unit, isOne = false } = model;
  if (!unit) return { card: promisesCard(paged(all, page, PAGE), all, span, today), model };
  const none = { unit, kept: 0, late: 0, missed: 0, moved: 0, broken: [] };
  const rate = all.find((one) => one.unit === unit) ?? none;
  return { card: promiseDetailCard(rate, paged(rate.broken, page, PAGE), span, today, isOne), model };
}
