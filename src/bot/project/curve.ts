import { buttons, type CardView, form, text } from "../../cards/card.js";
import { DROP } from "../../cards/project/add-card.js";
import { plainCard } from "../../cards/project/change-card.js";
import { curveLine } from "../../cards/project/sign-card.js";
import { typed } from "../../cards/typed.js";
import { formatDay } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import { curveOf, signingYear } from "./sign-draft.js";
import { NO_PACE } from "./sign-faces.js";

export interface CurveModel {
  code: string;
  curve: string;
}

/** 月度计划: what holds now. */
export async function shownCurve(turn: Turn, project: Project): Promise<Answer> {
  const year = signingYear(turn);
  const pace = (await turn.tx.projects.standing(project.code, year))?.pace ?? NO_PACE;
  const sentence = `${curveLine(pace)}。要改请写1到12月底的累计百分数，如“月度计划 ${project.name} 5 10 18 26 35 45 55 65 75 85 93 100”。`;
  return { card: plainCard(`${project.name}　${year}年月度计划`, sentence, "blue") };
}

/** Writes a new curve; where one is signed for, with its reason alone. */
export async function setCurve(turn: Turn, project: Project, said: string, reason: string): Promise<Answer> {
  const { tx, now, speaker } = turn;
  const year = signingYear(turn);
  await tx.ledger.hold([project.code]);
  const standing = await tx.projects.standing(project.code, year);
  const { pace, figures } = standing ?? { pace: NO_PACE, figures: undefined };
  const read = curveOf(said, figures?.years[year]?.plan?.yuan);
  if ("fault" in read) return { card: plainCard("没有改动", `${read.fault}。`) };
  const { curve } = read;
  if (JSON.stringify(curve) === JSON.stringify(pace.curve))
    return { card: plainCard("没有改动", "月度计划已经是这样。") };
  const { frozen } = pace;
  if (frozen && reason === "")
    return {
      card: whyCard(project.name, formatDay(frozen.signedOn)),
      model: { code: project.code, curve: said } satisfies CurveModel,
    };
  await tx.projects.keepPace(project.code, year, { curve, startMonth: null });
  if (frozen)
    await tx.plans.add(project.code, {
      plan: { ...frozen, curve, startMonth: null },
      reason,
      at: now,
      by: speaker.openId,
      byName: speaker.name,
      messageId: turn.messageId,
    });
  const [from, to] = [curveLine(pace), curveLine({ curve, startMonth: null })];
  await recordChanges(turn, {
    subject: "plan",
    subjectId: project.code,
    what: `${year}年月度计划`,
    from,
    to,
    ...(reason ? { reason } : {}),
  });
  const lines = [
    `原来　${from}`,
    `现在　**${to}**`,
    ...(reason ? [`原因：${typed(reason, 100)}`] : []),
    ...(frozen ? [`原计划留着，发“基线 ${typed(project.name, 40)}”可以看。`] : []),
    "改错了，把原来的数再发一次就行。",
  ];
  return brief(`已改 ${project.name} ${year}年月度计划`, lines.join("\n"), "green");
}

function whyCard(name: string, signedOn: string): CardView {
  return {
    title: `${name}月度计划为什么改？`,
    subtitle: "还没有改",
    tone: "orange",
    blocks: [
      text(`月度计划是${signedOn}签约冻结的，改要写明原因。`),
      form([{ name: "reason", label: "原因", required: true }], { label: "改", does: "reason" }),
      buttons(DROP),
    ],
  };
}
