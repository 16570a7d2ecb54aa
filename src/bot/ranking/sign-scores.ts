import { formatPeriod } from "../../domain/period.js";
import { formatTenths, type Ranked, scoreRule, sealOf } from "../../domain/score.js";
import type { ClickAnswer } from "../command.js";
import { refusedAct } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { refusedClick } from "../refuse.js";
import type { Turn } from "../turn.js";
import { drawRanking, type RankingModel } from "./draw-ranking.js";
import { scoresOf } from "./scores-of.js";

/** 签发: freezes what the card shows under the next number; what has changed since it was drawn is shown first. */
export async function signScores(turn: Turn, model: RankingModel): Promise<ClickAnswer> {
  const { tx, speaker, chat, now } = turn;
  const { month, seal } = model;
  const refusal = await refusedAct(turn, "ranking.sign");
  if (refusal) return refusedClick(turn, refusal, `签发 ${month}`);
  const last = await tx.scores.ofMonth(month);
  const scores = await scoresOf(turn, month);
  if (last && sealOf(last.scores) === sealOf(scores))
    return {
      toast: `已经签发过了：第${last.number}号，${last.signedByName}签`,
      tone: "info",
      ...(await drawRanking(turn, { ...model, shows: "latest" })),
    };
  if (sealOf(scores) !== seal)
    return {
      toast: "数有变化，没有签发。请看过新的再签",
      tone: "info",
      ...(await drawRanking(turn, { ...model, shows: "draft" })),
    };
  const number = await tx.scores.sign(
    {
      month,
      rule: scoreRule.version,
      scores,
      signedBy: speaker.openId,
      signedByName: speaker.name,
      signedAt: now,
    },
    chat.chatId,
  );
  await recordChanges(turn, {
    subject: "score",
    subjectId: month,
    what: `签发${formatPeriod(month)}排名`,
    from: last ? `第${last.number}号` : null,
    to: `第${number}号：${summary(scores)}`,
  });
  return {
    toast: `已签发：第${number}号`,
    tone: "success",
    ...(await drawRanking(turn, { ...model, shows: "latest" })),
  };
}

const summary = (scores: readonly Ranked[]): string =>
  scores.map(({ unit, total }) => `${unit}${total === null ? "不排名" : formatTenths(total)}`).join("、");
