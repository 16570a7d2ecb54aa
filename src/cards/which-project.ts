import type { Project } from "../domain/project.js";
import { buttons, type CardView, text } from "./card.js";
import { typed } from "./typed.js";

/** A question about a project that was not recognised: the nearest ones to tap (`show`), or how to ask. */
export function whichProject(command: string, said: string, near: readonly Project[]): CardView {
  const missed = said ? `没有找到“${typed(said, 40)}”。` : "";
  return {
    title: "要看哪个项目？",
    tone: "grey",
    blocks:
      near.length > 0
        ? [
            text(`${missed}您说的是不是：`),
            buttons(...near.map(({ name, code }) => ({ label: name, does: "show", args: { code } }))),
          ]
        : [text(`${missed}请带上项目名，如“${command} 武宁路”；发“列表”可以看全部项目。`)],
  };
}
