import { buttons, type CardView, form, text } from "../card.js";
import { typed } from "../typed.js";
import { DROP } from "./add-card.js";

/** 退出 without a reason: it is asked for. */
export const endForm = (name: string): CardView => ({
  title: `退出 ${name}`,
  subtitle: "还没有退出",
  tone: "orange",
  blocks: [
    text("为什么退出？写明原因，核对后才退出。"),
    form([{ name: "reason", label: "原因", required: true, hint: "如：规划调整，不再实施" }], {
      label: "下一步",
      does: "reason",
    }),
    buttons(DROP),
  ],
});

export interface EndView {
  name: string;
  /** 关闭 or 退出 */
  verb: string;
  reason: string;
  /** what becomes of its money in the sums of the year */
  sumsWords: string;
  warnings: readonly string[];
}

/** What follows from it, and what speaks against it. */
export function endPreview({ name, verb, reason, sumsWords, warnings }: EndView): CardView {
  const lines = [
    ...(reason ? [`原因：${typed(reason, 200)}`] : []),
    ...(warnings.length > 0 ? [`请注意：${typed(warnings.join("，"), 300)}。`] : []),
    `${verb}后不列入清单、亮灯和催报，报数也不再记；已记的都留着，仍可以查，也可以恢复。`,
    sumsWords,
  ];
  return {
    title: `${verb} ${name}，对吗？`,
    subtitle: `还没有${verb}`,
    tone: "orange",
    blocks: [
      text(lines.join("\n")),
      buttons({ label: `确认${verb}`, does: "confirm", look: "danger" }, DROP),
    ],
  };
}
