import { text } from "../../cards/card.js";
import { SERVICE_STATES } from "../../cards/service/service-words.js";
import { typed } from "../../cards/typed.js";
import type { Answer } from "../command.js";
import { takeBackCredit } from "../credit/take-back.js";
import type { Turn } from "../turn.js";
import { takeBackService } from "./step.js";

/** ms after which 撤销 alone no longer means it */
const SOON = 24 * 3_600_000;

/** 撤销, said after a 诉求 or a 亮点: what the speaker has just had kept here; null where something came after it. */
export async function withdrawLastAsked(turn: Turn): Promise<Answer | null> {
  const { tx, chat, speaker, repliedTo, now } = turn;
  if (repliedTo !== undefined) return null;
  const service = await tx.services.lastWrite(chat.chatId, speaker.openId);
  const credit = await tx.credits.lastOf(chat.chatId, speaker.openId);
  const said = Math.max(service?.saidAt ?? 0, credit?.saidAt ?? 0);
  if (said < now - SOON || said < (await lastReported(turn))) return null;
  if (credit && credit.saidAt === said) {
    const name = await takeBackCredit(turn, credit);
    return done("亮点", `${name}　${typed(credit.words, 80)}`);
  }
  const [number] = service ? await tx.services.ofWrite(service.writeId) : [];
  if (!service || number === undefined) return null;
  const taken = await takeBackService(turn, number, service.writeId);
  if (!taken)
    return { card: { title: "没有撤销", tone: "grey", blocks: [text("后来有人接着办过了，我没有动。")] } };
  const left = taken.left ? `现在是${SERVICE_STATES[taken.left.state]}。` : "登记已经撤销，编号不再用。";
  return done(`诉${number}`, left);
}

/** When the speaker last reported, or took a step with a problem, in this chat; epoch ms. */
async function lastReported({ tx, chat, speaker }: Turn): Promise<number> {
  const report = await tx.ledger.lastWrite(chat.chatId, speaker.openId);
  const problem = await tx.problems.lastWrite(chat.chatId, speaker.openId);
  return Math.max(problem?.saidAt ?? 0, ...(report?.records.map(({ saidAt }) => saidAt) ?? []));
}

const done = (what: string, md: string): Answer => ({
  card: { title: `已撤销 ${what}`, tone: "green", blocks: [text(md)] },
});
