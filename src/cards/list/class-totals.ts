import { currentYtd } from "../../domain/ledger-figures.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { type Assessed, type Sums, sums } from "../../domain/portfolio.js";
import type { ControlTotal } from "../../domain/project.js";
import { countLine } from "../count-line.js";
import { typed } from "../typed.js";

/** A class against its control total, the difference said; without the right to prices no 出让金. */
export function classText(total: ControlTotal, own: Assessed[], year: number, showsPrices: boolean): string {
  const lines = [`**${typed(total.class)}**　${countLine(own)}`];
  const about = total.approx ? "约" : "";
  if (total.projects !== undefined)
    lines.push(
      `计划${total.projects}个${partsOf(total)}，在册${own.length}个${difference(own.length - total.projects)}`,
    );
  if (total.yearYuan !== undefined) lines.push(...investmentLines(total, sums(own, year), about));
  if (total.mu !== undefined) lines.push(areaLine(total.mu, own, year, about));
  if (total.fundsYuan !== undefined) lines.push(fundsLine("收储资金", total.fundsYuan, own, year, about));
  // With few plots sold the sum of all is the price of one.
  if (total.amountYuan !== undefined)
    lines.push(
      showsPrices
        ? fundsLine("出让金", total.amountYuan, own, year, about)
        : `出让金：控制数${about}${formatMoney(total.amountYuan)}，已报的在推进办的群里看`,
    );
  if (total.scope) lines.push(`口径：${typed(total.scope, 120)}`);
  if (total.check) lines.push(`待核：${typed(total.check, 120)}`);
  return lines.join("\n");
}

function partsOf({ formal, reserve, carriedOver, new: added }: ControlTotal): string {
  if (formal !== undefined && reserve !== undefined) return `（正式${formal}、预备${reserve}）`;
  if (carriedOver !== undefined && added !== undefined) return `（结转${carriedOver}、新增${added}）`;
  return "";
}

const difference = (count: number): string =>
  count === 0 ? "，相符" : count < 0 ? `，差${-count}个` : `，多${count}个`;

function investmentLines(total: ControlTotal, own: Sums, about: string): string[] {
  const control = total.yearYuan ?? 0;
  const share = formatPercent((own.ytdYuan / control) * 100);
  const done =
    own.reported === 0
      ? "累计完成：还没有报数"
      : `累计完成 **${formatMoney(own.ytdYuan)}**（${own.reported}个有数），占控制数 ${share}${
          own.planYuan > 0 ? `，占在册计划 ${formatPercent((own.ytdYuan / own.planYuan) * 100)}` : ""
        }`;
  return [
    `年度计划：控制数${about}${formatMoney(control)}，在册${own.planned}个有计划，合计${formatMoney(own.planYuan)}，${shortfall(control - own.planYuan)}`,
    done,
  ];
}

const shortfall = (yuan: number): string =>
  yuan === 0 ? "相符" : yuan > 0 ? `比控制数少${formatMoney(yuan)}` : `比控制数多${formatMoney(-yuan)}`;

function areaLine(control: number, own: Assessed[], year: number, about: string): string {
  const done = own.reduce((sum, one) => sum + (one.figures.years[year]?.area?.mu ?? 0), 0);
  return `面积：控制数${about}${control}亩，${done > 0 ? `已报**${done}亩**，占 ${formatPercent((done / control) * 100)}` : "还没有报数"}`;
}

function fundsLine(name: string, control: number, own: Assessed[], year: number, about: string): string {
  const done = own.reduce(
    (sum, { figures }) => sum + (figures.years[year]?.funds?.yuan ?? currentYtd(figures, year)?.yuan ?? 0),
    0,
  );
  return `${name}：控制数${about}${formatMoney(control)}，${done > 0 ? `已报**${formatMoney(done)}**，占 ${formatPercent((done / control) * 100)}` : "还没有报数"}`;
}
