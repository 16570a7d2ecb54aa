import type { Block, Button, CardView } from "../../cards/card.js";
import { changesSince, rankingCard, type SignedAs, scoreDetailCard } from "../../cards/ranking/score-card.js";
import type { Period } from "../../domain/period.js";
import { type Ranked, scoreRule, sealOf } from "../../domain/score.js";
import type { SignedScores } from "../../store/scores.js";
import { refusedAct } from "../permissions.js";
import type { Turn } from "../turn.js";
import { scoresOf } from "./scores-of.js";

/** What a card of the ranking is drawn from again. */
export interface RankingModel {
  month: Period;
  /** the last one signed where there is one, or the draft in any case */
  shows: "latest" | "draft";
  /** the figures on the card: only what was seen is signed */
  seal: string;
}

export interface Drawn {
  card: CardView;
  model: RankingModel;
}

export async function drawRanking(
  turn: Turn,
  { month, shows }: RankingModel,
  below: readonly Block[] = [],
): Promise<Drawn> {
  const { scores, signed, draft } = await lookedUp(turn, month, shows);
  const changes = signed ? changesSince(signed.scores, draft) : [];
  const isSignable = !signed && (await refusedAct(turn, "ranking.sign")) === null;
  const more: Button[] = [
    ...(isSignable ? [signButton] : []),
    ...(changes.length > 0 ? [{ label: "看新草稿", does: "draft" }] : []),
  ];
  return {
    card: rankingCard(
      {
        month,
        scores,
        version: signed?.rule ?? scoreRule.version,
        ...(signed ? { signed: signedAs(signed) } : {}),
        changes,
        now: turn.now,
      },
      below,
      more,
    ),
    model: { month, shows, seal: sealOf(scores) },
  };
}

const signButton: Button = {
  label: "签发",
  look: "primary",
  does: "sign",
  confirm: { title: "签发这份排名？", text: "签发后编号存档，不能再改；数有变化要另出新的一号。" },
};

/** The arithmetic of one unit; null where it has no score. */
export async function detailOf(turn: Turn, model: RankingModel, unit: string): Promise<Drawn | null> {
  const { scores, signed } = await lookedUp(turn, model.month, model.shows);
  const score = scores.find((one) => one.unit === unit);
  if (!score) return null;
  const card = scoreDetailCard(score, {
    month: model.month,
    version: signed?.rule ?? scoreRule.version,
    rule: scoreRule,
    ...(signed ? { signed: signedAs(signed) } : {}),
    now: turn.now,
  });
  return { card, model: { ...model, seal: sealOf(scores) } };
}

interface LookedUp {
  /** what is shown */
  scores: Ranked[];
  /** where the shown one is signed */
  signed?: SignedScores;
  draft: Ranked[];
}

async function lookedUp(turn: Turn, month: Period, shows: RankingModel["shows"]): Promise<LookedUp> {
  const draft = await scoresOf(turn, month);
  const signed = shows === "latest" ? await turn.tx.scores.ofMonth(month) : null;
  return signed ? { scores: signed.scores, signed, draft } : { scores: draft, draft };
}

const signedAs = ({ number, signedByName, signedAt }: SignedScores): SignedAs => ({
  number,
  byName: signedByName,
  at: signedAt,
});
