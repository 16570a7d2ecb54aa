import type { Post } from "../src/bot/post.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import { snapshotLines } from "../src/bot/snapshot-lines.js";
import { monthClosedCard } from "../src/cards/bulletin/month-closed-card.js";
import { addMonths } from "../src/domain/period.js";

const NAME = "月度关账";
const DAY = 24 * 3_600_000;
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
  async run({ tx, now }, { period: month }) {
    const snapshot = await tx.months.snapshot(month);
    if (!snapshot) return null;
    const lines = await snapshotLines(tx, snapshot);
    if (lines.length === 0) return null;
    const last = await tx.months.snapshot(addMonths(month, -1));
    const before = last && new Map((await tx.months.frozen(last.id)).map(({ code, lamp }) => [code, lamp]));
    const restated = (await tx.months.restatements(month)).length;
    return { card: monthClosedCard(snapshot, lines, { before, restated, now }) };
  },
};
