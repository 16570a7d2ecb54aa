import type { Nudge } from "../src/bot/nudge.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import { briefCard } from "../src/cards/brief-card.js";
import { isoWeek } from "../src/domain/iso-week.js";
import { leaderBrief } from "../src/domain/leader-brief.js";
import { addWorkdays } from "../src/domain/workdays.js";

/** 领导简报: once a week, three lines in private: red and what changed, what needs deciding, one forecast. */
export const leaderBriefing: Nudge<null> = {
  name: "领导简报",
  summary: "每周三行：红灯和变化、要您决定的、全年预计",
  when: "每周第一个工作日",
  roles: ["leader"],
  onDay: (day) => isoWeek(addWorkdays(day, -1)) !== isoWeek(day),
  async due({ tx, today }) {
    const leaders = (await tx.people.all()).filter(({ role }) => role === "leader");
    // Once a week: whatever the day, it is the week's.
    return leaders.map(({ openId: to }) => ({ to, subject: "-", stage: isoWeek(today), about: null }));
  },
  async tell(turn) {
    const all = await assessed(turn.tx, viewpointOf(turn), { withFinished: true });
    return { card: briefCard(leaderBrief(all, turn.closedMonth, turn.now), turn.closedMonth, turn.now) };
  },
};
