import type { LampColour } from "../domain/lamp-part.js";
import { onceFor } from "../domain/once-for.js";
import type { Assessed } from "../domain/portfolio.js";

/** `共34个：🔴3 🟡5 🟢24 ⚪2`, of those in progress; `，另有竣工1个` beside them where the list has what was finished. */
export const countLine = onceFor((list: readonly Assessed[]): string => {
  const counts: Record<LampColour, number> = { red: 0, yellow: 0, green: 0, grey: 0 };
  const lit = list.filter(({ project }) => !project.ended);
  for (const { lamp } of lit) counts[lamp.lamp] += 1;
  const { red, yellow, green, grey } = counts;
  const ended = list.length - lit.length;
  return `共${lit.length}个：🔴${red} 🟡${yellow} 🟢${green} ⚪${grey}${ended > 0 ? `，另有竣工${ended}个` : ""}`;
});
