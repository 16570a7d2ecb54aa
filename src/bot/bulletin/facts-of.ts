import { withoutMoney } from "../../cards/hide-money.js";
import { hideLandPrices } from "../../cards/land-price.js";
import { snapshotNumber } from "../../cards/months/snapshot-words.js";
import type { BulletinFacts, BulletinProblem, BulletinProject } from "../../domain/bulletin-facts.js";
import { formal } from "../../domain/bulletin-words.js";
import { type Day, dayOf } from "../../domain/day.js";
import { type LampRules, lampRuleFor } from "../../domain/lamp-rule.js";
import { isSold } from "../../domain/land-price.js";
import { ytdUpTo } from "../../domain/ledger-figures.js";
import { nodesOf } from "../../domain/nodes.js";
import { addMonths, type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { isFinishedOn } from "../../domain/project-details.js";
import { owesReport } from "../../domain/reported.js";
import { paceOf } from "../../domain/totals.js";
import type { Frozen } from "../../store/months.js";
import type { Repositories } from "../../store/store.js";
import type { Foreseen } from "../close-months.js";
import { assessedAtClose } from "../portfolio.js";
import { correctedSince } from "./corrected-since.js";

/** What a closed month's bulletin is composed from: the frozen month, and what was put right since; `foreseen` of one that has not closed; null without a snapshot. */
export async function bulletinFacts(
  tx: Repositories,
  month: Period,
  now: number,
  foreseen?: Foreseen,
): Promise<BulletinFacts | null> {
  const snapshot = foreseen?.snapshot ?? (await tx.months.snapshot(month));
  if (!snapshot) return null;
  const lines = foreseen?.frozen ?? (await tx.months.frozen(snapshot.id));
  const frozen = new Map(lines.map((one) => [one.code, one]));
  const atClose = await assessedAtClose(tx, month, { codes: new Set(frozen.keys()), withEnded: true });
  const { corrected, late } = await correctedSince(tx, snapshot, atClose, now);
  const before = await lampsBefore(tx, month);
  const rules = await tx.rules.at(snapshot.countedTo);
  const projects = atClose.map((one) => {
    const { code } = one.project;
    return projectOf(corrected.get(code) ?? one, {
      month,
      asOf: dayOf(snapshot.countedTo),
      rules,
      frozen: frozen.get(code),
      before: before?.get(code) ?? null,
      isCorrected: corrected.has(code),
      isLate: late.has(code),
    });
  });
  return {
    month,
    asOf: dayOf(snapshot.countedTo),
    snapshot: snapshotNumber(snapshot),
    ruleVersion: snapshot.rule,
    hasBefore: before !== null,
    projects,
    problems: await problemsOf(tx, projects),
  };
}

async function lampsBefore(tx: Repositories, month: Period) {
  const snapshot = await tx.months.snapshot(addMonths(month, -1));
  if (!snapshot) return null;
  return new Map((await tx.months.frozen(snapshot.id)).map(({ code, lamp }) => [code, lamp]));
}

interface Seen {
  month: Period;
  /** the day on which it closed */
  asOf: Day;
  rules: LampRules;
  frozen: Frozen | undefined;
  before: BulletinProject["before"];
  isCorrected: boolean;
  isLate: boolean;
}

function projectOf(one: Assessed, seen: Seen): BulletinProject {
  const { month, asOf, rules, frozen, before, isCorrected, isLate } = seen;
  const { project, figures, lamp } = one;
  const year = figures.years[yearOf(month)];
  const ytd = ytdUpTo(year?.ytd ?? {}, month);
  const plan = year?.plan?.yuan ?? 0;
  const hidden = isSold(project);
  const { dueYuan } = paceOf(one, month, rules);
  const isCounted = !hidden && plan > 0 && Boolean(lampRuleFor(rules, project.class).investment);
  const words = (text: string) => (hidden ? withoutMoney(text) : text);
  const { physical, milestone, amount, report, investment } = lamp.parts;
  const isJudged = isCounted && dueYuan > 0 && ytd?.period === month;
  const isFinished = isFinishedOn(project, asOf);
  const parts = isFinished ? [] : [report, ...(isJudged ? [] : [investment]), physical, milestone, amount];
  const isOld = isCounted && ytd !== undefined && ytd !== null && ytd.period < month;
  return {
    code: project.code,
    name: project.name,
    class: project.class,
    unit: project.unit,
    planYuan: hidden || plan === 0 ? null : plan,
    ytdYuan: hidden ? null : (ytd?.yuan ?? null),
    percent: figures.percent?.value ?? null,
    isJudged,
    isCounted,
    dueYuan: hidden ? 0 : dueYuan,
    earlier: isOld ? { month: ytd.period, dueYuan: paceOf(one, ytd.period, rules).dueYuan } : null,
    lamp: lamp.lamp,
    before,
    running: lamp.running,
    lags: parts
      // Of a project that reported nothing at all it need not be said figure by figure.
      .filter((part) => part === report || !(part.missing && report.missing))
      .filter(({ text }) => text !== "")
      .map(({ text }) => formal(words(text))),
    reason: formal(words(lamp.reason)),
    reported: reportedAs(frozen, isFinished || !owesReport(project, month), isLate),
    isNotOwed: isFinished || !owesReport(project, month),
    isFinished,
    isCorrected,
    // What is finished has no node ahead of it.
    nodes: nodesOf([one]).filter(({ done }) => !isFinished || done !== undefined),
  };
}

function reportedAs(
  frozen: Frozen | undefined,
  isEarly: boolean,
  isLate: boolean,
): BulletinProject["reported"] {
  if (frozen?.reported) return "in-time";
  if (isEarly) return "not-due";
  return isLate ? "late" : "missing";
}

/** A price of land that somebody has typed into a problem goes into no document. */
async function problemsOf(
  tx: Repositories,
  projects: readonly BulletinProject[],
): Promise<BulletinProblem[]> {
  const names = new Map(projects.map(({ code, name }) => [code, name]));
  return (await tx.problems.list({ codes: new Set(names.keys()), withClosed: true })).map(
    ({ code, words, lead, due, reportedAt, state, last }) => ({
      code,
      project: names.get(code) ?? code,
      words: hideLandPrices(words),
      lead: lead ?? null,
      due: due ?? null,
      openedOn: dayOf(reportedAt),
      closedOn: state === "closed" ? dayOf(last.saidAt) : null,
    }),
  );
}
