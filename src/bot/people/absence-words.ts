import { typed } from "../../cards/typed.js";
import { formatDay } from "../../domain/day.js";
import type { Absence } from "../../domain/team-contacts.js";
import type { Turn } from "../turn.js";
import type { Who } from "./who.js";

/** Who is asked in the meantime, for the unit and the projects that the person is the contact of. */
export async function insteadWords(
  turn: Turn,
  who: Who,
  { from, deputy }: Pick<Absence, "from" | "deputy">,
): Promise<string> {
  const { teams } = turn.tx;
  const units = (await teams.unitContacts()).filter((one) => one.part === "联络员" && isOf(one, who));
  const projects = (await teams.places()).filter((one) => one.part === "联络员" && isOf(one, who));
  const of = [
    ...units.map(({ unit }) => typed(unit)),
    ...(projects.length > 0 ? [`${projects.length}个项目`] : []),
  ].join("和");
  const matter = of ? `${of}的事` : "有事";
  if (deputy) return `期间${matter}问${typed(deputy.name, 20)}。`;
  if (!of) return "";
  const unit = units[0]?.unit ?? who.unit;
  const [first] = unit ? await teams.contactsOf(unit, from) : [];
  if (!first || (first.openId !== null && first.openId === who.openId))
    return `没有副手，期间${matter}没有人可问；请再说一次并带上副手，如“我请假到9月30日，副手李四”。`;
  return `期间${matter}问${typed(first.name, 20)}（${first.part}）。`;
}

export const isOf = (absence: { name: string; openId: string | null }, { name, openId }: Who): boolean =>
  absence.openId !== null && openId !== null ? absence.openId === openId : absence.name === name;

/** `请假到9月30日`, `请假9月21日到9月30日，副手王五` */
export function daysOf(
  { from, until, deputy }: Pick<Absence, "from" | "until" | "deputy">,
  today: string,
): string {
  const start = from <= today ? "到" : from === until ? "" : `${formatDay(from, today)}到`;
  return `请假${start}${formatDay(until, today)}${deputy ? `，副手${deputy.name}` : ""}`;
}
