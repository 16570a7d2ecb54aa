import { formatInstant } from "../../domain/day.js";
import type { Credit } from "../../store/credit.js";
import { buttons, type CardView, line, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";

const PAGE = 8;

/** `武宁路快速化（区建设管理委）`: whom a credit is for. */
export function creditFor({ unit }: Pick<Credit, "unit">, project: string | undefined): string {
  if (project) return `${typed(project, 40)}${unit ? `（${typed(unit, 30)}）` : ""}`;
  return typed(unit ?? "", 40);
}

/** What was named, and how to take it back. */
export function creditEchoCard(credit: Credit, project: string | undefined): CardView {
  return {
    title: "已记亮点",
    tone: "green",
    blocks: [
      text(`**${creditFor(credit, project)}**\n${typed(credit.words)}`),
      buttons({ label: "撤销", does: "undo", args: { id: credit.id } }),
      note(`${typed(credit.saidByName, 20)} ${formatInstant(credit.saidAt)}提名　评选时由推进办和领导来定`),
    ],
  };
}

/** The year's credits, the latest first. */
export function creditListCard(
  year: number,
  credits: readonly Credit[],
  names: ReadonlyMap<string, string>,
  page: number,
  now: number,
): CardView {
  const pages = paged(credits.toReversed(), page, PAGE);
  const turns = pageButtons(pages);
  return {
    title: `${year}年的亮点：${credits.length}条`,
    tone: "green",
    blocks: [
      ...(credits.length === 0 ? [text("今年还没有人提名亮点。")] : []),
      ...pages.shown.map((credit) =>
        line(
          `**${creditFor(credit, credit.code === null ? undefined : names.get(credit.code))}**\n${typed(credit.words, 80)}\n${typed(credit.saidByName, 20)} ${formatInstant(credit.saidAt, now)}`,
          { label: "撤销", does: "undo", args: { id: credit.id } },
        ),
      ),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note("提名请说“亮点 武宁路 提前20天完成管线搬迁”，或“表扬 区建管委 三天协调完管线”。"),
    ],
  };
}
