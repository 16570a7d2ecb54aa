import type { Click, ClickAnswer, Command } from "../../src/bot/command.js";
import { creditFacts } from "../../src/bot/credit/facts.js";
import { refusedAct } from "../../src/bot/permissions.js";
import { recordChanges } from "../../src/bot/record-change.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import type { CardView } from "../../src/cards/card.js";
import { nomineeCard } from "../../src/cards/credit/nominee-card.js";
import { CHOICES, nominees } from "../../src/domain/credit.js";
import { yearOf } from "../../src/domain/period.js";

/** 立功竞赛: who is proposed, by facts and by people, for people to decide on; seen by the office and leaders. */
export const contest: Command = {
  name: "立功竞赛",
  aliases: ["立功竞赛名单", "立功竞赛提名"],
  topic: "管理",
  summary: "按事实提名的单位、依据和得分，由人定入选；只在推进办的群里或私聊",
  examples: ["立功竞赛名单"],
  act: "credit.look",
  async run(turn) {
    return { card: await view(turn, 1), model: { page: 1 } };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, click) {
        const page = Number(click.args.page);
        return { toast: "好的", card: await view(turn, page), model: { page } };
      },
    },
    choose: { repeats: true, run: choose },
  },
};

async function choose(turn: Turn, { args, model }: Click): Promise<ClickAnswer> {
  const { tx, speaker, now, closedMonth } = turn;
  const refusal = await refusedAct(turn, "credit.decide");
  if (refusal) return refusedClick(turn, refusal, `立功竞赛 ${String(args.unit)} ${String(args.choice)}`);
  const year = yearOf(closedMonth);
  const unit = String(args.unit);
  const choice = CHOICES.find((one) => one === args.choice);
  if (!choice) return { toast: "没有这个选项", tone: "error" };
  const known = (await tx.credits.choices(year)).find((one) => one.unit === unit);
  const { page } = model as { page: number };
  if (known?.choice === choice)
    return {
      toast: `${known.decidedByName}已经定了${choice}`,
      tone: "info",
      card: await view(turn, page),
      model,
    };
  await tx.credits.choose(
    year,
    { unit, choice, decidedByName: speaker.name, decidedAt: now },
    speaker.openId,
  );
  await recordChanges(turn, {
    subject: "credit",
    subjectId: `${year} ${unit}`,
    what: "立功竞赛",
    from: known?.choice ?? null,
    to: choice,
  });
  return { toast: `${unit} ${choice}`, card: await view(turn, page), model };
}

async function view(turn: Turn, page: number): Promise<CardView> {
  const year = yearOf(turn.closedMonth);
  const choices = new Map((await turn.tx.credits.choices(year)).map((one) => [one.unit, one]));
  return nomineeCard({ year, nominees: nominees(await creditFacts(turn)), choices, page, now: turn.now });
}
