import { buttons, note, text } from "../../cards/card.js";
import { heldLines } from "../../cards/people/held-lines.js";
import { typed } from "../../cards/typed.js";
import { dayOf } from "../../domain/day.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { type Holder, heldBy, holdsNothing } from "./held-by.js";
import type { Who } from "./who.js";

/** What the buttons of a hand-over need; plain JSON. */
export interface HandoverModel {
  from: Holder;
  to: Who;
}

/** What would move from one person to another; nothing does before it is confirmed. */
export async function handoverPreview(turn: Turn, model: HandoverModel): Promise<Answer> {
  const { from, to } = model;
  const held = await heldBy(turn, from, dayOf(turn.now));
  if (holdsNothing(held))
    return notHandedOver(`${typed(from.name, 20)}名下没有班子、联络员、问题和议定事项，不用交接。`);
  const warning = await warningOf(turn, to);
  return {
    card: {
      title: `交接：${from.name} → ${to.name}`,
      tone: "orange",
      blocks: [
        text([`下面这些要交给**${typed(to.name, 20)}**，请确认：`, ...heldLines(held)].join("\n")),
        ...(warning ? [text(warning)] : []),
        buttons({ label: "确认交接", does: "confirm", look: "primary" }, { label: "不交接", does: "cancel" }),
        note("已经报的进度还记在原来的人名下，不改。"),
      ],
    },
    model,
  };
}

async function warningOf({ tx }: Turn, { name, openId }: Who): Promise<string> {
  const said = typed(name, 20);
  if (openId === null) return `${said}还没有对上群里的账号，交过去只记名字，我提醒不到。`;
  const known = await tx.people.find(openId);
  if (known && known.role !== "guest") return "";
  return `${said}还没有登记，交接后请发“人员 @${said} 单位 填报”，不登记不能填报。`;
}

export function notHandedOver(sentence: string): Answer {
  return brief("没有交接", sentence);
}
