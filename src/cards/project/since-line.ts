import { lampSign } from "../../domain/lamp.js";
import { behindSince, sinceWords } from "../../domain/lamp-since.js";
import { type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";

/** 哪天起落后, in a sentence; null when the project is not behind. Shares alone: money is not in it. */
export function sinceLine({ figures, pace, lamp, earlier }: Assessed, month: Period): string | null {
  const year = figures.years[yearOf(month)];
  const since = behindSince({
    month,
    lamp: lamp.lamp,
    earlier,
    ytd: year?.ytd ?? {},
    ...(year?.plan && {
      plan: {
        yuan: year.plan.yuan,
        ...(pace.curve ? { curve: { percent: pace.curve } } : {}),
        ...(pace.startMonth ? { startMonth: pace.startMonth } : {}),
      },
    }),
  });
  return since && sinceWords(since);
}

/** The answer to 从什么时候开始落后. */
export function sinceLines(one: Assessed, month: Period): string[] {
  const { lamp } = one.lamp;
  const line = sinceLine(one, month);
  if (line) return ["**从什么时候起落后**", line];
  const now = lamp === "grey" ? "现在是灰灯，没有报数，说不上落后" : "现在不落后";
  return ["**从什么时候起落后**", `${lampSign(lamp)} ${now}。`];
}
