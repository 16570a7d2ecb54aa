import type { Day } from "./day.js";

/** What people decide of a nominee. */
export const CHOICES = ["入选", "不入选"] as const;
export type Choice = (typeof CHOICES)[number];

export type FactKind = "early" | "closed-in-time" | "turned-green" | "on-time" | "named";

/** One thing that went well, found in the ledger or named by a person. */
export interface CreditFact {
  kind: FactKind;
  unit: string;
  /** in the office's words: `武宁路快速化 开工早20天` */
  words: string;
  /** when, for the order of a list */
  on: Day;
}

/** A unit with what went well. */
export interface Nominee {
  unit: string;
  /** in the order of `KINDS` */
  facts: CreditFact[];
  points: number;
  /** `提前2×3分＋按时报1×2分＝8分` */
  sum: string;
}

/** The rule by which facts are counted; printed with its version wherever its sums stand. */
export const CREDIT_RULE = {
  version: "立功竞赛规则2022-1",
  /** days before the first promise from which a milestone is early */
  earlyDays: 10,
  /** months running for which all reports came in time */
  monthsInTime: 3,
  points: { early: 3, "closed-in-time": 1, "turned-green": 2, "on-time": 2, named: 1 },
} as const satisfies {
  version: string;
  earlyDays: number;
  monthsInTime: number;
  points: Record<FactKind, number>;
};

const KINDS: readonly { kind: FactKind; name: string }[] = [
  { kind: "early", name: "节点提前" },
  { kind: "turned-green", name: "红转绿" },
  { kind: "on-time", name: "按时报" },
  { kind: "closed-in-time", name: "按期销号" },
  { kind: "named", name: "亮点" },
];

export const factName = (kind: FactKind): string => KINDS.find((one) => one.kind === kind)?.name ?? "";

/** The rule in words: `节点提前10天3分，…`. */
export function ruleWords(): string {
  const { earlyDays, monthsInTime, points } = CREDIT_RULE;
  return [
    `四早节点提前${earlyDays}天以上${points.early}分`,
    `红转绿${points["turned-green"]}分`,
    `连续${monthsInTime}个月按时报齐${points["on-time"]}分`,
    `问题到期前销号${points["closed-in-time"]}分`,
    `有人提名的亮点${points.named}分`,
  ].join("，");
}

/** Units with what went well, the most points first; those with none are left out. */
export function nominees(facts: readonly CreditFact[]): Nominee[] {
  const byUnit = new Map<string, CreditFact[]>();
  for (const fact of facts) byUnit.set(fact.unit, [...(byUnit.get(fact.unit) ?? []), fact]);
  return [...byUnit]
    .map(([unit, own]) => nominee(unit, own))
    .sort((a, b) => b.points - a.points || (a.unit < b.unit ? -1 : 1));
}

function nominee(unit: string, own: readonly CreditFact[]): Nominee {
  const kinds = KINDS.map(({ kind, name }) => ({
    name,
    each: CREDIT_RULE.points[kind],
    facts: own.filter((fact) => fact.kind === kind).sort((a, b) => (a.on < b.on ? -1 : 1)),
  })).filter(({ facts }) => facts.length > 0);
  const points = kinds.reduce((sum, { each, facts }) => sum + each * facts.length, 0);
  const terms = kinds.map(({ name, each, facts }) => `${name}${facts.length}×${each}分`);
  return {
    unit,
    facts: kinds.flatMap(({ facts }) => facts),
    points,
    sum: `${terms.join("＋")}＝${points}分`,
  };
}
