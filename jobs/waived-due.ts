import { doneOn, putOff } from "../src/bot/due/due-answers.js";
import { dueAnswer, dueClicks } from "../src/bot/due/due-clicks.js";
import { type MilestoneDue, milestoneNotices } from "../src/bot/due/milestone-notices.js";
import type { Nudge } from "../src/bot/nudge.js";
import type { DueLine } from "../src/cards/due/due-card.js";
import { dueWords } from "../src/cards/due/due-words.js";
import { typed } from "../src/cards/typed.js";

/** 容缺补件: the papers that may come later, before and after the day that was promised for them. */
export const waivedDue: Nudge<MilestoneDue> = {
  name: "容缺补件",
  summary: "容缺办理的材料快到补齐期限、已逾期时提醒",
  when: "到期前3天、1天，逾期1、7、15天",
  due: (turn) =>
    milestoneNotices(turn, (_name, { waived: due, done }) => (due && !done ? { due, kind: "matter" } : null)),
  async tell({ today }, notices) {
    const lines = notices.map(
      ({ about: { code, project, milestone, due } }): DueLine => ({
        key: `${code} ${milestone}`,
        md: `**${typed(project, 40)}**　容缺的${typed(milestone, 20)}　${dueWords(due, today)}`,
        matter: { is: "waived", code, milestone, due },
        answers: [
          doneOn("已补齐", "哪天补齐的", `${project} {doneDate}取得${milestone}`),
          putOff(`容缺 ${project} ${milestone} {date}，原因：{reason}`),
        ],
      }),
    );
    return dueAnswer({ title: "容缺材料到期", lines, hint: "" });
  },
  clicks: dueClicks,
};
