import { putOff, told } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { officePeople, whoIsTold } from "../src/bot/due/who-is-told.js";
import type { Notice, Nudge } from "../src/bot/nudge.js";
import { askedForEach } from "../src/bot/people/asked-for-each.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { DueLine } from "../src/cards/due/due-card.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { typed } from "../src/cards/typed.js";
import type { Day } from "../src/domain/day.js";
import { type DueStage, isMajor, stageOf } from "../src/domain/due-stage.js";

interface About {
  code: string;
  project: string;
  milestone: string;
  due: Day;
  stage: DueStage;
}

/** 节点到期: a month (start and completion), a week and a day before, and when it is late, with rising level. */
export const milestoneDue: Nudge<About> = {
  name: "节点到期",
  summary: "您的项目节点快到期、已逾期时提醒，一点就能答复",
  when: "开工竣工前30天，各节点前7天、1天，逾期1、7、15天",
  async due(turn) {
    const all = await assessed(turn.tx, viewpointOf(turn));
    const asked = await askedForEach(
      turn.tx,
      all.map(({ project }) => project),
      turn.today,
    );
    const office = await officePeople(turn.tx);
    return all.flatMap(({ project, figures }) =>
      Object.entries(figures.milestones).flatMap(
        ([milestone, { planned: due, done, waived }]): Notice<About>[] => {
          // What may be made up later has a reminder of its own.
          if (!due || done || waived) return [];
          const stage = stageOf(due, turn.today, isMajor(milestone) ? "major" : "milestone");
          if (!stage) return [];
          const about = { code: project.code, project: project.name, milestone, due, stage };
          return whoIsTold(asked.get(project.code), stage, office).map((to) => ({
            to,
            subject: `${project.code} ${milestone} ${due}`,
            stage,
            about,
          }));
        },
      ),
    );
  },
  async tell({ today }, notices) {
    const lines = notices.map(({ about }) => lineOf(about, today));
    return dueAnswer({
      title: "节点到期",
      lines,
      hint: "也可以直接说，如“武宁路开工延期到10月20日，因为征收未完”。",
    });
  },
  clicks: dueClicks,
};

function lineOf({ code, project, milestone, due }: About, today: Day): DueLine {
  const name = `${project}${milestone}`;
  return {
    key: `${code} ${milestone}`,
    md: `**${typed(project, 40)}**　${typed(milestone, 20)}　${dueWords(due, today)}`,
    answers: [
      due >= today
        ? { label: "能按期", look: "primary", says: "", confirms: { code, what: `节点 ${milestone}` } }
        : { ...told("已完成", "哪天完成的", `${project} ${milestone}{words}已完成`, "primary") },
      putOff(`${name}延期到{date}，原因：{reason}`),
      told("需协调", "卡在哪里，要谁帮什么", `${project} 存在问题：{words}`),
    ],
  };
}
