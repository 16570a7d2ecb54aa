import type { Found } from "../scene.js";

/** 13月 */
const IMPOSSIBLE = /(?<![\d.])(?:0{1,2}|1[3-9]|[2-9]\d)月/;

/** 13月累计800万: a slip of the finger, and which month was meant only the person knows. */
export function withoutImpossibleMonth(body: string, found: Found[]): Found[] {
  if (!IMPOSSIBLE.test(body)) return found;
  return found.map(({ at, item }) =>
    item.intent === "report"
      ? { at, item: { intent: "ask", reason: "which-date", project: item.project, text: item.text ?? body } }
      : { at, item },
  );
}
