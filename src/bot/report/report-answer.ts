import type { Answer } from "../command.js";
import { reportCard } from "./report-card.js";
import {
  isOpenDraft,
  isOpenQuestion,
  type ReportModel,
  type Section,
  withQuestionsClosed,
} from "./sections.js";

/** The card of a report with what it is drawn from, and whether it waits for somebody. */
export function reportAnswer(model: ReportModel): Answer {
  return { card: reportCard(model), model, asks: model.sections.some(waits) };
}

/** A day has passed: what was asked and what waited for a yes is not written any more. */
export function lapseOfReport(face: unknown): Answer {
  const model = face as ReportModel;
  const drafts = model.sections.filter(isOpenDraft);
  const closed = withQuestionsClosed(model, "一天没有回答，没有记。要记请再报一次。");
  const sections = closed.sections.filter(({ is }) => is !== "draft");
  if (drafts.length > 0)
    sections.push({
      is: "refused",
      sentence: `一天没有点“全部记入”，${drafts.length}个项目都没有记。要记请再发一次。`,
    });
  const { leftOut: _, ...rest } = model;
  return reportAnswer({ ...rest, sections });
}

const waits = (section: Section): boolean => isOpenDraft(section) || isOpenQuestion(section);
