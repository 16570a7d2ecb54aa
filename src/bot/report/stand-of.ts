import { standLine } from "../../cards/stand-line.js";
import { dataMonthBy } from "../../domain/data-month.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { forecast } from "../../domain/pace.js";
import { monthOf, type Period, yearOf } from "../../domain/period.js";
import { type Assessed, assess } from "../../domain/portfolio.js";
import type { Project } from "../../domain/project.js";
import { showsMoney } from "../permissions.js";
import { assessedOne, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/** What a report means for the project: its pace, and its lamp where that has changed or is about to. */
export async function standOf(
  turn: Turn,
  { code }: Project,
  before: Figures,
  after: Figures,
): Promise<string | null> {
  const viewpoint = viewpointOf(turn);
  const is = await assessedOne(turn.tx, viewpoint, code);
  if (!is) return null;
  const was = assess({ ...is, figures: before }, viewpoint, await turn.tx.rules.current(), is.earlier);
  // The closed month is last year's until January closes: what is said of the new year does not move its lamps.
  const isOfNewYear = yearOf(viewpoint.month) < yearOf(monthOf(turn.now));
  if (isOfNewYear && was.lamp.lamp === is.lamp.lamp && was.lamp.reason === is.lamp.reason) return null;
  const year = after.years[yearOf(viewpoint.month)];
  const { neededPerMonth } =
    showsMoney(turn, is.project) && year?.plan
      ? forecast(year.plan.yuan, year.ytd, viewpoint.month, is.pace.startMonth ?? undefined)
      : {};
  const atClose = await seenAtClose(turn, is, viewpoint.month);
  return standLine({ was: was.lamp, is: is.lamp, neededPerMonth, ...(atClose ? { atClose } : {}) });
}

/**
 * A month that is over and not closed yet: where the month before still decides, what the lamp will be at its
 * close.
 */
async function seenAtClose(turn: Turn, is: Assessed, closed: Period) {
  const month = dataMonthBy(turn.now, turn.closes);
  if (month >= monthOf(turn.now) || yearOf(month) !== yearOf(closed)) return null;
  // As it was closed, not as what is said of the month after makes it look.
  const earlier = { [closed]: is.lamp.base, ...is.earlier };
  const viewpoint = { ...viewpointOf(turn), month };
  const { lamp } = assess(is, viewpoint, await turn.tx.rules.current(), earlier);
  return lamp.lamp === is.lamp.lamp ? null : { month, lamp };
}
