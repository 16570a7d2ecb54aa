import { plain } from "../../cards/typed.js";
import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { formatMoney } from "../../domain/money.js";
import { monthOf, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import { CLASSES, CRITERIA, NATURES } from "../../domain/project-details.js";
import { nameTaken } from "../../domain/project-names.js";
import { nearUnits } from "../../language/near-units.js";
import { fieldName, type ProjectField, readDay, readYuan } from "../../language/project-sentence.js";
import type { Turn } from "../turn.js";
import { knownNames } from "./known-names.js";

/** What a word for a field comes to: a fact to keep, or a figure that belongs into the ledger. */
export type FieldValue =
  | { is: "fact"; patch: Partial<Project>; shown: string }
  | { is: "plan"; yuan: number; shown: string }
  | { is: "day"; milestone: string; day: Day; shown: string }
  /** a unit that nobody has named yet, with those that come near */
  | { is: "unit"; said: string; near: string[] }
  | { is: "fault"; sentence: string };

/** 2000亿: the largest project talked of is 200亿; beyond ten times that a unit has slipped */
const MOST_YUAN = 200_000_000_000;
const LONGEST = 60;
const LONGEST_CONTENT = 500;
const MOST_UNITS = 3;

const fault = (sentence: string): FieldValue => ({ is: "fault", sentence });

/** 节点 that stand for 计划开工 and 计划竣工. */
const MILESTONES = { plannedStart: "开工", plannedEnd: "竣工验收" } as const;

/** Reads what was typed for a field; nothing is written. `own` is the project that is to be changed. */
export async function fieldValue(
  turn: Turn,
  field: ProjectField,
  said: string,
  own?: Project,
): Promise<FieldValue> {
  const value = plain(said, 600);
  const name = fieldName(field);
  if (value === "") return fault(`${name}还没有写。`);
  const fact = (patch: Partial<Project>, shown = value): FieldValue => ({ is: "fact", patch, shown });
  switch (field) {
    case "name":
    case "alias": {
      const taken = nameTaken(value, await knownNames(turn), own?.code);
      if (taken) return fault(`${taken}，请换一个。`);
      return field === "name" ? fact({ name: value }) : fact({ aliases: [...(own?.aliases ?? []), value] });
    }
    case "class":
      return oneOf(CLASSES, value, name, (one) => fact({ class: one, classBasis: "stated" }, one));
    case "nature":
      return oneOf(NATURES, value, name, (one) => fact({ nature: one }, one));
    case "criterion":
      return oneOf(CRITERIA, value, name, (one) => fact({ criterion: one }, one));
    case "totalYuan":
    case "spentYuan":
    case "planYuan": {
      const yuan = readYuan(value);
      if (yuan === null) return fault(`${name}“${value}”不是准数，请写成“1.2亿”“5000万”。`);
      if (!Number.isSafeInteger(yuan) || yuan > MOST_YUAN)
        return fault(
          `${name}${value}太大了（单个项目最多${formatMoney(MOST_YUAN)}），请核对是不是万写成了亿。`,
        );
      const shown = formatMoney(yuan);
      if (field === "planYuan") return { is: "plan", yuan, shown };
      // 去年底 is that of the year before the running one.
      const spentTo = field === "spentYuan" ? { spentTo: yearOf(monthOf(turn.now)) - 1 } : {};
      return fact({ [field]: yuan, ...spentTo }, shown);
    }
    case "plannedStart":
    case "plannedEnd": {
      const today = dayOf(turn.now);
      const day = readDay(value, today);
      if (!day) return fault(`${name}“${value}”没看出是哪天，请写成“2022年10月31日”。`);
      return { is: "day", milestone: MILESTONES[field], day, shown: formatDay(day, today) };
    }
    case "unit":
      return unitOf(turn, value);
    case "content":
      return [...value].length > LONGEST_CONTENT
        ? fault(`${name}最多${LONGEST_CONTENT}个字，这里有${[...value].length}个。`)
        : fact({ content: value });
    case "kind":
    case "stage":
    case "builder":
    case "lead":
    case "support":
    case "leader":
      return [...value].length > LONGEST
        ? fault(`${name}最多${LONGEST}个字，这里有${[...value].length}个。`)
        : fact({ [field]: value });
    case "reason":
      return fault("原因写在要改的内容后面。");
  }
}

function oneOf<T extends string>(
  all: readonly T[],
  value: string,
  name: string,
  then: (one: T) => FieldValue,
): FieldValue {
  const found = all.filter((one) => one === value.replace(/项目$/, ""));
  const [one] = found;
  return one ? then(one) : fault(`${name}没有“${value}”，可以是：${all.join("、")}。`);
}

async function unitOf({ tx }: Turn, said: string): Promise<FieldValue> {
  const units = await tx.projects.units();
  const unit = units.find(({ name, aliases }) => name === said || aliases.includes(said));
  if (unit) return { is: "fact", patch: { unit: unit.name }, shown: unit.name };
  return { is: "unit", said, near: nearUnits(said, units, MOST_UNITS) };
}
