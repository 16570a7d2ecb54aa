import { asIfClosed, type Foreseen } from "../src/bot/close-months.js";
import type { Answer } from "../src/bot/command.js";
import { opensCommand } from "../src/bot/opens-command.js";
import type { Post } from "../src/bot/post.js";
import { isFrozen } from "../src/bot/schedule/is-frozen.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import { snapshotLines } from "../src/bot/snapshot-lines.js";
import { isMissing, monthClosedCard } from "../src/cards/bulletin/month-closed-card.js";
import { type Button, buttons } from "../src/cards/card.js";
import { DAY } from "../src/domain/day.js";
import { addMonths, formatPeriod, monthOf, type Period } from "../src/domain/period.js";
import type { Repositories } from "../src/store/store.js";

const NAME = "月度关账";
const TIME = "09:00";

/** 月度关账: on the workday after the close, what was frozen, what changed, who is missing, what comes next. */
export const monthClose: Post = {
  name: NAME,
  summary: "关账第二天：快照编号、已报未报、灯的变化和下一步",
  when: (time) => `每月关账后第1个工作日 ${time}`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots: (from, to, occasions) => slotsAfterClose(1, { name: NAME, time: TIME }, from, to, occasions),
  isReady: (tx, { period: month }) => isFrozen(tx, month),
  run: (turn, { period: month }) => drawn(turn, month),
  foretell: async (turn, { period: month }) =>
    drawn(turn, month, (await isFrozen(turn.tx, month)) ? undefined : await asIfClosed(turn.tx, month)),
  clicks: {
    chase: opens("催报", () => ""),
    missing: opens("滞后", (month) => `未报 ${month}`),
    snapshot: opens("快照", (month) => month),
    bulletin: opens("通报", (month) => month),
  },
};

interface Model {
  month: Period;
}

type Seen = { tx: Repositories; now: number };

async function drawn(
  { tx, now }: Seen,
  month: Period,
  foreseen?: Foreseen,
): Promise<(Answer & { model: Model }) | null> {
  const snapshot = foreseen?.snapshot ?? (await tx.months.snapshot(month));
  if (!snapshot) return null;
  const lines = await snapshotLines(tx, snapshot, foreseen?.frozen);
  if (lines.length === 0) return null;
  const last = await tx.months.snapshot(addMonths(month, -1));
  const before = last && new Map((await tx.months.frozen(last.id)).map(({ code, lamp }) => [code, lamp]));
  const restated = (await tx.months.restatements(month)).length;
  const card = monthClosedCard(snapshot, lines, { before, restated, now });
  const next: Button[] = [
    ...(lines.some(isMissing) ? CHASE : []),
    { label: "看快照", does: "snapshot" },
    { label: "看通报", does: "bulletin" },
  ];
  // Above the small print.
  const blocks = [...card.blocks.slice(0, -1), buttons(...next), ...card.blocks.slice(-1)];
  return { card: { ...card, blocks }, model: { month } };
}

const CHASE: readonly Button[] = [
  { label: "催报", does: "chase", look: "primary" },
  { label: "看漏报", does: "missing" },
];

/** Of the month that the card is about, by its name. */
function opens(command: string, words: (month: string) => string) {
  return opensCommand(
    command,
    ({ now }, { model }) => words(formatPeriod((model as Model).month, monthOf(now))),
    async (turn, model) => {
      const answer = await drawn(turn, (model as Model).month);
      if (!answer) throw new Error("what has been closed stays closed");
      return answer;
    },
  );
}
