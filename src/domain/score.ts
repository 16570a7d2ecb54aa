/** The parts of a unit's score. */
const SCORE_PARTS = ["投资", "形象", "节点", "填报", "销号"] as const;
export type ScorePartName = (typeof SCORE_PARTS)[number];

/** How a score is made up: a plain value with a version that is printed beside it. */
export interface ScoreRule {
  version: string;
  /** full marks of each part; 100 together */
  weights: Record<ScorePartName, number>;
  /** a unit whose judged parts carry less than this is not ranked: its figure would say little */
  least: number;
}

/** 评分 v1 */
export const scoreRule: ScoreRule = {
  version: "评分 v1",
  weights: { 投资: 40, 形象: 20, 节点: 20, 填报: 10, 销号: 10 },
  least: 40,
};

/** What is known of a unit for a month, from January to its end. */
export interface UnitFacts {
  unit: string;
  projects: number;
  /** of projects that are judged by investment: 本年累计 and what 时序 asks for, in 元 */
  money: { doneYuan: number; dueYuan: number };
  /** 形象灯 of the projects that have a plan for it */
  physical: { green: number; yellow: number; judged: number };
  /** kept of those due: 节点 by the day in force, reports in before the close, problems off by their due day */
  nodes: Kept;
  reports: Kept;
  problems: Kept;
}

export interface Kept {
  kept: number;
  due: number;
}

/** One part: tenths of a point got and to be had, and the figures behind it. */
export interface ScorePart {
  name: ScorePartName;
  got: number;
  full: number;
  /** numerator and denominator of the share that was got */
  part: number;
  of: number;
}

export interface UnitScore {
  unit: string;
  projects: number;
  /** those with data; what has none is left out and the rest weighted anew */
  parts: ScorePart[];
  left: ScorePartName[];
  /** tenths got and to be had, over the parts */
  got: number;
  full: number;
  /** tenths of 100, `got` of `full` brought to 100; null where too little could be judged */
  total: number | null;
}

/** Half of what was asked counts for a yellow lamp. */
const halves = ({ green, yellow }: UnitFacts["physical"]): number => 2 * green + yellow;

export function scoreOf(facts: UnitFacts, rule: ScoreRule = scoreRule): UnitScore {
  const { money, physical, nodes, reports, problems } = facts;
  const shares: Record<ScorePartName, { part: number; of: number }> = {
    投资: { part: Math.min(money.doneYuan, money.dueYuan), of: money.dueYuan },
    形象: { part: halves(physical), of: 2 * physical.judged },
    节点: { part: nodes.kept, of: nodes.due },
    填报: { part: reports.kept, of: reports.due },
    销号: { part: problems.kept, of: problems.due },
  };
  const parts = SCORE_PARTS.filter((name) => shares[name].of > 0).map((name): ScorePart => {
    const { part, of } = shares[name];
    const full = rule.weights[name] * 10;
    return { name, got: rounded(full * part, of), full, part, of };
  });
  const got = parts.reduce((sum, part) => sum + part.got, 0);
  const full = parts.reduce((sum, part) => sum + part.full, 0);
  return {
    unit: facts.unit,
    projects: facts.projects,
    parts,
    left: SCORE_PARTS.filter((name) => shares[name].of <= 0),
    got,
    full,
    total: full >= rule.least * 10 ? rounded(1000 * got, full) : null,
  };
}

/** The nearest whole number, halves up; exact for sums of money, too. */
function rounded(part: number, of: number): number {
  return Number((2n * BigInt(part) + BigInt(of)) / (2n * BigInt(of)));
}

export interface Ranked extends UnitScore {
  /** 1 for the best; equal totals share a rank; null where there is no total */
  rank: number | null;
}

/** Best first; those without a total at the end, in the order given. */
export function ranked(scores: readonly UnitScore[]): Ranked[] {
  const sorted = scores.toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1));
  return sorted.map((score) => ({
    ...score,
    rank:
      score.total === null
        ? null
        : 1 + sorted.filter(({ total }) => (total ?? -1) > (score.total ?? 0)).length,
  }));
}

/** What two rankings must share to be the same: each unit's figures, part by part. */
export const sealOf = (scores: readonly UnitScore[]): string =>
  scores
    .map(
      ({ unit, parts, total }) =>
        `${unit}=${total ?? ""}:${parts.map(({ name, got }) => `${name}${got}`).join(",")}`,
    )
    .sort()
    .join(";");

/** `95.3`, `100` */
export function formatTenths(tenths: number): string {
  const rest = tenths % 10;
  return rest === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${rest}`;
}
