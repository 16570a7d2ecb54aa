import type { Answer, Command } from "../src/bot/command.js";
import { handOver } from "../src/bot/hand-over.js";
import { maySeePrices } from "../src/bot/land/see-price.js";
import { otherCommand } from "../src/bot/other-command.js";
import { projectsNamed } from "../src/bot/projects-named.js";
import { lapseOfReport } from "../src/bot/report/report-answer.js";
import { reportClicks } from "../src/bot/report/report-clicks.js";
import { takeReport } from "../src/bot/report/take-report.js";
import type { Turn } from "../src/bot/turn.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { totalsCard } from "../src/cards/land/totals-card.js";
import { dayOf } from "../src/domain/day.js";
import { reserveTotals, saleTotals } from "../src/domain/land-totals.js";
import { yearOf } from "../src/domain/period.js";
import { understand } from "../src/language/understand.js";

/** 土地: 出让 and 收储 of the year against the control totals. */
export const land: Command = {
  name: "土地",
  aliases: ["土地情况", "土地总账", "出让情况", "出让总账"],
  topic: "查项目",
  summary: "出让、收储完成多少、还差多少，哪个地块卡在哪个前置上",
  examples: ["土地", "土地出让完成多少", "土地收储完成多少亩"],
  act: "look",
  insideOnly: "土地总账只在内部看。",
  async run(turn, call) {
    // 利欧完成多少亩 is masked like 收储完成多少亩: it is about the one plot.
    if (!/土地|出让|收储/.test(turn.words)) return handOver(turn, "地块", call);
    if (ASKS.test(call.rest)) return totals(turn);
    const told = call.rest === "" ? [] : reportedIn(turn, call.rest);
    // 土地情况：核心区累计53亩…: a heading, and a report below it.
    if (told.length > 0) return takeReport(turn, told);
    const [named] = call.rest === "" ? [] : await projectsNamed(turn, call.rest);
    return named ? handOver(turn, "地块", call) : totals(turn);
  },
  clicks: {
    // Words that begin with 土地 may be a report, with a report's buttons.
    ...reportClicks,
    show: otherCommand("地块"),
  },
  lapse: lapseOfReport,
};

/** 收储 is a project's other name, too; asked for so many 亩, it is all of it. */
const ASKS = /多少|几|[?？]|^(?:土地)?(?:出让|收储)?情况$/;

function reportedIn({ saidAt, names, closedMonth }: Turn, words: string) {
  return understand(`报 ${words}`, { now: saidAt, names, closedMonth }).items.filter(({ intent }) =>
    ["report", "milestone", "problem"].includes(intent),
  );
}

async function totals(turn: Turn): Promise<Answer> {
  const { tx, closedMonth, now, sight } = turn;
  const year = yearOf(closedMonth);
  const standings = await tx.projects.standings(year, { codes: sight.codes, withFinished: true });
  const controls = await tx.projects.controlTotals(year);
  const control = (name: string) => controls.find((total) => total.class === name) ?? null;
  const areas = new Map([...(await tx.land.areas())].map(([code, { mu }]) => [code, mu]));
  const today = dayOf(now);
  return {
    card: totalsCard({
      year,
      today,
      sales: saleTotals(standings, control("土地出让"), areas, { year, today }),
      reserve: reserveTotals(standings, control("土地收储"), year),
      hasPrices: maySeePrices(sight),
      asOf: dataAsOf(closedMonth, now),
    }),
  };
}
