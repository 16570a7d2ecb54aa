import type { Day } from "../../domain/day.js";
import { type Duty, type DutyGroup, groupOf } from "../../domain/team-duties.js";
import { type Block, buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { dutyLine } from "./duty-lines.js";

export interface DutiesView {
  title: string;
  duties: readonly Duty[];
  today: Day;
  page: number;
  hasMoney: boolean;
  /** what else may be asked; may be empty */
  hint: string;
}

const PAGE = 15;
const NAMES: Record<DutyGroup, string> = { late: "逾期", soon: "7天内", later: "以后" };

/** 责任清单: what is owed, by due day; 逾期, 7天内, 以后. */
export function dutiesCard({ title, duties, today, page, hasMoney, hint }: DutiesView): CardView {
  const count = (group: DutyGroup) => duties.filter((duty) => groupOf(duty, today) === group).length;
  const shown = paged(duties, page, PAGE);
  const blocks: Block[] = (Object.keys(NAMES) as DutyGroup[]).flatMap((group) => {
    const lines = shown.shown.filter((duty) => groupOf(duty, today) === group);
    if (lines.length === 0) return [];
    const head = `**${NAMES[group]}（${count(group)}项）**`;
    return [text([head, ...lines.map((duty) => dutyLine(duty, today, hasMoney))].join("\n"))];
  });
  const more = pageButtons(shown);
  return {
    title: duties.length > 0 ? `${title}：${duties.length}项` : `${title}：没有欠的`,
    tone: count("late") > 0 ? "red" : count("soon") > 0 ? "orange" : "green",
    blocks: [
      ...(blocks.length > 0 ? blocks : [text("报表、节点、问题、容缺和议定事项都没有要办的。")]),
      ...(shown.pages > 1 ? [note(`第${shown.page}／${shown.pages}页`)] : []),
      ...(hint ? [note(hint)] : []),
      ...(more.length > 0 ? [buttons(...more)] : []),
    ],
  };
}
