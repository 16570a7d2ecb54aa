import type { Notice, Nudge, NudgeTurn } from "../src/bot/nudge.js";
import { assessed, lampsOf, viewpointOf } from "../src/bot/portfolio.js";
import { briefCard } from "../src/cards/brief-card.js";
import { type Day, formatDay } from "../src/domain/day.js";
import { isoWeek } from "../src/domain/iso-week.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import {
  type Before,
  beginsWeek,
  firstOfWeek,
  followsAnother,
  inProgress,
  isNear,
  leaderBrief,
  toDecide,
} from "../src/domain/leader-brief.js";
import { onceFor } from "../src/domain/once-for.js";
import { addMonths, formatPeriod, monthOf } from "../src/domain/period.js";
import { decodeOrNull, encode } from "../src/store/codec.js";

/** What a leader was told last, beside the lamps. */
interface Told {
  day: Day;
  /** numbers of the problems to decide */
  toDecide: number[];
}

/**
 * 领导简报: once a week, three lines in private: red and what has changed since this leader's last one, what
 * needs deciding, one forecast.
 */
export const leaderBriefing: Nudge<null> = {
  name: "领导简报",
  summary: "每周三行：红灯和变化、要您决定的、全年预计；两天内刚发过、没有变化的不发",
  when: "每周第一个工作日",
  roles: ["leader"],
  onDay: (day) => beginsWeek(day) && !followsAnother(day),
  async due(turn) {
    const found: Notice<null>[] = [];
    // Once a week: whatever the day, it is the week's.
    for (const { openId: to, role } of await turn.tx.people.all())
      if (role === "leader" && (await isNews(turn, to)))
        found.push({ to, subject: "-", stage: isoWeek(turn.today), about: null });
    return found;
  },
  async tell(turn, [notice]) {
    const to = notice?.to ?? "";
    const all = await seenBy(turn);
    const told = await toldTo(turn, to);
    const before = told ? await lampsTold(turn, to) : await lampsAtClose(turn);
    const brief = leaderBrief(all, turn.closedMonth, turn.now, before);
    const known = new Set(told?.toDecide);
    const since = before && {
      words: told
        ? `上次（${formatDay(told.day, turn.today)}）`
        : `${formatPeriod(addMonths(turn.closedMonth, -1), monthOf(turn.now))}关账时`,
      newToDecide: told ? brief.toDecide.filter(({ number }) => !known.has(number)).length : 0,
    };
    return { card: briefCard(brief, turn.closedMonth, turn.now, since) };
  },
  async hasTold(turn, [notice]) {
    if (!notice) return;
    const { tx } = turn;
    const lit = inProgress(await seenBy(turn));
    await tx.projects.setLampMarks(markOf(notice.to), lampsOf(lit));
    const numbers = toDecide(lit, turn.now).map(({ number }) => number);
    const told: Told = { day: turn.today, toDecide: numbers };
    await tx.settings.set(`brief ${notice.to}`, encode(told));
  },
};

/** Asked for each leader, and for what is to be remembered. */
const seenBy = onceFor((turn: NudgeTurn) => assessed(turn.tx, viewpointOf(turn), { withFinished: true }));

/** With the lamps kept under it the next brief says what has changed. */
const markOf = (openId: string): string => `brief:${openId}`;

const toldTo = async ({ tx }: NudgeTurn, openId: string): Promise<Told | null> =>
  decodeOrNull<Told>(await tx.settings.get(`brief ${openId}`));

/** A week's brief soon after another is left out, unless something has changed by the week's first workday. */
async function isNews(turn: NudgeTurn, openId: string): Promise<boolean> {
  const told = await toldTo(turn, openId);
  if (!told || told.day >= turn.today || !isNear(told.day, firstOfWeek(turn.today))) return true;
  if (!beginsWeek(turn.today)) return false;
  const lit = inProgress(await seenBy(turn));
  const { lamps } = await lampsTold(turn, openId);
  const red = (lamp: LampColour | undefined) => lamp === "red";
  const now = lampsOf(lit);
  const hasTurned = [...new Set([...now.keys(), ...lamps.keys()])].some(
    (code) => red(now.get(code)) !== red(lamps.get(code)),
  );
  const numbers = toDecide(lit, turn.now).map(({ number }) => number);
  return (
    hasTurned ||
    numbers.length !== told.toDecide.length ||
    numbers.some((one) => !told.toDecide.includes(one))
  );
}

async function lampsTold({ tx }: NudgeTurn, openId: string): Promise<Before> {
  return withNames(tx, await tx.projects.lampMarks(markOf(openId)));
}

/** The first brief is held against the last month that was closed before this one; null without a snapshot. */
async function lampsAtClose({ tx, closedMonth }: NudgeTurn): Promise<Before | null> {
  const snapshot = await tx.months.snapshot(addMonths(closedMonth, -1));
  if (!snapshot) return null;
  const frozen = await tx.months.frozen(snapshot.id);
  return withNames(tx, new Map(frozen.map(({ code, lamp }) => [code, lamp])));
}

async function withNames(tx: NudgeTurn["tx"], lamps: ReadonlyMap<string, LampColour>): Promise<Before> {
  const names = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
  return { lamps, nameOf: (code) => names.get(code) ?? code };
}
