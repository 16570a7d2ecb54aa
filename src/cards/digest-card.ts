import { dayOf } from "../domain/day.js";
import type { LampColour } from "../domain/lamp-part.js";
import { onceFor } from "../domain/once-for.js";
import { formatPeriod, type Period } from "../domain/period.js";
import { type Assessed, worstFirst } from "../domain/portfolio.js";
import { type Block, type Button, buttons, type CardView, note, rule, text } from "./card.js";
import { countLine } from "./count-line.js";
import { dataAsOf } from "./data-as-of.js";
import { lagLine } from "./lag-line.js";
import { type LampChanges, lampChanges } from "./lamp-changes.js";
import { pageButtons, paged } from "./pager.js";

const PAGE = 8;

export interface DigestView {
  all: readonly Assessed[];
  /** the lamps at the last digest, of the projects whose lamp has changed; null when there was none */
  changed: ReadonlyMap<string, LampColour> | null;
  /** who unblocked what has turned green, by the project's code */
  unblocked: ReadonlyMap<string, string>;
  isMonthly: boolean;
  /** only what has changed: the month's digest has just said all */
  isBrief: boolean;
  /** every change is named */
  isFull: boolean;
  /** the closed data month */
  month: Period;
  now: number;
  hasMoney: boolean;
  page: number;
}

/** 滞后摘要: first what has changed, then what lags, two lines each. */
export function digestCard(digest: DigestView): CardView {
  const { all, changed, isMonthly, isBrief, isFull, month, now, hasMoney, page } = digest;
  const lagging = newlyRedFirst(laggingOf(all)(month), changed);
  const changes = changed ? lampChanges(all, changed, isFull, digest.unblocked) : null;
  const told: Block[] = changes ? [text(changes.lines.join("\n"))] : [];
  const asOf = note(`${all[0]?.lamp.version ?? "规则 v1"}　${dataAsOf(month, now)}`);
  if (isBrief) return briefCard(told, lagging.length, digest, changes, asOf);
  const title = isMonthly ? `${formatPeriod(month)}滞后摘要` : "滞后摘要";
  if (lagging.length === 0) {
    const { tone, words } = noneLags(all);
    return { title, tone, blocks: [text(words), ...told, buttons(...more(changes)), asOf] };
  }
  const view = paged(lagging, page, PAGE);
  return {
    title: `${title}：${lagging.length}个`,
    tone: lagging.some(({ lamp }) => lamp.lamp === "red") ? "red" : "orange",
    blocks: [
      ...told,
      text(countLine(all)),
      ...view.shown.flatMap((one) => [rule, text(lagLine(one, month, hasMoney, dayOf(now)))]),
      buttons(...pageButtons(view), ...more(changes)),
      asOf,
    ],
  };
}

function briefCard(
  told: readonly Block[],
  lagging: number,
  { all }: DigestView,
  changes: LampChanges | null,
  asOf: Block,
): CardView {
  const whole: Button[] =
    lagging > 0 ? [{ label: `全部滞后（${lagging}个）`, does: "page", args: { page: 1 } }] : [];
  return {
    title: "滞后摘要：月度摘要之后的变化",
    tone: "blue",
    blocks: [...told, text(countLine(all)), buttons(...whole, ...more(changes)), asOf],
  };
}

/** The button for the changes that are not named. */
const more = (changes: LampChanges | null): Button[] =>
  changes && changes.left > 0 ? [{ label: "列全变化的项目", does: "changes" }] : [];

/** What was not reported is no success: of a project with a grey lamp nobody knows whether it lags. */
const noneLags = onceFor((all: readonly Assessed[]): { tone: "green" | "blue"; words: string } => {
  const lit = all.filter(({ project }) => !project.ended);
  const grey = lit.filter(({ lamp }) => lamp.lamp === "grey").length;
  if (grey === 0) return { tone: "green", words: "目前没有滞后的项目，大家辛苦了。" };
  const known = lit.length - grey;
  const words =
    known === 0
      ? "还没有报上来的数，看不出哪些滞后。"
      : `有数的${known}个项目没有滞后；另有${grey}个是灰灯，看不出。`;
  return { tone: "blue", words };
});

/** By lamp and money at risk, then by months behind. */
const laggingOf = onceFor((all: readonly Assessed[]) => {
  const ofMonth = new Map<Period, readonly Assessed[]>();
  return (month: Period): readonly Assessed[] => {
    const known = ofMonth.get(month);
    if (known) return known;
    const lagging = all.filter(({ lamp }) => lamp.lamp === "red" || lamp.lamp === "yellow");
    const found = worstFirst(
      lagging.sort((a, b) => b.lamp.running - a.lamp.running),
      month,
    );
    ofMonth.set(month, found);
    return found;
  };
});

const newlyRedFirstOf = onceFor((lagging: readonly Assessed[]) =>
  onceFor((changed: ReadonlyMap<string, LampColour>) => {
    const isNewlyRed = ({ lamp, project }: Assessed) => lamp.lamp === "red" && changed.has(project.code);
    return [...lagging.filter(isNewlyRed), ...lagging.filter((one) => !isNewlyRed(one))];
  }),
);

/** What has turned red since the last digest comes first. */
const newlyRedFirst = (lagging: readonly Assessed[], changed: DigestView["changed"]): readonly Assessed[] =>
  changed ? newlyRedFirstOf(lagging)(changed) : lagging;
