import { addedCard } from "../../cards/project/add-card.js";
import { typed } from "../../cards/typed.js";
import { formatMoney } from "../../domain/money.js";
import { monthOf, yearOf } from "../../domain/period.js";
import { type Draft, enter } from "../book.js";
import type { Answer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";
import type { AddDraft } from "./add-draft.js";
import { paceOf, weighedDraft } from "./add-faces.js";
import { newUnit } from "./new-unit.js";

/** Writes the project, its plan and its first days; what has come in between is asked about anew. */
export async function writeDraft(turn: Turn, draft: AddDraft): Promise<{ isDone: boolean } & Answer> {
  const ready = await weighedDraft(turn, draft);
  if ("card" in ready) return { isDone: false, ...ready };
  const { project, planYuan, days } = ready;
  if (draft.isNewUnit && project.unit) await newUnit(turn, project.code, project.unit);
  await turn.tx.projects.addProject(project, turn.now);
  const pace = paceOf(ready);
  if (pace) await turn.tx.projects.keepPace(project.code, pace.year, pace);
  const drafts: Draft[] = [
    ...(planYuan === undefined
      ? []
      : [
          {
            measured: { measure: "plan", yuan: planYuan, ...yearSaid(turn.now) },
            isConfirmed: true,
          } as const,
        ]),
    ...days.map(
      ({ milestone, day }): Draft => ({
        measured: { measure: "milestone", milestone, status: "planned", date: day },
        isConfirmed: true,
      }),
    ),
  ];
  // The words of the ledger's entries are those of the message, not of the tap.
  const said = { ...turn, words: draft.words, messageId: draft.messageId };
  if (drafts.length > 0) await enter(said, project, drafts);
  await recordChanges(turn, {
    subject: "project",
    subjectId: project.code,
    what: "新增项目",
    from: null,
    to: `${project.name}（${project.class ?? "未归类"}）`,
    ...(draft.exception ? { reason: draft.exception } : {}),
  });
  const name = typed(project.name, 40);
  const plan = planYuan === undefined ? "" : `，年度计划${formatMoney(planYuan)}`;
  const lines = [
    `**${name}**（${project.code}）已列入${project.class ?? "未归类"}${plan}。现在就可以说“${name} 形象进度5%”。`,
    `写错了发“改项目 ${name} …”；不该有发“退出 ${name} 原因 建错了”；签约冻结年度目标发“签约 ${name}”。`,
  ];
  return {
    isDone: true,
    card: addedCard(`已新增 ${project.name}`, lines, true),
    model: { code: project.code },
  };
}

/** In January the data month is still that of last year: the plan is of this one. */
const yearSaid = (now: number): { year: number } => ({ year: yearOf(monthOf(now)) });
