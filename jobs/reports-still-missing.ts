import { missingByUnit } from "../src/bot/chase/missing-by-unit.js";
import { missingReports } from "../src/bot/chase/missing-reports.js";
import type { Answer } from "../src/bot/command.js";
import { opensCommand } from "../src/bot/opens-command.js";
import { askedForEach } from "../src/bot/people/asked-for-each.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { isFrozen } from "../src/bot/schedule/is-frozen.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import type { Turn } from "../src/bot/turn.js";
import { stillMissingCard } from "../src/cards/chase/still-missing-card.js";
import { DAY, dayOf } from "../src/domain/day.js";
import { formatPeriod, monthOf, type Period } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import { reportChase } from "./report-chase.js";

const NAME = "漏报清单";
/** workdays after the close: contact and head have been asked by then */
const AFTER = 3;
const TIME = "09:20";

interface Model {
  month: Period;
  page: number;
}

/** 催报, last step: what is still missing three workdays after the close goes to the office's sections. */
export const reportsStillMissing: Post = {
  name: NAME,
  summary: "关账3个工作日后还没报的项目",
  when: (time) => `每月关账后3个工作日 ${time}`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots: (from, to, occasions) => slotsAfterClose(AFTER, { name: NAME, time: TIME }, from, to, occasions),
  isReady: (tx, { period }) => isFrozen(tx, period),
  async run(turn, { period: month }) {
    const isMissing = (await missingReports(turn, month)).length > 0;
    return isMissing ? drawn(turn, { month, page: 1 }) : null;
  },
  clicks: {
    chase: opensCommand("催报", () => "", redrawn),
    missing: opensCommand(
      "滞后",
      ({ now }, { model }) => `未报 ${formatPeriod((model as Model).month, monthOf(now))}`,
      redrawn,
    ),
    page: {
      repeats: true,
      run: async (turn, { model, args }) => ({
        toast: "好的",
        ...(await drawn(turn, { ...(model as Model), page: Number(args.page) })),
      }),
    },
  },
};

function redrawn(turn: Turn, model: unknown): Promise<Answer> {
  return drawn(turn, model as Model);
}

type Seen = Pick<PostTurn, "tx" | "now" | "closedMonth">;

async function drawn(turn: Seen, model: Model): Promise<Answer & { model: Model }> {
  const { month, page } = model;
  const missing = await missingReports(turn, month);
  const card = stillMissingCard({
    what: `${formatPeriod(month, monthOf(turn.now))}进度`,
    missing,
    units: missingByUnit(missing),
    told: await toldOf(turn, month, missing),
    page,
  });
  return { card, model };
}

/** Who was told in private of a month's reports, and of how many projects nobody was who is asked for them. */
async function toldOf({ tx, now }: Seen, month: Period, missing: readonly Assessed[]) {
  const told = await tx.schedule.toldOf(reportChase.name, month);
  const asked = await askedForEach(
    tx,
    missing.map(({ project }) => project),
    dayOf(now),
  );
  const wasTold = (openId: string | null | undefined): openId is string => !!openId && told.has(openId);
  const people = new Set([...asked.values()].flatMap(({ contact, head }) => [contact, head].filter(wasTold)));
  const untold = missing.filter(({ project }) => {
    const { contact, head } = asked.get(project.code) ?? {};
    return !wasTold(contact) && !wasTold(head);
  });
  return { people: people.size, untold: untold.length };
}
