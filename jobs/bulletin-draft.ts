import { bulletinClicks } from "../src/bot/bulletin/clicks.js";
import { newDraft } from "../src/bot/bulletin/draft.js";
import { drawDraft, faceOf } from "../src/bot/bulletin/draw.js";
import { asIfClosed, type Foreseen } from "../src/bot/close-months.js";
import type { Answer } from "../src/bot/command.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { BOT } from "../src/bot/record-change.js";
import { isFrozen } from "../src/bot/schedule/is-frozen.js";
import { slotsAfterClose } from "../src/bot/schedule/slots-after-close.js";
import { DRAFT_AFTER } from "../src/domain/bulletin.js";
import { DAY } from "../src/domain/day.js";
import { formatPeriod, type Period } from "../src/domain/period.js";

const NAME = "通报草稿";
const TIME = "09:30";
const SAID = "草稿拟好了：看过以后可以编辑，再送审、签发。";

/** 通报草稿: two workdays after the close the month's bulletin lies before the office, ready to be edited. */
export const bulletinDraft: Post = {
  name: NAME,
  summary: "关账后第2个工作日把月度通报的草稿拟好",
  when: (time) => `每月关账后第2个工作日 ${time}`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots: (from, to, occasions) =>
    slotsAfterClose(DRAFT_AFTER, { name: NAME, time: TIME }, from, to, occasions),
  isReady: (tx, { period: month }) => isFrozen(tx, month),
  async prepare({ tx, now, chat }, { period: month }) {
    if ((await tx.bulletins.signed(month)) || (await tx.bulletins.draft(month))) return;
    const fresh = await newDraft({ tx, now }, month);
    if (!fresh || !(await tx.bulletins.add({ ...fresh, byBot: true }, now))) return;
    const what = `起草${formatPeriod(month)}通报`;
    const by = { by: BOT, byName: BOT, chatId: chat.chatId };
    await tx.audit.add([
      { subject: "bulletin", subjectId: month, what, from: null, to: null, at: now, ...by },
    ]);
  },
  run: (turn, { period: month }) => drawn(turn, month),
  foretell: async (turn, { period: month }) =>
    drawn(turn, month, (await isFrozen(turn.tx, month)) ? undefined : await asIfClosed(turn.tx, month)),
  clicks: bulletinClicks,
};

/** Each of the office's groups gets the one that was drafted for the first of them; none where a person was faster. */
async function drawn(turn: PostTurn, month: Period, foreseen?: Foreseen): Promise<Answer | null> {
  const { tx } = turn;
  const kept = await tx.bulletins.draft(month);
  if (kept) return kept.byBot ? drawDraft(turn, kept, ...(kept.state === "drafted" ? [SAID] : [])) : null;
  if (await tx.bulletins.signed(month)) return null;
  const fresh = await newDraft(turn, month, foreseen);
  return fresh && { card: await faceOf(turn, fresh, SAID) };
}
