import { fileIdsOf, keepFiles } from "../src/bot/bulletin/documents.js";
import { PUBLICATION, PUBLISHED_WITHIN } from "../src/bot/bulletin/name.js";
import type { Post, Slot } from "../src/bot/post.js";
import { jitter } from "../src/bot/posting-time.js";
import { publishedCard } from "../src/cards/bulletin/published-card.js";
import type { BulletinRecord, GoingOut } from "../src/store/bulletins.js";
import type { Repositories } from "../src/store/store.js";

/** ms behind the first minute of a morning from which those of the groups are spread */
const PUT_OFF = 2 * 60_000;

/** 月度通报: what was signed goes into the groups, with its documents: at once, or on the next workday's morning. */
export const bulletinPublication: Post = {
  name: PUBLICATION,
  summary: "签发的月度通报和更正通报，一张卡片加全文、附表",
  when: () => "签发后马上发，夜里和休息日签发的在下个工作日 08:30 后",
  whenUnknown: "签发了才有",
  byDefault: false,
  isForUnbound: true,
  catchUp: { is: "latest", within: PUBLISHED_WITHIN },
  slots: (from, to, { chatId, bulletins = [] }) =>
    bulletins.map((one) => slotOf(one, chatId)).filter(({ at }) => at > from && at <= to),
  isReady: (tx, { subject }) => tx.files.has(fileIdsOf(Number(subject))),
  async prepare({ tx, now }, { subject }) {
    const signed = await signedOf(tx, subject);
    if (signed) await keepFiles(tx, signed, now);
  },
  async run({ tx }, { subject }) {
    const signed = await signedOf(tx, subject);
    return signed && { card: publishedCard(signed), files: fileIdsOf(signed.id) };
  },
};

/** Each is a subject of its own: a 更正 does not stand for what it puts right. */
function slotOf({ id, month, signedAt, goesOutAt }: GoingOut, chatId: string): Slot {
  const later = goesOutAt > signedAt ? PUT_OFF + jitter(`${PUBLICATION} ${chatId} ${id}`) : 0;
  return { at: goesOutAt + later, subject: `${id}`, period: month };
}

async function signedOf({ bulletins }: Repositories, subject: string): Promise<BulletinRecord | null> {
  const found = await bulletins.find(Number(subject));
  return found?.state === "signed" ? found : null;
}
