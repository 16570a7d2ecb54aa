import { type Day, formatDay } from "../../domain/day.js";
import { gateWords } from "../../domain/land-gates.js";
import type { PlotStand, ReserveTotals, SaleTotals } from "../../domain/land-totals.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { type Block, buttons, type CardView, note, rule, text } from "../card.js";
import { typed } from "../typed.js";

export interface TotalsView {
  year: number;
  today: Day;
  sales: SaleTotals;
  reserve: ReserveTotals;
  /** 成交价 and their sum may be shown */
  hasPrices: boolean;
  /** how far the figures go, in words */
  asOf: string;
}

const MOST = 8;
const about = (isApprox: boolean | undefined): string => (isApprox ? "约" : "");

/** 土地: 出让 and 收储 of the year against the control totals, and which plot is held up by which gate. */
export function totalsCard(view: TotalsView): CardView {
  const { sales, reserve, year } = view;
  const blocks: Block[] = [
    text(saleText(view)),
    rule,
    text(blockedText(view)),
    rule,
    text(reserveText(reserve)),
  ];
  const open = [...new Map([...sales.blocked, ...sales.planned].map((one) => [one.code, one])).values()];
  if (open.length > 0)
    blocks.push(
      buttons(...open.slice(0, 5).map(({ name, code }) => ({ label: name, does: "show", args: { code } }))),
    );
  blocks.push(note(view.asOf));
  return { title: `土地 ${year}年`, tone: sales.blocked.length > 0 ? "orange" : "blue", blocks };
}

function saleText({ sales, hasPrices, today }: TotalsView): string {
  const { control, sold, planned, soldMu, plannedMu, soldBefore } = sales;
  const lines = [`**土地出让**　控制数${controlWords(control?.amountYuan, control?.approx)}`];
  const names = (list: readonly PlotStand[], day: (one: PlotStand) => Day | undefined) =>
    list
      .slice(0, MOST)
      .map((one) => `${typed(one.name, 30)}${dayWords(day(one), today)}`)
      .join("、");
  lines.push(
    sold.length === 0
      ? "本年已成交：还没有"
      : `本年已成交**${sold.length}宗**${muWords(sold, soldMu)}：${names(sold, ({ sold: day }) => day)}`,
    moneyLine(sales, hasPrices),
    planned.length === 0
      ? "计划本年内出让：没有登记"
      : `计划本年内出让${planned.length}宗${muWords(planned, plannedMu)}：${names(planned, (one) => one.sale ?? one.listing)}`,
  );
  if (sales.undated.length > 0)
    lines.push(
      `${sales.undated.map(({ name }) => typed(name, 30)).join("、")}报了成交，没有成交日期，没有计入；请说“${typed(sales.undated[0]?.name ?? "", 30)} …月…日已成交”`,
    );
  if (soldBefore > 0) lines.push(`另有${soldBefore}宗早已出让，不计入本年`);
  return lines.filter(Boolean).join("\n");
}

/** A sum, the gap to the control total, and its share all tell prices: they are shown together or not at all. */
function moneyLine({ control, sold, priced, yuan, isApprox }: SaleTotals, hasPrices: boolean): string {
  if (sold.length === 0) return "";
  if (!hasPrices) return "成交价：金额在内部看";
  if (priced === 0) return "成交价：还没有报";
  const missing = priced < sold.length ? `（${sold.length - priced}宗没有报价，没有算进去）` : "";
  return `成交价合计**${about(isApprox)}${formatMoney(yuan)}**${missing}${gapWords(control?.amountYuan, yuan, control?.approx || isApprox)}`;
}

function gapWords(control: number | undefined, done: number, isApprox: boolean | undefined): string {
  if (control === undefined) return "";
  const share = `，占控制数${formatPercent((done / control) * 100)}`;
  const gap = control - done;
  if (gap === 0) return `${share}，${isApprox ? "约" : ""}正好`;
  return `${share}，${gap > 0 ? "还差" : "超出"}${about(isApprox)}${formatMoney(Math.abs(gap))}`;
}

const controlWords = (yuan: number | undefined, isApprox: boolean | undefined): string =>
  yuan === undefined ? "没有录入" : `${about(isApprox)}${formatMoney(yuan)}`;

function muWords(list: readonly PlotStand[], mu: number): string {
  const known = list.filter((one) => one.mu !== null).length;
  if (known === 0) return "";
  return known === list.length ? `共${mu}亩` : `（${known}宗有面积，共${mu}亩）`;
}

const dayWords = (day: Day | undefined, today: Day): string =>
  day === undefined ? "" : `（${formatDay(day, today)}）`;

function blockedText({ sales: { blocked }, today }: TotalsView): string {
  if (blocked.length === 0) return "**出让前置**　没有卡住的地块";
  const lines = blocked.slice(0, MOST).map((one) => {
    const [day, what] = one.listing ? [one.listing, "挂牌"] : [one.sale, "成交"];
    const plan = day === undefined ? "" : `（计划${formatDay(day, today)}${what}）`;
    return `⛔ ${typed(one.name, 30)}${plan}　还差：${one.lacking.map((gate) => gateWords(gate, today)).join("、")}`;
  });
  const more = blocked.length > MOST ? [`……还有${blocked.length - MOST}宗`] : [];
  return [`**出让前置**　${blocked.length}宗还没有过完`, ...lines, ...more].join("\n");
}

function reserveText({ control, projects, mu, yuan, planned, isApprox }: ReserveTotals): string {
  const { mu: muControl, fundsYuan, approx } = control ?? {};
  const loose = approx || isApprox;
  const lines = [
    `**土地收储**　控制数${muControl === undefined ? "没有录入" : `${about(approx)}${muControl}亩`}、资金${controlWords(fundsYuan, approx)}`,
    mu === 0
      ? "面积：还没有报数"
      : `已收储**${about(isApprox)}${mu}亩**${muControl === undefined ? "" : areaGap(muControl, mu, loose)}`,
    yuan === 0
      ? "资金：还没有报数"
      : `收储资金**${about(isApprox)}${formatMoney(yuan)}**${gapWords(fundsYuan, yuan, loose)}`,
    ...(planned > 0 ? [`在册计划资金合计${formatMoney(planned)}`] : []),
    ...projects.map(({ name, mu: own, yuan: sum }) => {
      const said = [...(own === null ? [] : [`${own}亩`]), ...(sum === null ? [] : [formatMoney(sum)])];
      return `· ${typed(name, 30)}　${said.length > 0 ? said.join("，") : "没有报数"}`;
    }),
  ];
  return lines.join("\n");
}

function areaGap(control: number, mu: number, isApprox: boolean | undefined): string {
  const gap = Math.round((control - mu) * 10_000) / 10_000;
  const share = `，占控制数${formatPercent((mu / control) * 100)}`;
  if (gap === 0) return `${share}，正好`;
  return `${share}，${gap > 0 ? "还差" : "超出"}${about(isApprox)}${Math.abs(gap)}亩`;
}
