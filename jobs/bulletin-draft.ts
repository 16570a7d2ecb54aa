import { bulletinClicks } from "../src/bot/bulletin/clicks.js";
import { newDraft } from "../src/bot/bulletin/draft.js";
import { drawDraft } from "../src/bot/bulletin/draw.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { BOT } from "../src/bot/record-change.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import { formatPeriod, type Period } from "../src/domain/period.js";
import type { BulletinRecord } from "../src/store/bulletins.js";

const NAME = "通报草稿";
const DAY = 24 * 3_600_000;
/** workdays after the close: who was late has had a day */
const AFTER = 2;
const TIME = "09:30";

/** 通报草稿: two workdays after the close the month's bulletin lies before the office, ready to be edited. */
export const bulletinDraft: Post = {
  name: NAME,
  summary: "关账后第2个工作日把月度通报的草稿拟好",
  when: (time) => `每月关账后第2个工作日 ${time}`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots: (from, to, occasions) => slotsAfterClose(AFTER, { name: NAME, time: TIME }, from, to, occasions),
  async run(turn, { period: month }) {
    const draft = await toDraft(turn, month);
    return draft && drawDraft(turn, draft, "草稿拟好了：看过以后可以编辑，再送审、签发。");
  },
  async hasRun(turn, { period: month }) {
    const { tx, now, chat } = turn;
    const draft = await toDraft(turn, month);
    if (!draft || !(await tx.bulletins.add(month, draft.content, null, now))) return;
    const what = `起草${formatPeriod(month)}通报`;
    const by = { by: BOT, byName: BOT, chatId: chat.chatId };
    await tx.audit.add([
      { subject: "bulletin", subjectId: month, what, from: null, to: null, at: now, ...by },
    ]);
  },
  clicks: bulletinClicks,
};

/** Null where the office was faster, or nothing was frozen. */
async function toDraft(turn: PostTurn, month: Period): Promise<BulletinRecord | null> {
  const { bulletins } = turn.tx;
  if ((await bulletins.signed(month)) || (await bulletins.draft(month))) return null;
  return newDraft(turn, month);
}
