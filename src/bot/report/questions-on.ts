import type { Figures } from "../../domain/ledger-figures.js";
import type { Project } from "../../domain/project.js";
import type { Entered } from "../book.js";
import type { Turn } from "../turn.js";
import { frozenQuestion, isOfFrozen } from "./frozen-question.js";
import { isOfNode, nodeQuestion } from "./node-question.js";
import type { AskedSection } from "./sections.js";
import type { Figure } from "./to-draft.js";
import { warningQuestion } from "./warning-question.js";

/** The questions about those of the figures that are odd. */
export function questionsOn(
  turn: Turn,
  project: Project,
  entered: readonly Entered[],
  figures: readonly Figure[],
  after: Figures,
): AskedSection[] {
  return entered.flatMap((one, index) => {
    const figure = figures[index];
    if (one.kind !== "asked" || !figure) return [];
    const { warning } = one;
    if (isOfFrozen(warning)) return [frozenQuestion(turn, project, warning, figure)];
    if (figure.intent === "report" && !isOfNode(warning))
      return [warningQuestion(turn, project, warning, figure, after)];
    return figure.intent === "milestone" && isOfNode(warning) ? [nodeQuestion(turn, warning, figure)] : [];
  });
}
