import type { BulletinRecord } from "../../store/bulletins.js";
import type { ClickHandler } from "../command.js";
import { refusedAct } from "../permissions.js";
import { refusedClick } from "../refuse.js";
import { sendFile, sendKeptFile } from "../send.js";
import type { Turn } from "../turn.js";
import { bulletinFiles, keepFiles } from "./documents.js";
import { correctionOf } from "./draft.js";
import { bulletinOn, drawDraft, drawSigned } from "./draw.js";
import { back, edit, save } from "./edit.js";
import { sign } from "./sign.js";
import { drop, recordStep, review, sendBack, submit } from "./steps.js";

/** 下载: the documents into this chat; a draft's only where drafts may be seen. */
const download: ClickHandler = {
  async run(turn, { model }) {
    const found = await bulletinOn(turn, model);
    if (!found) return { toast: "这份草稿已经作废，请发“通报”看现在的", tone: "info" };
    const isSigned = found.state === "signed";
    const refusal = isSigned ? null : await refusedAct(turn, "bulletin.sign");
    if (refusal) return refusedClick(turn, refusal, "下载通报草稿");
    await handOut(turn, found);
    const drawn = isSigned
      ? await drawSigned(turn, found, { isHandedOut: true })
      : await drawDraft(turn, found, "草稿文件发在下面了，每页都标着未签发。");
    return { toast: "文件发在下面了", ...drawn };
  },
};

/** The documents leave for this chat; those of a signed bulletin are the ones that the groups get. */
async function handOut({ tx, now, writeId, chat }: Turn, found: BulletinRecord): Promise<void> {
  const sending = { lane: chat.chatId, owner: null, cause: `bulletin:${writeId}`, label: undefined };
  if (found.state === "signed")
    for (const id of await keepFiles(tx, found, now)) await sendKeptFile(tx, id, sending, now);
  else for (const file of await bulletinFiles(found.content)) await sendFile(tx, file, sending, now);
}

/** 更正通报: a new draft that names what it puts right; what was signed stays. */
const correct: ClickHandler = {
  async run(turn, { model }) {
    const refusal = await refusedAct(turn, "bulletin.draft");
    if (refusal) return refusedClick(turn, refusal, "更正通报");
    const { tx } = turn;
    const shown = await bulletinOn(turn, model);
    const signed = shown && (await tx.bulletins.signed(shown.month));
    if (!signed) return { toast: "没有找到这份通报", tone: "error" };
    const known = await tx.bulletins.draft(signed.month);
    const draft = known ?? (await correctionOf(turn, signed));
    if (!draft) return { toast: "这个月没有快照", tone: "error" };
    if (!known) await recordStep(turn, draft, "起草", [signed.content.number, null]);
    return { toast: "更正通报的草稿", ...(await drawDraft(turn, draft)) };
  },
};

/** All that may be done on a card of a bulletin, wherever it came from. */
export const bulletinClicks: Record<string, ClickHandler> = {
  edit,
  save,
  back,
  submit,
  review,
  return: sendBack,
  sign,
  drop,
  download,
  correct,
};
