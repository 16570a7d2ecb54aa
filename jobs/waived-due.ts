import { putOff, told } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { officePeople, whoIsTold } from "../src/bot/due/who-is-told.js";
import type { Notice, Nudge } from "../src/bot/nudge.js";
import { askedForEach } from "../src/bot/people/asked-for-each.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { typed } from "../src/cards/typed.js";
import type { Day } from "../src/domain/day.js";
import { type DueStage, stageOf } from "../src/domain/due-stage.js";

interface About {
  code: string;
  project: string;
  milestone: string;
  due: Day;
  stage: DueStage;
}

/** 容缺补件: the papers that may come later, before and after the day that was promised for them. */
export const waivedDue: Nudge<About> = {
  name: "容缺补件",
  summary: "容缺办理的材料快到补齐期限、已逾期时提醒",
  when: "到期前3天、1天，逾期1、7、15天",
  async due(turn) {
    const all = await assessed(turn.tx, viewpointOf(turn));
    const asked = await askedForEach(
      turn.tx,
      all.map(({ project }) => project),
      turn.today,
    );
    const office = await officePeople(turn.tx);
    return all.flatMap(({ project, figures }) =>
      Object.entries(figures.milestones).flatMap(([milestone, { waived: due, done }]): Notice<About>[] => {
        const stage = due && !done ? stageOf(due, turn.today, "matter") : null;
        if (!due || !stage) return [];
        const about = { code: project.code, project: project.name, milestone, due, stage };
        return whoIsTold(asked.get(project.code), stage, office).map((to) => ({
          to,
          subject: `${project.code} ${milestone} ${due}`,
          stage,
          about,
        }));
      }),
    );
  },
  async tell({ today }, notices) {
    const lines = notices.map(({ about: { code, project, milestone, due } }) => ({
      key: `${code} ${milestone}`,
      md: `**${typed(project, 40)}**　容缺的${typed(milestone, 20)}　${dueWords(due, today)}`,
      answers: [
        told("已补齐", "哪天补齐的，如 9月20日", `${project} {words}取得${milestone}`, "primary"),
        putOff(`容缺 ${project} ${milestone} {date}，原因：{reason}`),
      ],
    }));
    return dueAnswer({ title: "容缺材料到期", lines, hint: "" });
  },
  clicks: dueClicks,
};
