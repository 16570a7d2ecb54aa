import { type Day, formatDay } from "../../domain/day.js";
import type { Asked } from "../../domain/team-contacts.js";
import { typed } from "../typed.js";

/** `有事找：王五（副手，张伟请假到9月30日）`: the first to be asked; who comes next behind it. */
export function askedLine(asked: readonly Asked[], today: Day): string {
  const [first, ...others] = asked;
  if (!first) return "**有事找**　没有可以找的人：联络员没登记，或都请假了";
  const next = others.slice(0, 2).map((one) => askedWords(one, today));
  return `**有事找**　${askedWords(first, today)}${next.length > 0 ? `；找不到再找${next.join("、")}` : ""}`;
}

/** `王五（副手，张伟请假到9月30日）` */
function askedWords({ name, part, insteadOf }: Asked, today: Day): string {
  const away = insteadOf ? `，${typed(insteadOf.name, 20)}请假到${formatDay(insteadOf.until, today)}` : "";
  return `${typed(name, 20)}（${part}${away}）`;
}
