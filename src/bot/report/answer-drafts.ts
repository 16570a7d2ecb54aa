import { typed } from "../../cards/typed.js";
import { nameOnly } from "../../language/name-only.js";
import type { CardRecord } from "../../store/cards.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { keepSpokenOf } from "../conversation.js";
import type { Turn } from "../turn.js";
import { redrawFace } from "./open-question.js";
import { isOpenDraft, isOpenQuestion, type ReportModel } from "./sections.js";
import { redrafted, saved, withDropped, withoutDrafts } from "./settle-drafts.js";
import { dropsAll, meantChoice, savesAll, saysUndo } from "./spoken-choice.js";

const DROPPED = /^(.+?)(?:的)?(?:先)?(?:不记|不要|去掉|删掉|不报)(?:了|吧)?$/;

/** 全部记入, 都不记, 武宁路不记, 9月的: the buttons of a pasted report's card, said. Null for other words. */
export async function answerDrafts(
  turn: Turn,
  said: string,
  asked: string,
  { card, face, model }: { card: CardRecord; face: number; model: ReportModel },
): Promise<Answer | null> {
  const done = await settled(turn, said.trim(), model);
  if (!done) return null;
  await redrawFace(turn, card, face, done.model);
  await keepSpokenOf(turn, [], done.model.sections.some(isOpenDraft) ? asked : null);
  return brief(done.title, typed(done.sentence, 300));
}

interface Done {
  model: ReportModel;
  title: string;
  sentence: string;
}

async function settled(turn: Turn, said: string, model: ReportModel): Promise<Done | null> {
  if (dropsAll(said) || saysUndo(said))
    return { model: withoutDrafts(model), title: "没有记账", sentence: "好的，这份都没有记。" };
  if (savesAll(said)) {
    const next = await saved(turn, model);
    const count = next?.sections.filter(({ is }) => is === "written").length ?? 0;
    return (
      next && {
        model: next,
        title: `已记入 ${count} 个项目`,
        sentence: "逐项在上面那张卡片上，要撤销也在那里点。",
      }
    );
  }
  const dropped = nameOnly(DROPPED.exec(said)?.[1] ?? "", turn.names);
  if (dropped && model.sections.some((section) => isOpenDraft(section) && section.project === dropped)) {
    const next = withDropped(model, dropped, true);
    return { model: next, title: `${dropped}不记`, sentence: waiting(next) };
  }
  const [asked, more] = model.sections.flatMap((section, index) =>
    isOpenQuestion(section) ? [{ section, index }] : [],
  );
  const meant = asked && !more ? meantChoice(said, asked.section, model.saidAt) : null;
  if (!asked || !meant || meant === "none of them") return null;
  const next = await redrafted(turn, model, asked.index, meant.items);
  return { model: next, title: meant.label, sentence: waiting(next) };
}

const waiting = (model: ReportModel): string =>
  `上面那张卡片上还有${model.sections.filter(isOpenDraft).length}个项目等您点“全部记入”。`;
