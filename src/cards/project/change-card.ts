import { FIELD_WORDS, fieldName, type ProjectField } from "../../language/project-sentence.js";
import { type Block, buttons, type CardView, form, note, text } from "../card.js";
import { typed } from "../typed.js";
import { DROP } from "./add-card.js";

const CHANGEABLE = (Object.keys(FIELD_WORDS) as ProjectField[]).filter((field) => field !== "reason");

/** What of the project is to be changed, and to what. */
export function changeForm(name: string, field: ProjectField | undefined, why: string): CardView {
  return {
    title: `改项目 ${name}`,
    subtitle: "还没有改",
    tone: "orange",
    blocks: [
      text(typed(why, 300)),
      form(
        [
          {
            name: "field",
            label: "改哪一项",
            options: CHANGEABLE.map(fieldName),
            ...(field ? { value: fieldName(field) } : {}),
          },
          { name: "value", label: "改成", required: true },
          { name: "reason", label: "原因" },
        ],
        { label: "改", does: "fill" },
      ),
      buttons(DROP),
    ],
  };
}

export interface ChangedView {
  name: string;
  field: ProjectField;
  from: string | null;
  to: string | null;
  reason?: string | undefined;
  notes?: readonly string[];
}

/** `责任单位 区建管委 → **区绿容局**`, with the way back. */
export function changedCard(view: ChangedView): CardView {
  const { name, field, from, to, reason, notes = [] } = view;
  const was = from === null ? "" : `${typed(from, 200)} → `;
  const blocks: Block[] = [
    text(
      `${fieldName(field)} ${was}**${to === null ? "没有了" : typed(to, 200)}**${reason ? `（原因：${typed(reason, 60)}）` : ""}`,
    ),
    ...notes.map((one) => note(typed(one, 300))),
    buttons({ label: "改回", does: "back" }),
  ];
  return { title: `已改 ${name}`, tone: "green", blocks };
}

/** Nothing was changed, and why; or it was put back. */
export const plainCard = (title: string, sentence: string, tone: CardView["tone"] = "grey"): CardView => ({
  title,
  tone,
  blocks: [text(typed(sentence, 500))],
});
