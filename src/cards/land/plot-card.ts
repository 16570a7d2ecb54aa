import type { Agreement, CheckDue } from "../../domain/agreement.js";
import { type Day, daysBetween, formatDay } from "../../domain/day.js";
import type { Flow } from "../../domain/flow.js";
import type { Gate } from "../../domain/land-gates.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { formatMoney } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import { deskOf } from "../../domain/stages-of-project.js";
import type { PlotArea } from "../../store/land.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { about } from "../about.js";
import { type Block, type Button, buttons, type CardView, note, rule, text } from "../card.js";
import { daysLeft } from "../flow/day-words.js";
import { typed } from "../typed.js";
import { agreementLine } from "./agreement-words.js";
import { gateLine } from "./gate-lines.js";

export interface PlotView {
  project: Project;
  figures: Figures;
  flow: Flow;
  /** empty where it is not sold */
  gates: readonly Gate[];
  /** the plot's entries, by id */
  entries: ReadonlyMap<number, LedgerRecord>;
  area: PlotArea | null;
  agreement: { agreement: Agreement; due: readonly CheckDue[] } | null;
  year: number;
  today: Day;
  hasMoney: boolean;
  hasPrice: boolean;
}

/** 地块: where it stands, how large, its funds, its gates, its agreement, what comes next. */
export function plotCard(view: PlotView): CardView {
  const { project, gates, agreement, today } = view;
  const open = gates.filter(({ isPassed }) => !isPassed);
  const isLate = open.some(({ left = 0 }) => left < 0) || (agreement?.due ?? []).some(({ left }) => left < 0);
  const gateText = gates.map((gate) => gateLine(gate, view)).join("\n");
  const args = { code: project.code };
  const more: Button[] = [
    { label: "流程", does: "flow", args },
    { label: "查", does: "status", args },
  ];
  const blocks: Block[] = [
    text([stageLine(view), ...factLines(view)].join("\n")),
    ...(gates.length > 0
      ? [rule, text(`**出让前置**　${open.length === 0 ? "都过了" : `还差${open.length}项`}\n${gateText}`)]
      : []),
    ...(agreement ? [rule, text(agreementLine(agreement.agreement, agreement.due, today))] : []),
    rule,
    text(nextLines(view).join("\n")),
    buttons(...more),
  ];
  if (open.length > 0)
    blocks.push(
      note(
        `办好了说一声，如“${typed(shortest(project), 30)} ${open[0]?.name === "净地" ? "净地移交了" : "控规已批复"}”，记得带上文号。`,
      ),
    );
  return {
    title: project.name,
    subtitle: `地块　${project.class ?? "未分类"}${project.classBasis === "inferred" ? "（待核）" : ""}　${project.stage}`,
    tone: isLate ? "orange" : "blue",
    blocks,
  };
}

function stageLine({ flow, project }: PlotView): string {
  const named = (state: string) => flow.steps.filter((one) => one.state === state).map(({ step }) => step);
  const current = named("current").map(({ name, desk }) => `${name}（${typed(deskOf(desk, project), 20)}）`);
  const blocked = named("blocked").map(({ name }) => name);
  const stuck = blocked.length > 0 ? `，卡住${blocked.join("、")}` : "";
  return `**走到**　${current.length > 0 ? `在办${current.join("、")}` : "没有在办的步骤"}${stuck}`;
}

function factLines(view: PlotView): string[] {
  const { figures, area, year, hasMoney, project } = view;
  const { area: done, funds } = figures.years[year] ?? {};
  const size = area
    ? `**面积**　${area.approx ? "约" : ""}${area.mu}亩`
    : project.class === "土地收储"
      ? ""
      : `**面积**　没有登记，可以说“地块 ${typed(shortest(project), 30)} 面积45亩”`;
  const reserved = done ? `**本年累计**　${about(done)}${done.mu}亩（截至${formatPeriod(done.period)}）` : "";
  const money =
    funds && hasMoney
      ? `**收储资金**　${about(funds)}${formatMoney(funds.yuan)}（截至${formatPeriod(funds.period)}）`
      : "";
  return [size, reserved, money, saleLine(view)].filter(Boolean);
}

/** `**成交**　9月19日，成交价12.3亿　竞得人 …`; the price only to whom it may be shown. */
function saleLine({ figures, today, hasPrice }: PlotView): string {
  const { price, buyer, milestones } = figures;
  const sold = milestones.成交?.done;
  if (sold === undefined && !price && !buyer) return "";
  const when = sold === undefined ? "没有成交日期，不计入本年" : formatDay(sold, today);
  const sum = hasPrice
    ? price
      ? `成交价${about(price)}**${formatMoney(price.yuan)}**`
      : "成交价没有报"
    : sold === undefined
      ? "报过成交价（金额在内部看）"
      : "已成交（金额在内部看）";
  return [`**成交**　${when}，${sum}`, ...(buyer ? [`竞得人 ${typed(buyer.name, 40)}`] : [])].join("　");
}

const MOST = 5;

/** What has a planned day and is open, the nearest first. */
function nextLines({ figures, today }: PlotView): string[] {
  const open = Object.entries(figures.milestones)
    .flatMap(([name, { done, planned, waived }]) => {
      const day = waived ?? planned;
      return done === undefined && day !== undefined ? [{ name, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, MOST);
  if (open.length === 0) return ["**接下来**　没有登记日期"];
  return [
    "**接下来**",
    ...open.map(
      ({ name, day }) =>
        `${formatDay(day, today)}　${typed(name, 30)}（${daysLeft(daysBetween(today, day))}）`,
    ),
  ];
}

const shortest = ({ name, aliases }: Project): string => aliases[0] ?? name;
