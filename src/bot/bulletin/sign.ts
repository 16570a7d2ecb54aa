import { type Bulletin, bulletinNumber } from "../../domain/bulletin.js";
import { dayOf } from "../../domain/day.js";
import { drawSigned } from "./draw.js";
import { nextNumber } from "./next-number.js";
import { groupsToTell, publish } from "./publish.js";
import { onCurrent, recordStep } from "./steps.js";

/** 签发: gives the number, freezes the document, and puts it into the groups; after that it stays. */
export const sign = onCurrent("sign", "bulletin.sign", async (turn, draft) => {
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
  const signed = await tx.bulletins.sign(draft, { year, number, content, by, at: now });
  if (!signed) return { toast: "这份草稿刚被别人改过，没有签发，请发“通报”看现在的", tone: "info" };
  const groups = (await groupsToTell(turn)).map(({ name }) => name);
  await recordStep(turn, signed, "签发", [
    null,
    `${content.number}，${groups.length > 0 ? `发到${groups.join("、")}` : "没有群订阅，没有发出"}`,
  ]);
  await publish(turn, signed);
  return {
    toast: `已签发：${content.number}，发到${groups.length}个群`,
    ...(await drawSigned(turn, signed, true)),
  };
});
