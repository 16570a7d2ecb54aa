import { doneOn, putOff, told } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { type MilestoneDue, milestoneNotices } from "../src/bot/due/milestone-notices.js";
import type { Nudge } from "../src/bot/nudge.js";
import type { DueLine } from "../src/cards/due/due-card.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { typed } from "../src/cards/typed.js";
import type { Day } from "../src/domain/day.js";
import { isMajor } from "../src/domain/due-stage.js";

/** 节点到期: a month (start and completion), a week and a day before, and when it is late, with rising level. */
export const milestoneDue: Nudge<MilestoneDue> = {
  name: "节点到期",
  summary: "您的项目节点快到期、已逾期时提醒，一点就能答复",
  when: "开工竣工前30天，各节点前7天、1天，逾期1、7、15天",
  // What may be made up later has a reminder of its own.
  due: (turn) =>
    milestoneNotices(turn, (name, { planned: due, done, waived }) =>
      due && !done && !waived ? { due, kind: isMajor(name) ? "major" : "milestone" } : null,
    ),
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

function lineOf({ code, project, milestone, due }: MilestoneDue, today: Day): DueLine {
  const name = `${project}${milestone}`;
  return {
    key: `${code} ${milestone}`,
    md: `**${typed(project, 40)}**　${typed(milestone, 20)}　${dueWords(due, today)}`,
    matter: { is: "milestone", code, milestone, due },
    answers: [
      due >= today
        ? { label: "能按期", look: "primary", says: "", confirms: { code, what: `节点 ${milestone}` } }
        : doneOn("已完成", "哪天完成的", `${project} ${milestone}{doneDate}已完成`),
      putOff(`${name}延期到{date}，原因：{reason}`),
      told("需协调", "卡在哪里，要谁帮什么", `${project} 存在问题：{words}`),
    ],
  };
}
