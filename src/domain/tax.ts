import type { Day } from "./day.js";

/** Where the 总包单位 pays its taxes, as far as the office knows. */
export const REGISTRATIONS = ["本区注册", "外区", "待核"] as const;
export type Registration = (typeof REGISTRATIONS)[number];

/** The milestone that the question about 建筑业留税 hangs on. */
export const START = "开工";

/** What is known of 建筑业留税 for a project. */
export interface TaxAnswer {
  /** 总包单位 */
  contractor: string;
  registration: Registration;
  answeredByName: string;
  /** epoch ms */
  answeredAt: number;
}

/** A project that has started, and what the office knows of its contractor. */
export interface TaxLine {
  code: string;
  project: string;
  /** null where 开工 has not been reported, though the contractor is known */
  started: Day | null;
  answer: TaxAnswer | null;
}

/** Unanswered ones first, then what is still to be checked, then by the day of 开工, the latest first. */
export function byNeed(a: TaxLine, b: TaxLine): number {
  const rank = ({ answer }: TaxLine) => (answer === null ? 0 : answer.registration === "待核" ? 1 : 2);
  return rank(a) - rank(b) || (b.started ?? "").localeCompare(a.started ?? "") || (a.code < b.code ? -1 : 1);
}

/** How the start of the works changed with a write. */
export type StartChange = "began" | "taken-back" | "as-it-was";

export function startChange(before: Day | undefined, after: Day | undefined): StartChange {
  if (before === undefined && after !== undefined) return "began";
  return before !== undefined && after === undefined ? "taken-back" : "as-it-was";
}

const LOCAL = /(?:在)?本区(?:注册)?|区内(?:注册)?|普陀(?:区)?注册/;
const ELSEWHERE = /外区(?:注册)?|(?:不|没有?|未)在?本区(?:注册)?|区外|外地|外省市/;
const UNCLEAR = /待核实?|待定|待查|不清楚|未知/;

/** 外区, 不在本区注册: the registration that words name, and the words without it; null where they name none. */
export function registrationIn(words: string): { registration: Registration; rest: string } | null {
  for (const [registration, known] of [
    ["待核", UNCLEAR],
    ["外区", ELSEWHERE],
    ["本区注册", LOCAL],
  ] as const)
    if (known.test(words)) return { registration, rest: words.replace(known, " ") };
  return null;
}
