import type { Assessed } from "../../domain/portfolio.js";
import { type Block, buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";
import type { UnitMissing } from "./units-card.js";

/** units on a page */
const MOST = 8;
/** projects named of one unit */
const NAMED = 8;

export interface StillMissing {
  /** 9月进度 */
  what: string;
  missing: readonly Assessed[];
  units: readonly UnitMissing[];
  /** people who were told in private, and projects of which nobody was */
  told: { people: number; untold: number };
  page: number;
}

/** 漏报清单: by unit, what has not been reported although the month is closed, and one tap to chase it. */
export function stillMissingCard({ what, missing, units, told, page }: StillMissing): CardView {
  if (missing.length === 0)
    return { title: `${what}都报齐了`, tone: "green", blocks: [text("补报都到了，谢谢各位。")] };
  const view = paged(units, page, MOST);
  return {
    title: `${what}还有${missing.length}个项目没报`,
    tone: "orange",
    blocks: [
      text(`${toldWords(told)}请科室联系：`),
      ...view.shown.map((one) => unitBlock(one, missing)),
      buttons(
        { label: "催报", does: "chase", look: "primary" },
        { label: "看漏报", does: "missing" },
        ...pageButtons(view),
      ),
      note(
        `补报照常收，记为更正。${view.pages > 1 ? `共${units.length}家单位，第${view.page}／${view.pages}页` : ""}`,
      ),
    ],
  };
}

/** Said only of what has been done. */
function toldWords({ people, untold }: StillMissing["told"]): string {
  if (people === 0) return "还没有私下提醒到人。";
  if (untold === 0) return `已私下提醒过${people}人。`;
  return `已私下提醒过${people}人，有${untold}个项目没有提醒到人。`;
}

function unitBlock({ unit, count }: UnitMissing, missing: readonly Assessed[]): Block {
  const names = missing
    .filter(({ project }) => project.unit === unit)
    .slice(0, NAMED)
    .map(({ project }) => typed(project.name, 30));
  return text(
    `**${typed(unit ?? "未定责任单位", 30)}**　${count}个\n${names.join("、")}${count > NAMED ? "等" : ""}`,
  );
}
