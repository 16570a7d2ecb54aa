import { type Bulletin, bulletinNumber } from "../../domain/bulletin.js";
import { dayOf } from "../../domain/day.js";
import { postsFrom } from "../posting-time.js";
import { drawSigned } from "./draw.js";
import { nextNumber } from "./next-number.js";
import { goesOutWords, leftOutWords, recipientsOf } from "./publish.js";
import { settleHanded } from "./settle-handed.js";
import { onCurrent, recordStep } from "./steps.js";

/** 签发: gives the number and freezes the document; after that it stays. It goes out in posting hours, as a post. */
export const sign = onCurrent("sign", "bulletin.sign", async (turn, draft, { cardId }) => {
  const { tx, now, speaker } = turn;
  if (draft.corrects !== null && draft.content.sections[0]?.paragraphs.length === 1)
    return { toast: "现在和原通报没有差别，不用更正，请作废这份草稿", tone: "info" };
  await tx.bulletins.holdNumbers();
  const { year, number } = await nextNumber(turn);
  const content: Bulletin = {
    ...draft.content,
    number: bulletinNumber(year, number),
    reviewer: draft.reviewedBy?.name ?? null,
    signed: { by: speaker.name, on: dayOf(now) },
  };
  const by = { openId: speaker.openId, name: speaker.name };
  const goesOutAt = postsFrom(now);
  const signed = await tx.bulletins.sign(draft, { year, number, content, by, at: now, goesOutAt });
  if (!signed) return { toast: "这份草稿刚被别人改过，没有签发，请发“通报”看现在的", tone: "info" };
  const recipients = await recipientsOf(tx, goesOutAt);
  const goesOut = goesOutWords(now, goesOutAt, recipients);
  await recordStep(turn, signed, "签发", [null, `${content.number}，${goesOut.replace(/^现在/, "")}`]);
  await settleHanded(turn, signed, `已由${speaker.name}签发。`, cardId);
  const said = `已签发，${goesOut}。${leftOutWords(recipients)}`;
  return {
    toast: `已签发：${content.number}，${goesOut}`,
    ...(await drawSigned(turn, signed, { said })),
  };
});
