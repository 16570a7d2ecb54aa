import { type Action, actionName, isOpenAction } from "../../domain/action.js";
import { carriedOf, carriedWords } from "../../domain/action-carry.js";
import { dayOf, formatDay } from "../../domain/day.js";
import { kindName } from "../../domain/meeting.js";
import type { Meeting } from "../../store/meetings.js";
import { type Block, type CardView, line, note, text } from "../card.js";
import { plain, typed } from "../typed.js";
import { ACTION_STATES, actionDue, byWords } from "./action-words.js";

/** T+1: what a meeting has decided, by unit, each with its 已知悉: who has said so and when, and who has not. */
export function followUpCard(meeting: Meeting, actions: readonly Action[], now: number): CardView {
  const units = [...new Set(actions.map(({ unit }) => unit))];
  const silent = units.filter((unit) => actions.some((one) => one.unit === unit && one.state === "open"));
  const name = meeting.kind === "专题" ? meeting.title : kindName(meeting.kind);
  return {
    title: `${formatDay(dayOf(meeting.startsAt), dayOf(now))}${plain(name, 40)}议定${actions.length}项`,
    tone: silent.length > 0 ? "orange" : "green",
    blocks: [
      text(
        silent.length > 0
          ? `请各单位点“已知悉”。还没知悉：${silent.map((unit) => typed(unit, 30)).join("、")}`
          : `各单位都已知悉。${carriedWords(carriedOf(actions, now), "议定")}`,
      ),
      ...units.map((unit) =>
        unitBlock(
          unit,
          actions.filter((one) => one.unit === unit),
          now,
        ),
      ),
      note("办完了说“议12 完成了”；不是本单位的或日期不对，请找推进办"),
    ],
  };
}

function unitBlock(unit: string, actions: readonly Action[], now: number): Block {
  const lines = actions.map((one) => {
    const state = one.state === "open" || one.state === "acknowledged" ? "" : `　${ACTION_STATES[one.state]}`;
    const due = isOpenAction(one) ? actionDue(one, now) : "";
    return `${actionName(one)}　${typed(one.words, 80)}　${due}${state}`;
  });
  const known = actions.findLast(({ acknowledged }) => acknowledged)?.acknowledged;
  const words = [`**${typed(unit, 40)}**`, ...lines, ...(known ? [`✔ ${byWords(known, now)} 已知悉`] : [])];
  return actions.some(({ state }) => state === "open")
    ? line(words.join("\n"), { label: "已知悉", does: "ack", args: { unit } })
    : text(words.join("\n"));
}
