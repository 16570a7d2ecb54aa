import type { Item } from "../../language/items.js";
import { leftOut, sumsLeftOut } from "../../language/left-out.js";
import type { Answer } from "../command.js";
import { priceUnread } from "../land/price-unread.js";
import type { Turn } from "../turn.js";
import { draftItems } from "./draft-items.js";
import { isPasted, MOST_PROJECTS, projectsIn } from "./pasted.js";
import { reportAnswer } from "./report-answer.js";
import { reportModel } from "./sections.js";
import { writeItems } from "./write-items.js";

/** What was told is written and echoed; what was pasted is shown first. */
export async function takeReport(turn: Turn, items: Item[]): Promise<Answer> {
  if (projectsIn(items) > MOST_PROJECTS) return tooMany(turn, projectsIn(items));
  if (isPasted(turn.words, items)) return preview(turn, items);
  const model = reportModel(turn, [...(await writeItems(turn, items)), ...priceUnread(turn, items)]);
  if (model.sections.length === 0)
    model.sections.push({
      is: "refused",
      sentence: "没有读出要记的内容。请带上项目名和数字，如“武宁路 本年累计完成1.02亿，形象进度65%”。",
    });
  const left = sumsLeftOut(turn.words, items);
  return reportAnswer(left.length > 0 ? { ...model, leftOut: left } : model);
}

function tooMany(turn: Turn, count: number): Answer {
  const sentence = `一次最多报${MOST_PROJECTS}个项目，这条有${count}个，没有记账。请分几次发。`;
  return reportAnswer(reportModel(turn, [{ is: "refused", sentence }]));
}

/** A pasted report is shown, line by line, and written at one tap. */
async function preview(turn: Turn, items: readonly Item[]): Promise<Answer> {
  const sections = await draftItems(turn, items);
  return reportAnswer({ ...reportModel(turn, sections), leftOut: leftOut(turn.words, items, turn.names) });
}
