import { brief } from "../src/bot/brief.js";
import type { Answer, Command } from "../src/bot/command.js";
import { listClicks } from "../src/bot/lists/list-clicks.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { countedOf } from "../src/bot/lists/projects-of.js";
import { filterAsked, readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { maySee, notHere } from "../src/bot/permissions.js";
import { asSeen, assessedAtClose } from "../src/bot/portfolio.js";
import { projectsNamed } from "../src/bot/projects-named.js";
import { restatedNotes } from "../src/bot/restated-note.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { type CardView, note, text } from "../src/cards/card.js";
import { filterLine, filterTitle, listButtons } from "../src/cards/list/filter-line.js";
import {
  lampTurnLines,
  monthChangeLine,
  pointsWords,
  type Side,
  sideBySide,
} from "../src/cards/list/month-change-lines.js";
import { pageButtons, paged } from "../src/cards/pager.js";
import { lampName } from "../src/cards/project-line.js";
import { plain, typed } from "../src/cards/typed.js";
import { dayOf, formatDay } from "../src/domain/day.js";
import type { Filter } from "../src/domain/filter.js";
import { toPercent } from "../src/domain/fraction.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import type { LampRules } from "../src/domain/lamp-rule.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import { type MonthChange, monthChange } from "../src/domain/month-change.js";
import { addMonths, formatPeriod, monthNumber, type Period, yearOf } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import type { Project } from "../src/domain/project.js";
import { endedWord } from "../src/domain/project-details.js";
import { paceOf, pointsAhead, type Totals, totalsAt } from "../src/domain/totals.js";
import type { QueryItem } from "../src/language/items.js";
import { monthMark } from "../src/store/projects.js";

const PAGE = 8;

/** The lamps as they were shown when a month closed; of months before there were snapshots, as they were kept. */
async function lampsAtClose(tx: Turn["tx"], month: Period): Promise<Map<string, LampColour>> {
  const snapshot = await tx.months.snapshot(month);
  if (!snapshot) return tx.projects.lampMarks(monthMark(month));
  return new Map((await tx.months.frozen(snapshot.id)).map(({ code, lamp }) => [code, lamp]));
}

/** 比上月: what the last closed month has changed: lamps, the year's money, and which projects moved most. */
export const compare: Command = {
  name: "比上月",
  aliases: ["环比"],
  topic: "查项目",
  summary: "最近关账的一个月有什么变化：全区、一类、一家单位或一个项目",
  examples: ["比上月变化", "比上月 区建管委", "武宁路比上月有什么变化"],
  act: "look",
  insideOnly: "全区的月度对比只在内部看。",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const project = asked?.project
      ? await turn.tx.projects.byName(asked.project)
      : call.rest === ""
        ? null
        : (await projectsNamed(turn, call.rest))[0];
    if (project) return ofProject(turn, project);
    const filter = asked ? await filterAsked(turn, asked) : await readFilter(turn, call.rest);
    if ("unread" in filter) return unreadFilter(filter, "比上月", ["区属重大", "区建管委", "武宁路"]);
    const own = asked && !filter.unit ? await ownScope(turn, asked.text ?? "") : null;
    const model = { ...filter, ...own };
    return { card: await compareCard(turn, model, 1), model };
  },
  clicks: { ...listClicks("比上月", compareCard) },
};

async function compareCard(turn: Turn, filter: Filter, page: number): Promise<CardView> {
  const { closedMonth: month, tx } = turn;
  const before = addMonths(month, -1);
  const all = await countedOf(turn, filter);
  const rules = await tx.rules.current();
  const [then, now] = [await lampsAtClose(tx, before), await lampsAtClose(tx, month)];
  const lit = all.filter(({ project }) => !project.ended);
  const turns = lit.flatMap(({ project: { code, name } }) => {
    const [from, to] = [then.get(code), now.get(code)];
    return from && to && from !== to ? [{ name, from, to }] : [];
  });
  const changes = all
    .flatMap((one) => {
      const change = monthChange(one, month);
      return change ? [{ one, change }] : [];
    })
    .sort((a, b) => added(b.change) - added(a.change));
  const view = paged(changes, page, PAGE);
  return {
    title: [`${formatPeriod(month)}比${formatPeriod(before)}`, filterTitle(filter)]
      .filter(Boolean)
      .join("　"),
    tone: "blue",
    blocks: [
      ...filterLine(filter, all.length),
      text(sumText(all, changes, month, rules)),
      text(lampTurnLines(turns).join("\n")),
      ...(view.shown.length > 0
        ? [
            text(
              [
                `**${formatPeriod(month)}完成投资**`,
                ...view.shown.map(({ one, change }) => monthChangeLine(one, change)),
              ].join("\n"),
            ),
          ]
        : []),
      ...listButtons(filter, ...pageButtons(view)),
      note("灯按两个月关账时的数"),
      ...(await restatedNotes(turn, before, month)),
    ],
  };
}

interface Changed {
  one: Assessed;
  change: MonthChange;
}

const added = ({ fromYuan, toYuan }: MonthChange): number => toYuan - fromYuan;

/** What the month has added, over the projects that have a figure for its end, and to the share of their plans. */
function sumText(
  all: readonly Assessed[],
  changes: readonly Changed[],
  month: Period,
  rules: LampRules,
): string {
  const total = changes.reduce((sum, { change }) => sum + added(change), 0);
  const withPlan = changes.filter(({ change }) => change.points !== undefined);
  const year = yearOf(month);
  const [then, now] = [totalsAt(all, addMonths(month, -1), rules), totalsAt(all, month, rules)];
  const plan = withPlan.reduce((sum, { one }) => sum + (one.figures.years[year]?.plan?.yuan ?? 0), 0);
  const ofPlan = withPlan.reduce((sum, { change }) => sum + added(change), 0);
  const points = plan > 0 ? `，占这些项目年度计划的${pointsWords((ofPlan / plan) * 100)}` : "";
  const missing = all.filter(
    (one) => (one.figures.years[year]?.plan?.yuan ?? 0) > 0 && paceOf(one, month, rules).isLate,
  ).length;
  return [
    `${formatPeriod(month)}新增投资 **${formatMoney(total)}**（${changes.length}个项目有数）${points}`,
    monthNumber(month) > 1 && now.planYuan > 0 ? rateWords(then, now) : "",
    missing > 0 ? `有年度计划而${formatPeriod(month)}没有数的${missing}个，没有算进来` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** `年度完成率 43.8%→49.3%，时序应完成 52.6%→58.9%` */
function rateWords(then: Totals, now: Totals): string {
  const share = (part: number, { planYuan: of }: Totals) => formatPercent(toPercent({ part, of }));
  return `年度完成率 ${share(then.doneYuan, then)}→${share(now.doneYuan, now)}，按时序应完成 ${share(then.dueYuan, then)}→${share(now.dueYuan, now)}`;
}

/** One project as it stood when the two months closed. */
async function ofProject(turn: Turn, project: Project): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `比上月 ${project.code}`);
  const { closedMonth: month, tx } = turn;
  const before = addMonths(month, -1);
  const codes = new Set([project.code]);
  const rules = await tx.rules.current();
  const [then] = await assessedAtClose(tx, before, { codes, withEnded: true });
  const [now] = await assessedAtClose(tx, month, { codes, withEnded: true });
  if (!then || !now) return nothingKept(project);
  const { ended } = project;
  return {
    card: {
      title: `${formatPeriod(month)}比${formatPeriod(before)}`,
      tone: "blue",
      blocks: [
        text(
          [
            ended
              ? `**${typed(project.name)}**　${formatDay(ended.on, dayOf(turn.now))}${endedWord(ended)}`
              : lampName(now),
            ...sideBySide(
              sideOf(asSeen(then, turn.sight), before, rules),
              sideOf(asSeen(now, turn.sight), month, rules),
              turn.sight.money,
            ),
          ].join("\n"),
        ),
        note("按两个月关账时的数"),
        ...(await restatedNotes(turn, before, month)),
      ],
    },
  };
}

const nothingKept = ({ name }: Project): Answer =>
  brief(`${plain(name, 40)}没有可比的数`, `要看它现在的情况，请发“查 ${typed(name, 40)}”。`);

function sideOf(one: Assessed, month: Period, rules: LampRules): Side {
  const pace = paceOf(one, month, rules);
  const ytd = one.figures.years[yearOf(month)]?.ytd[month];
  return {
    month,
    lamp: one.lamp.lamp,
    percent: one.figures.percent?.value ?? null,
    ytdYuan: ytd?.yuan ?? null,
    points: pace.planYuan > 0 && ytd ? pointsAhead(pace) : null,
  };
}
