import { type Day, formatDay } from "../../domain/day.js";
import { buttons, type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";
import { daysLeft } from "./day-words.js";

/** A paper that may be made up by a day. */
export interface WaivedPaper {
  code: string;
  project: string;
  paper: string;
  /** who grants it */
  desk: string;
  day: Day;
  /** days left; below zero when it is overdue */
  left: number;
}

const MOST = 30;
const SEND = "容缺 606 工规证 10月15日";

/** 容缺清单, the nearest day first; `unread`: words that are neither unit nor project. */
export function waivedCard(
  papers: readonly WaivedPaper[],
  { today, of, unread }: { today: Day; of?: string; unread?: string },
): CardView {
  if (unread !== undefined)
    return {
      title: "没有这样的分类",
      tone: "grey",
      blocks: [
        text(`“${typed(unread, 40)}”不是单位或项目。可以说：容缺清单、容缺清单 区建管委、容缺清单 606。`),
      ],
    };
  const sorted = [...papers].sort((a, b) => a.left - b.left);
  const late = sorted.filter(({ left }) => left < 0);
  const lines = sorted.slice(0, MOST).map(({ project, paper, desk, day, left }) => {
    const distance = left < 0 ? `**${daysLeft(left)}**` : daysLeft(left);
    return `${left < 0 ? "🔴" : "🟠"} ${formatDay(day, today)}　${typed(project)}　${typed(paper, 30)}（${typed(desk, 20)}，${distance}）`;
  });
  const about = of === undefined ? "" : `${typed(of, 40)} `;
  return {
    title:
      sorted.length === 0
        ? "没有容缺的手续"
        : `容缺 ${sorted.length}项${late.length > 0 ? `，逾期${late.length}项` : ""}`,
    tone: late.length > 0 ? "orange" : "blue",
    blocks: [
      text(lines.join("\n") || `${about}没有容缺待补的手续。要登记，发“${SEND}”。`),
      ...(late.length > 0
        ? [
            buttons(
              ...[...new Map(late.map((one) => [one.code, one])).values()]
                .slice(0, 5)
                .map(({ project, code }) => ({ label: project, does: "flow", args: { code } })),
            ),
          ]
        : []),
      ...(sorted.length > 0
        ? [note("补齐了说一声，如“606 工规证已取得”；逾期没补，后面的步骤会显示卡住。")]
        : []),
    ],
  };
}
