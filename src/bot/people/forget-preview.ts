import { buttons, text } from "../../cards/card.js";
import { heldLines } from "../../cards/people/held-lines.js";
import { typed } from "../../cards/typed.js";
import { dayOf } from "../../domain/day.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { type Holder, heldBy, holdsNothing } from "./held-by.js";
import type { Who } from "./who.js";

/** What the buttons of the question need; plain JSON. */
export interface ForgetModel {
  who: Holder & { openId: string };
  /** who may take over */
  near?: Who[];
}

/** people that are offered to take over */
const MOST = 3;

/** What goes and what stays, to be confirmed; or the work that has to be handed over first. */
export async function forgetPreview(turn: Turn, { who }: ForgetModel): Promise<Answer> {
  const name = typed(who.name, 20);
  const held = await heldBy(turn, who, dayOf(turn.now));
  if (!holdsNothing(held)) {
    const near = await successors(turn, who);
    const more = `先发“交接 @${name} 给 @接手的人”，交接完再说“忘记 @${name}”。`;
    return {
      card: {
        title: `${who.name}名下还有事，先交接`,
        tone: "orange",
        blocks: [
          text(
            [...heldLines(held), near.length > 0 ? `可以交给同单位的，或${more}` : `请${more}`].join("\n"),
          ),
          ...(near.length > 0
            ? [buttons(...near.map((one, to) => ({ label: `交给${one.name}`, does: "hand", args: { to } })))]
            : []),
        ],
      },
      model: { who, near } satisfies ForgetModel,
    };
  }
  return {
    card: {
      title: `忘记${who.name}？`,
      tone: "orange",
      blocks: [
        text(
          [
            `会去掉：${name}的登记、账号、请假、会议回执，和我的私聊。以后不提醒，也认不出。`,
            `会留下：${name}报过的进度、问题和改动记录（只留名字）。`,
            "这一步不能撤销；回来了要重新登记。",
          ].join("\n"),
        ),
        buttons({ label: "确认忘记", does: "confirm", look: "danger" }, { label: "不忘记", does: "cancel" }),
      ],
    },
    model: { who } satisfies ForgetModel,
  };
}

/** Those registered for the same unit, the first few. */
async function successors({ tx }: Turn, { openId }: ForgetModel["who"]): Promise<Who[]> {
  const known = await tx.people.find(openId);
  if (!known?.unit) return [];
  const others = await tx.people.ofUnit(known.unit);
  return others
    .filter((one) => one.openId !== openId && one.role === known.role)
    .slice(0, MOST)
    .map((one) => ({ name: one.name, openId: one.openId, unit: one.unit }));
}
