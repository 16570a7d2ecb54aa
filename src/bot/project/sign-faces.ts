import { curveLine, signForm, signPreview } from "../../cards/project/sign-card.js";
import { checkCriteria, hasCriteria } from "../../domain/criteria.js";
import { formatMoney } from "../../domain/money.js";
import type { Project, YearPace } from "../../domain/project.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { readSign, type SignDraft, signDraft, signingYear } from "./sign-draft.js";

export interface SignModel {
  draft: SignDraft;
}

const GUIDE = "请核对年度目标，填好后再核对一次才冻结。冻结以后，改目标都要写明原因。";

/** With something said it is weighed at once; the name alone brings the form. */
export async function beginSign(
  turn: Turn,
  project: Project,
  said: string,
  toClass?: string,
): Promise<Answer> {
  const draft: SignDraft = {
    ...(await signDraft(turn, project, said)),
    ...(toClass ? { toClass } : {}),
  };
  if (said.trim() !== "") return signFace(turn, project, draft);
  return formFace(project, draft, GUIDE);
}

export function formFace(project: Project, draft: SignDraft, why: string): Answer {
  return {
    card: signForm(project.name, draft.words, why, draft.toClass),
    model: { draft } satisfies SignModel,
  };
}

/** The preview, or the form again with what is wrong. */
export async function signFace(turn: Turn, project: Project, draft: SignDraft): Promise<Answer> {
  const year = signingYear(turn);
  const standing = await turn.tx.projects.standing(project.code, year);
  const read = readSign(turn, draft, standing?.pace ?? NO_PACE);
  if ("faults" in read) return formFace(project, draft, `${read.faults.join("；")}。`);
  const { frozen } = read;
  const known = standing?.figures.years[year]?.plan?.yuan;
  const notes = [
    ...(draft.toClass ? [`类别 ${project.class ?? "未归类"} → ${draft.toClass}，建设性质 → 新增`] : []),
    ...(draft.toClass && hasCriteria(draft.toClass)
      ? [`标准核对：${checkCriteria(project.criterion, project.totalYuan).sentence}`]
      : []),
    ...(known !== undefined && frozen.yuan !== null && known !== frozen.yuan
      ? [`账上的年度计划 ${formatMoney(known)} → ${formatMoney(frozen.yuan)}`]
      : []),
    ...(standing?.pace.curve && !frozen.curve
      ? [`原来的月度计划（${curveLine(standing.pace)}）不再用，按月均摊`]
      : []),
    ...(frozen.yuan !== null && project.totalYuan !== undefined && frozen.yuan > project.totalYuan
      ? [`请核对：年度计划${formatMoney(frozen.yuan)}比总投资${formatMoney(project.totalYuan)}还多。`]
      : []),
    "冻结后作为全年的原计划，不再变；以后改计划、改节点都要写明原因，原计划、现计划都看得到。",
  ];
  const card = signPreview({ name: project.name, frozen, notes, toClass: draft.toClass });
  return { card, model: { draft } satisfies SignModel };
}

export const NO_PACE: YearPace = { curve: null, startMonth: null };
