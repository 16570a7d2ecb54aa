import { type Day, formatDay } from "../../domain/day.js";
import {
  type Absence,
  type Asked,
  awayOn,
  CONTACT_PARTS,
  type UnitContact,
} from "../../domain/team-contacts.js";
import { type Block, type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";
import { askedLine } from "./person-words.js";

export interface ContactsView {
  contacts: readonly UnitContact[];
  absences: readonly Absence[];
  today: Day;
}

/** The contacts of all units that have projects; which ones lack a contact stands on top. */
export function contactsCard(units: readonly string[], view: ContactsView): CardView {
  const of = (unit: string) => view.contacts.filter((one) => one.unit === unit);
  const lacking = units.filter((unit) => !of(unit).some(({ part }) => part === "联络员"));
  const without = units.filter(
    (unit) => !lacking.includes(unit) && !of(unit).some(({ part }) => part === "副手"),
  );
  const lines = units
    .filter((unit) => of(unit).length > 0)
    .map((unit) => `**${typed(unit)}**　${contactWords(of(unit), view)}`);
  const blocks: Block[] = [
    ...(lacking.length > 0
      ? [text(`还没有联络员（${lacking.length}家）：${lacking.map((unit) => typed(unit)).join("、")}`)]
      : []),
    ...(lines.length > 0 ? [text(lines.join("\n"))] : []),
    ...(without.length > 0 ? [text(`还没有副手：${without.map((unit) => typed(unit)).join("、")}`)] : []),
    note("设置请说“联络员 区建管委 @张三 副手 @李四”；请假说“我请假到周五”。"),
  ];
  return {
    title: `${units.length}家单位，${units.length - lacking.length}家有联络员`,
    tone: lacking.length > 0 ? "orange" : "blue",
    blocks,
  };
}

/** One unit's contacts, and who is asked today. */
export function unitContactsCard(unit: string, asked: readonly Asked[], view: ContactsView): CardView {
  const own = view.contacts.filter((one) => one.unit === unit);
  return {
    title: `联络员：${unit}`,
    tone: own.some(({ part }) => part === "联络员") ? "blue" : "orange",
    blocks: [
      text(own.length > 0 ? contactWords(own, view, "\n") : "还没有登记联络员。"),
      text(askedLine(asked, view.today)),
    ],
  };
}

function contactWords(
  own: readonly UnitContact[],
  { absences, today }: ContactsView,
  between = "　",
): string {
  return CONTACT_PARTS.flatMap((part) => own.filter((one) => one.part === part))
    .map((one) => {
      const away = awayOn(absences, one, today);
      const beside = [
        away ? `请假到${formatDay(away.until, today)}` : "",
        one.openId === null ? "仅名字" : "",
      ].filter(Boolean);
      return `${one.part} ${typed(one.name, 20)}${beside.length > 0 ? `（${beside.join("，")}）` : ""}`;
    })
    .join(between);
}
