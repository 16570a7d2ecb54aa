import type { Day } from "./day.js";
import { type Gate, gatesOf, isPlot } from "./land-gates.js";
import type { ControlTotal, Standing } from "./project.js";

/** A plot that is or was to be sold. */
export interface PlotStand {
  code: string;
  name: string;
  mu: number | null;
  /** the day on which it was sold this year */
  sold?: Day;
  /** 元, of one sold this year */
  price?: number;
  isApprox?: boolean;
  /** open ones: planned days of 挂牌 and 成交 */
  listing?: Day;
  sale?: Day;
  /** gates that are open */
  lacking: Gate[];
}

/** 出让 of one year against its control total. */
export interface SaleTotals {
  control: ControlTotal | null;
  sold: PlotStand[];
  /** 成交价 or 竞得人 is known, the day of 成交 is not: not counted */
  undated: PlotStand[];
  /** not sold, with 成交 or 挂牌 planned by the end of the year */
  planned: PlotStand[];
  /** not sold, an open gate before it */
  blocked: PlotStand[];
  /** sold in years before, or without a day */
  soldBefore: number;
  /** of the sold ones whose area is known, 亩 */
  soldMu: number;
  plannedMu: number;
  /** of the sold ones whose price is known, 元 */
  yuan: number;
  priced: number;
  isApprox: boolean;
}

const SOLD = "已出让";

/** @param areas 亩, by code */
export function saleTotals(
  standings: readonly Standing[],
  control: ControlTotal | null,
  areas: ReadonlyMap<string, number>,
  { year, today }: { year: number; today: Day },
): SaleTotals {
  const ofYear = (day: Day | undefined): boolean => day?.startsWith(String(year)) ?? false;
  const plots = standings
    .filter(({ project }) => isPlot(project))
    .map((one) => ({ one, stand: standOf(one, areas, today) }));
  const sold = plots.filter(({ one }) => ofYear(one.figures.milestones.成交?.done)).map(({ stand }) => stand);
  const before = plots.filter(
    ({ one: { project, figures } }) =>
      !ofYear(figures.milestones.成交?.done) && (figures.milestones.成交?.done || project.stage === SOLD),
  );
  const open = plots
    .filter((one) => !before.includes(one) && !sold.includes(one.stand) && !one.one.project.ended)
    // Land that goes to be built on without a sale has nothing planned and no gate to pass.
    .filter(({ one: { project }, stand }) => project.class === "土地出让" || stand.sale || stand.listing)
    .map(({ stand }) => stand);
  const planned = open.filter(({ sale, listing }) => (sale ?? listing ?? "9999") <= `${year}-12-31`);
  const priced = sold.filter(({ price }) => price !== undefined);
  const mu = (list: readonly PlotStand[]) => round(list.reduce((sum, one) => sum + (one.mu ?? 0), 0));
  return {
    control,
    sold,
    undated: plots
      .filter(({ one, stand }) => isUndated(one) && open.includes(stand))
      .map(({ stand }) => stand),
    planned,
    blocked: open.filter(({ lacking }) => lacking.length > 0),
    soldBefore: before.length,
    soldMu: mu(sold),
    plannedMu: mu(planned),
    yuan: priced.reduce((sum, { price = 0 }) => sum + price, 0),
    priced: priced.length,
    isApprox: priced.some(({ isApprox }) => isApprox),
  };
}

const isUndated = ({ figures: { price, buyer, milestones } }: Standing): boolean =>
  (price !== undefined || buyer !== undefined) && milestones.成交?.done === undefined;

function standOf({ project, figures }: Standing, areas: ReadonlyMap<string, number>, today: Day): PlotStand {
  const { 成交: sale, 挂牌: listing } = figures.milestones;
  return {
    code: project.code,
    name: project.name,
    mu: areas.get(project.code) ?? null,
    lacking: gatesOf(project, figures, today).filter(({ isPassed }) => !isPassed),
    ...(sale?.done && { sold: sale.done }),
    ...(figures.price && {
      price: figures.price.yuan,
      ...(figures.price.approx && { isApprox: figures.price.approx }),
    }),
    ...(!sale?.done && sale?.planned && { sale: sale.planned }),
    ...(!listing?.done && listing?.planned && { listing: listing.planned }),
  };
}

/** 收储 of one project in a year: 亩 and 元, as last reported. */
export interface ReserveStand {
  name: string;
  mu: number | null;
  yuan: number | null;
  isApprox: boolean;
}

/** 收储 of one year against its control total. */
export interface ReserveTotals {
  control: ControlTotal | null;
  projects: ReserveStand[];
  mu: number;
  yuan: number;
  /** of the year's plans, where there are any; 元 */
  planned: number;
  isApprox: boolean;
}

export function reserveTotals(
  standings: readonly Standing[],
  control: ControlTotal | null,
  year: number,
): ReserveTotals {
  const own = standings.filter(({ project }) => project.class === "土地收储");
  const projects = own.map(({ project, figures }): ReserveStand => {
    const { area, funds } = figures.years[year] ?? {};
    return {
      name: project.name,
      mu: area?.mu ?? null,
      yuan: funds?.yuan ?? null,
      isApprox: area?.approx === true || funds?.approx === true,
    };
  });
  return {
    control,
    projects,
    mu: round(projects.reduce((sum, { mu }) => sum + (mu ?? 0), 0)),
    yuan: projects.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0),
    planned: own.reduce((sum, { figures }) => sum + (figures.years[year]?.plan?.yuan ?? 0), 0),
    isApprox: projects.some(({ isApprox }) => isApprox),
  };
}

/** 28.6 + 16.1 is 44.7, without the dust of binary fractions. */
const round = (mu: number): number => Math.round(mu * 10_000) / 10_000;
