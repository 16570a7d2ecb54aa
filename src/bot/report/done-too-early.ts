import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { formatPercent } from "../../domain/money.js";
import { findDates } from "../../language/dates/dates.js";
import type { MilestoneItem } from "../../language/items.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";
import type { Beside } from "./hold-odd.js";
import { type AskedSection, confirmed } from "./sections.js";

/** With them the works themselves are over. */
const LAST: ReadonlySet<string> = new Set(["竣工验收", "完工"]);
/** What only comes once the works have begun. */
const AFTER_START = ["±0", "结构封顶", "完工", "竣工验收", "投用", "通车", "轨通", "电通", "试运行"];

/** per cent 形象进度: below it, works are not over; above it, they have not begun today */
const ALMOST_DONE = 90;
const WELL_UNDER_WAY = 20;

/** 竣工了, 开工了: whether the works are there is held against the ledger. */
export const mayBeTooEarly = (item: MilestoneItem, turn: Pick<Turn, "saidAt">): boolean =>
  item.status === "done" &&
  (LAST.has(item.milestone) || (item.milestone === "开工" && isOfToday(item, dayOf(turn.saidAt))));

/** 开工了, with no day named. */
const isOfToday = ({ date, text = "" }: MilestoneItem, today: Day): boolean =>
  date === today && findDates(normalise(text).text, today).every(({ weak }) => weak);

export function doneTooEarly(item: MilestoneItem, beside: Beside): AskedSection | null {
  // A day to come is asked about as such.
  if (!mayBeTooEarly(item, beside.turn) || item.date > beside.today) return null;
  return LAST.has(item.milestone) ? overTooEarly(item, beside) : begunTooLate(item, beside);
}

/** 竣工了 at 73 %. What the same message says of 形象进度 counts. */
function overTooEarly(item: MilestoneItem, { today, project, figures, said }: Beside): AskedSection | null {
  const told = said.findLast(
    (one) =>
      one.intent === "report" &&
      one.measure === "percent" &&
      one.part === undefined &&
      one.project === item.project,
  );
  const percent =
    told?.intent === "report" && told.measure === "percent" ? told.value : figures.percent?.value;
  if (percent === undefined || percent >= ALMOST_DONE || figures.milestones[item.milestone]?.done)
    return null;
  return {
    is: "asked",
    project: project.name,
    question: `形象进度是 ${formatPercent(percent, 2)}，${item.milestone}没有记。整个项目确实已经${verb(item)}吗？`,
    options: [
      {
        label: `是，${formatDay(item.date, today)} ${item.milestone}`,
        items: [{ ...confirmed(item), settled: true }],
      },
    ],
  };
}

const verb = ({ milestone }: MilestoneItem): string => (milestone === "竣工验收" ? "竣工" : milestone);

/** 开工了, of works that have long begun. */
function begunTooLate(item: MilestoneItem, { today, project, figures }: Beside): AskedSection | null {
  const known = figures.milestones[item.milestone]?.done;
  if (known === today) return null;
  const percent = figures.percent?.value ?? 0;
  const later = AFTER_START.find((name) => figures.milestones[name]?.done !== undefined);
  const why =
    known !== undefined && known < today
      ? `开工已记在 ${formatDay(known, today)}`
      : later !== undefined
        ? `${later}已经完成`
        : percent >= WELL_UNDER_WAY
          ? `形象进度已到 ${formatPercent(percent, 2)}`
          : "";
  if (why === "") return null;
  return {
    is: "asked",
    project: project.name,
    question: `${why}，今天开工没有记。${
      known === undefined
        ? `是今天才开工吗？更早开工的，请发“${project.name} 2021年3月1日开工”。`
        : "要改成今天吗？"
    }`,
    options: [
      {
        label:
          known === undefined
            ? `是，${formatDay(today, today)} 开工`
            : `改成 ${formatDay(today, today)} 开工`,
        items: [{ ...confirmed(item), settled: true }],
      },
    ],
  };
}
