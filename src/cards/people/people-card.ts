import type { Person } from "../../store/people.js";
import { type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";

/** Who is registered, by unit, the units in the order given; those without one at the end. */
export function peopleCard(
  all: readonly Person[],
  units: readonly string[],
  roleName: (person: Person) => string,
): CardView {
  const order = [...units.map((unit) => unit as string | null), null];
  const groups = [...new Set([...order, ...all.map(({ unit }) => unit)])].flatMap((unit) => {
    const own = all.filter((person) => person.unit === unit);
    return own.length > 0 ? [{ unit, own }] : [];
  });
  const lines = groups.map(({ unit, own }) => {
    const people = own.map((person) => {
      const section = person.section ? `（${typed(person.section, 20)}）` : "";
      return `${typed(person.name, 20)}${section} ${roleName(person)}`;
    });
    return `**${typed(unit ?? "没填单位", 30)}**（${own.length}人）　${people.join("、")}`;
  });
  return {
    title: `登记了${all.length}人`,
    tone: "green",
    blocks: [
      text(lines.join("\n") || "还没有登记任何人。"),
      note("登记或改单位：“人员 @张三 区建管委 填报”；调走：“人员 @张三 退出”，再“交接”“忘记”。"),
    ],
  };
}
