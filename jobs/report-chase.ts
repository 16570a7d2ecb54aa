import { CHASE_NUDGE } from "../src/bot/chase/chase-by-hand.js";
import { type ChaseModel, chaseClicks, drawnChase } from "../src/bot/chase/chase-clicks.js";
import { missingReports } from "../src/bot/chase/missing-reports.js";
import type { Notice, Nudge } from "../src/bot/nudge.js";
import { askedForEach } from "../src/bot/people/asked-for-each.js";
import { type ChaseStage, chaseOn } from "../src/domain/chase-stage.js";
import { closedMonth } from "../src/domain/data-month.js";
import { at, type Day } from "../src/domain/day.js";
import type { Period } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import { addWorkdays } from "../src/domain/workdays.js";

interface About {
  month: Period;
  stage: ChaseStage;
  projects: Assessed[];
}

/** 催报: three workdays and one before the close to whoever reports, one after it to the unit's head. */
export const reportChase: Nudge<About> = {
  name: CHASE_NUDGE,
  summary: "您的项目还没报时，关账前私下提醒",
  when: "关账前3、1个工作日，关账后1个工作日找负责人",
  onDay(day) {
    const stage = stageOn(day);
    return stage !== null && stage !== stageOn(addWorkdays(day, -1));
  },
  async due(turn) {
    const chase = chaseOn(turn.today, turn.closedMonth);
    if (!chase) return [];
    const missing = await missingReports(turn, chase.month);
    const projects = missing.map(({ project }) => project);
    const asked = await askedForEach(turn.tx, projects, turn.today);
    const byPerson = new Map<string, Assessed[]>();
    for (const one of missing) {
      const { head, contact } = asked.get(one.project.code) ?? {};
      const to = chase.stage === "D+1" ? head : contact;
      if (!to) continue;
      const own = byPerson.get(to);
      if (own) own.push(one);
      else byPerson.set(to, [one]);
    }
    return [...byPerson].map(
      ([to, own]): Notice<About> => ({
        to,
        subject: chase.month,
        stage: chase.stage,
        about: { ...chase, projects: own },
      }),
    );
  },
  async tell(turn, notices) {
    const [first] = notices;
    if (!first) throw new Error("nothing to tell");
    const { projects, ...chase } = first.about;
    const model: ChaseModel = { ...chase, codes: projects.map(({ project }) => project.code), done: [] };
    return drawnChase(turn, model, turn.hasMoney, projects);
  },
  clicks: chaseClicks,
};

function stageOn(day: Day): string | null {
  const chase = chaseOn(day, closedMonth(at(day, "12:00")));
  return chase && `${chase.month} ${chase.stage}`;
}
