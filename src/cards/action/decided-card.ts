import { type Action, actionName } from "../../domain/action.js";
import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { type Block, type Button, buttons, type CardView, form, line, note, rule, text } from "../card.js";
import { typed } from "../typed.js";
import { untilDay } from "./action-words.js";

/** One thing that is still to be said of a decision. */
export type Asked =
  | { asks: "unit"; words: string; said: string | null; near: readonly string[]; all: readonly string[] }
  | { asks: "due"; words: string; past: Day | null; choices: readonly { label: string; day: Day }[] }
  | { asks: "words"; unit: string | null };

export interface DecidedView {
  /** the meeting's title and time, as shown */
  meeting: string | null;
  written: readonly Action[];
  /** the same was written before */
  known: readonly Action[];
  asked: Asked | null;
  /** how many others wait behind it */
  waiting: number;
  now: number;
}

/** What was written down as 议定事项, each with 撤销, and what is to be answered before the next can be. */
export function decidedCard({ meeting, written, known, asked, waiting, now }: DecidedView): CardView {
  const title =
    written.length > 0
      ? `已记议定事项${written.length === 1 && written[0] ? ` ${actionName(written[0])}` : `${written.length}项`}`
      : known.length > 0
        ? "已经记过了"
        : "还没有记";
  return {
    title,
    tone: asked ? "orange" : written.length > 0 ? "green" : "grey",
    blocks: [
      ...(written.length > 0
        ? [text(meeting ? `会议　${typed(meeting, 60)}` : "没有挂会议（近两周没有开会）")]
        : []),
      ...written.map((one) =>
        line(lineOf(one, now), { label: "撤销", does: "withdraw", args: { number: one.number } }),
      ),
      ...known.map((one) =>
        text(
          `${lineOf(one, now)}\n这一条记过了，没有再记；要改期请说“${actionName(one)} 延到10月15日，因为…”。`,
        ),
      ),
      ...(asked ? [...(written.length > 0 ? [rule] : []), ...question(asked, now)] : []),
      ...(waiting > 0 ? [note(`后面还有${waiting}条要问，一条一条来`)] : []),
      ...(written.length > 0 && !asked
        ? [note("改期说“议12 延到10月15日，因为…”，换单位说“议12 改由区发改委”；发“议定事项”看全部")]
        : []),
    ],
  };
}

function lineOf(action: Action, now: number): string {
  const { unit, person, due, words } = action;
  return `**${actionName(action)}　${typed(unit, 40)}**${person ? `（${typed(person, 20)}）` : ""}　${untilDay(due, now)}\n${typed(words, 200)}`;
}

const SKIP: Button = { label: "这条不记", does: "skip" };

function question(asked: Asked, now: number): Block[] {
  switch (asked.asks) {
    case "unit": {
      const missed = asked.said ? `“${typed(asked.said, 20)}”不是登记的单位。` : "";
      return [
        text(`**“${typed(asked.words, 80)}”由哪个单位办？**\n${missed}`),
        buttons(...asked.near.map((unit) => ({ label: unit, does: "unit", args: { unit } })), SKIP),
        form([{ name: "unit", label: "其他单位", options: asked.all, required: true }], {
          label: "选这个单位",
          does: "unit",
        }),
      ];
    }
    case "due": {
      const past = asked.past ? `${formatDay(asked.past, dayOf(now))}已经过了。` : "";
      return [
        text(`**“${typed(asked.words, 80)}”${past}什么时候办完？**`),
        buttons(...asked.choices.map(({ label, day }) => ({ label, does: "due", args: { day } })), SKIP),
        form([{ name: "day", label: "其他日期", hint: "10月15日", required: true }], {
          label: "定这一天",
          does: "due",
        }),
      ];
    }
    case "words":
      return [
        text(`**${asked.unit ? typed(asked.unit, 30) : "这一条"}要办什么？**`),
        form([{ name: "words", label: "要办的事", required: true, long: true }], {
          label: "记下",
          does: "words",
        }),
        buttons(SKIP),
      ];
  }
}

/** The card of a question that nobody has answered. */
export const lapsedCard = (left: number, written: number): CardView => ({
  title: "议定事项没有问完",
  tone: "grey",
  blocks: [
    text(
      `${written > 0 ? `已记的${written}项不变；` : ""}有${left}条没有定单位或日期，没有记。请再说一遍，如“议定 区建管委 9/30 完成管线迁改方案”。`,
    ),
  ],
});
