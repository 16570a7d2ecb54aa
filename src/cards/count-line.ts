import type { LampColour } from "../domain/lamp-part.js";
import type { Assessed } from "../domain/portfolio.js";

/** `共34个：🔴3 🟡5 🟢24 ⚪2` */
export function countLine(list: readonly Assessed[]): string {
  const count = (lamp: LampColour) => list.filter((one) => one.lamp.lamp === lamp).length;
  return `共${list.length}个：🔴${count("red")} 🟡${count("yellow")} 🟢${count("green")} ⚪${count("grey")}`;
}
