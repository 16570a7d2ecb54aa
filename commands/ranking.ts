import { brief } from "../src/bot/brief.js";
import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { refusedAct } from "../src/bot/permissions.js";
import { detailOf, drawRanking, type RankingModel } from "../src/bot/ranking/draw-ranking.js";
import { refusedRanking } from "../src/bot/ranking/refused-ranking.js";
import { signScores } from "../src/bot/ranking/sign-scores.js";
import { slowestProjects } from "../src/bot/ranking/slowest-projects.js";
import { refusedClick } from "../src/bot/refuse.js";
import type { Turn } from "../src/bot/turn.js";
import { formatPeriod, monthOf, type Period } from "../src/domain/period.js";
import type { QueryItem } from "../src/language/items.js";
import { monthAsked, withoutMonth } from "../src/language/month-asked.js";

/** 排名: the units' scores for a closed month, explained; a draft until a person signs it. */
export const ranking: Command = {
  name: "排名",
  aliases: ["得分", "评分", "单位排名"],
  topic: "查项目",
  summary: "各单位得分和名次，逐项算给您看；签发前是草稿",
  examples: ["排名", "排名 8月", "排名 区建管委"],
  act: "ranking.look",
  insideOnly: "排名只在内部看。",
  async run(turn, call) {
    const refusal = await refusedAct(turn, "ranking.look");
    if (refusal) return refusedRanking(turn, refusal);
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const words = asked ? (asked.text ?? turn.words) : call.rest;
    const month = monthAsked(asked ?? {}, words, monthOf(turn.now)) ?? turn.closedMonth;
    if (month > turn.closedMonth) return notClosed(month, turn.closedMonth);
    const filter = asked ? {} : await readFilter(turn, withoutMonth(call.rest));
    if ("unread" in filter) return unreadFilter(filter, "排名", ["8月", "区建管委"]);
    const unit = asked?.unit ?? filter.unit;
    const model: RankingModel = { month, shows: "latest", seal: "" };
    if (unit) {
      const detail = await detailOf(turn, model, unit);
      if (detail) return detail;
    }
    return drawRanking(turn, model, asked ? await slowestProjects(turn, asked) : []);
  },
  clicks: {
    detail: looks(async (turn, { args, model }) => {
      const found = await detailOf(turn, model as RankingModel, String(args.unit));
      return found ? { toast: "好的", ...found } : { toast: "没有这个单位的得分", tone: "error" };
    }),
    back: looks(async (turn, { model }) => ({
      toast: "好的",
      ...(await drawRanking(turn, model as RankingModel)),
    })),
    draft: looks(async (turn, { model }) => ({
      toast: "好的",
      ...(await drawRanking(turn, { ...(model as RankingModel), shows: "draft" })),
    })),
    sign: { repeats: true, run: (turn, { model }) => signScores(turn, model as RankingModel) },
    lagging: {
      async run(turn) {
        const command = turn.commands.find(({ name }) => name === "滞后");
        if (!command) return { toast: "没有这个命令", tone: "error" };
        const { card, model = null } = await command.run(turn, { items: [], rest: "" });
        return { toast: "好的", card, model, becomes: command.name };
      },
    },
  },
};

/** A button of the card may be used by whoever may see it: the card may have been handed on. */
function looks(run: (turn: Turn, click: Click) => Promise<ClickAnswer>) {
  return {
    repeats: true,
    async run(turn: Turn, click: Click): Promise<ClickAnswer> {
      const refusal = await refusedAct(turn, "ranking.look");
      return refusal ? refusedClick(turn, refusal, "排名") : run(turn, click);
    },
  };
}

function notClosed(month: Period, closed: Period): Answer {
  const sentence = `${formatPeriod(month)}还没有关账，关账以后再排名；现在可以看“排名 ${formatPeriod(closed)}”。`;
  return brief(`${formatPeriod(month)}还没有关账`, sentence);
}
