import { buttons, type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";

export interface TeamEchoView {
  echoes: readonly { project: string; part: string; from: string | null; to: string | null }[];
  same: readonly string[];
  refused: readonly string[];
  byName: readonly string[];
}

const LISTED = 12;

/** What was set, old → new, and how to take it back. */
export function teamEchoCard({ echoes, same, refused, byName }: TeamEchoView): CardView {
  const lines = echoes
    .slice(0, LISTED)
    .map(
      ({ project, part, from, to }) =>
        `${typed(project)}　${part} ${typed(from ?? "没有登记", 40)} → **${typed(to ?? "没有登记", 40)}**`,
    );
  const more = echoes.length > LISTED ? [`还有${echoes.length - LISTED}处`] : [];
  return {
    title: echoes.length > 0 ? "班子已改" : "没有改动",
    tone: echoes.length > 0 ? "green" : "grey",
    blocks: [
      ...(lines.length > 0 ? [text([...lines, ...more].join("\n"))] : []),
      ...(same.length > 0 ? [text(`本来就是：${typed(same.slice(0, 6).join("；"), 300)}`)] : []),
      ...[...new Set(refused)].map((sentence) => text(typed(sentence, 300))),
      ...(echoes.length > 0 ? [buttons({ label: "改回", does: "back" })] : []),
      ...(byName.length > 0
        ? [
            note(
              `${typed(byName.join("、"), 80)}还没有对上群里的账号，先记名字，我提醒不到；到群里 @ 本人再说一次就对上了。`,
            ),
          ]
        : []),
    ],
  };
}
