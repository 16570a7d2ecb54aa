import { formatMoney } from "./money.js";
import type { ControlTotal, Project, Standing } from "./project.js";

/** What the ledger's projects of a class come to, in the terms of a 控制数. */
export interface LedgerTotal {
  projects: number;
  /** 总投资 and 年度计划 in 元, each with the number of projects that have one */
  total: Summed;
  plan: Summed;
  mu: number;
  fundsYuan: number;
  natures: Readonly<Record<string, number>>;
}

interface Summed {
  yuan: number;
  of: number;
}

export function ledgerTotal(own: readonly Standing[], year: number): LedgerTotal {
  const natures: Record<string, number> = {};
  for (const { project } of own)
    if (project.nature) natures[project.nature] = (natures[project.nature] ?? 0) + 1;
  return {
    projects: own.length,
    total: summed(own.map(({ project }: { project: Project }) => project.totalYuan)),
    plan: summed(own.map(({ figures }) => figures.years[year]?.plan?.yuan)),
    mu: own.reduce((sum, { figures }) => sum + (figures.years[year]?.area?.mu ?? 0), 0),
    fundsYuan: own.reduce((sum, { figures }) => sum + (figures.years[year]?.funds?.yuan ?? 0), 0),
    natures,
  };
}

function summed(amounts: readonly (number | undefined)[]): Summed {
  const known = amounts.filter((yuan) => yuan !== undefined);
  return { yuan: known.reduce((sum, yuan) => sum + yuan, 0), of: known.length };
}

/** 控制数 beside the ledger, line by line, the difference said: `63个（结转51、新增12），在册17个，少46个`. Without prices no 出让金. */
export function controlLines(control: ControlTotal, ledger: LedgerTotal, showsPrices = true): string[] {
  const about = control.approx ? "约" : "";
  const lines: string[] = [];
  if (control.projects !== undefined)
    lines.push(
      `项目数 控制数${control.projects}个${partsOf(control)}，在册${ledger.projects}个${naturesOf(ledger)}，${gap(ledger.projects - control.projects, (count) => `${count}个`)}`,
    );
  if (control.totalYuan !== undefined) lines.push(money("总投资", control.totalYuan, about, ledger.total));
  if (control.yearYuan !== undefined) lines.push(money("年度计划", control.yearYuan, about, ledger.plan));
  if (control.amountYuan !== undefined)
    lines.push(
      showsPrices
        ? done("出让金", control.amountYuan, about, ledger.fundsYuan)
        : `出让金 控制数${about}${formatMoney(control.amountYuan)}，已报的在推进办的群里看`,
    );
  if (control.mu !== undefined)
    lines.push(
      `收储面积 控制数${about}${control.mu}亩，已报${round(ledger.mu)}亩，${gap(ledger.mu - control.mu, (mu) => `${round(mu)}亩`)}`,
    );
  if (control.fundsYuan !== undefined)
    lines.push(done("收储资金", control.fundsYuan, about, ledger.fundsYuan));
  return lines;
}

function partsOf({ formal, reserve, carriedOver, new: added }: ControlTotal): string {
  const parts = [
    ["正式", formal],
    ["预备", reserve],
    ["结转", carriedOver],
    ["新增", added],
  ].flatMap(([name, count]) => (count === undefined ? [] : [`${name}${count}`]));
  return parts.length > 0 ? `（${parts.join("、")}）` : "";
}

function naturesOf({ natures, projects }: LedgerTotal): string {
  const known = Object.entries(natures).map(([name, count]) => `${name}${count}`);
  const left = projects - Object.values(natures).reduce((sum, count) => sum + count, 0);
  return known.length === 0 ? "" : `（${known.join("、")}${left > 0 ? `、性质未登记${left}` : ""}）`;
}

const money = (name: string, control: number, about: string, { yuan, of }: Summed): string =>
  of === 0
    ? `${name} 控制数${about}${formatMoney(control)}，在册的都还没有登记`
    : `${name} 控制数${about}${formatMoney(control)}，在册${of}个有数，合计${formatMoney(yuan)}，${gap(yuan - control, formatMoney)}`;

const done = (name: string, control: number, about: string, yuan: number): string =>
  yuan === 0
    ? `${name} 控制数${about}${formatMoney(control)}，还没有报数`
    : `${name} 控制数${about}${formatMoney(control)}，已报${formatMoney(yuan)}，${gap(yuan - control, formatMoney)}`;

/** 在册 against 控制数: 少, 多 or 相符. */
function gap(difference: number, words: (size: number) => string): string {
  if (difference === 0) return "相符";
  return difference < 0 ? `在册少${words(-difference)}` : `在册多${words(difference)}`;
}

const round = (mu: number): number => Math.round(mu * 100) / 100;
