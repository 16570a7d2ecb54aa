import { missingReports } from "../src/bot/chase/missing-reports.js";
import type { Post } from "../src/bot/post.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import { type Block, note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { formatPeriod, monthOf } from "../src/domain/period.js";

const NAME = "漏报清单";
const DAY = 24 * 3_600_000;
/** workdays after the close: contact and head have been asked by then */
const AFTER = 3;
const TIME = "09:20";
/** projects named of one unit */
const NAMED = 8;

/** 催报, last step: what is still missing three workdays after the close goes to the office's sections. */
export const reportsStillMissing: Post = {
  name: NAME,
  summary: "关账3个工作日后还没报的项目",
  when: (time) => `每月关账后3个工作日 ${time}`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots: (from, to, occasions) => slotsAfterClose(AFTER, { name: NAME, time: TIME }, from, to, occasions),
  async run(turn, { period: month }) {
    const missing = await missingReports(turn, month);
    if (missing.length === 0) return null;
    const byUnit = new Map<string, string[]>();
    for (const { project } of missing) {
      const unit = project.unit ?? "未定责任单位";
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), project.name]);
    }
    const lines = [...byUnit].map(([unit, names]): Block => {
      const shown = names.slice(0, NAMED).map((name) => typed(name, 30));
      return text(
        `**${typed(unit, 30)}**　${names.length}个\n${shown.join("、")}${names.length > NAMED ? "等" : ""}`,
      );
    });
    return {
      card: {
        title: `${formatPeriod(month, monthOf(turn.now))}进度还有${missing.length}个项目没报`,
        tone: "orange",
        blocks: [
          text("已私下提醒过联络员和负责人。请科室联系："),
          ...lines,
          note("补报照常收，记为更正。要再催一次请发“催报”。"),
        ],
      },
    };
  },
};
