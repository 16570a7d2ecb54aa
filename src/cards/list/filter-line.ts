import { conditions, type Filter } from "../../domain/filter.js";
import { type Block, type Button, buttons, text } from "../card.js";
import { plain, typed } from "../typed.js";

/** `区属重大 · 道路 · 红灯 · 共5个`: what was understood of several conditions; of one the title tells. */
export function filterLine(filter: Filter, count: number): Block[] {
  const said = conditions(filter).map(({ say }) => typed(say, 30));
  return said.length < 2 ? [] : [text([...said, `共${count}个`].join(" · "))];
}

/** 去掉 道路: each condition may go; of one's own projects the list stays one's own. */
function dropButtons(filter: Filter): Button[] {
  return conditions(filter)
    .filter(({ key }) => key !== "codes")
    .map(({ key, say }) => ({ label: `去掉 ${plain(say, 20)}`, does: "drop", args: { key } }));
}

/** Below a list: its conditions, to be dropped, and its pages. */
export function listButtons(filter: Filter, ...others: readonly Button[]): Block[] {
  const all = [...others, ...dropButtons(filter)];
  return all.length > 0 ? [buttons(...all)] : [];
}

/** For a title: `区建设管理委 道路`; empty where all are meant. */
export const filterTitle = (filter: Filter): string =>
  conditions(filter)
    .map(({ say }) => plain(say, 30))
    .join(" ");
