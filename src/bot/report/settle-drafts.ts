import type { Item } from "../../language/items.js";
import type { Turn } from "../turn.js";
import { draftItems } from "./draft-items.js";
import { isOpenDraft, type ReportModel, type Section } from "./sections.js";
import { writeItems } from "./write-items.js";

/** 不记 and 还是记: the lines of one project. */
export function withDropped(model: ReportModel, project: unknown, isDropped: boolean): ReportModel {
  const sections = model.sections.map((section) =>
    section.is === "draft" && section.project === project ? { ...section, isDropped } : section,
  );
  return { ...model, sections };
}

/** 都不记: what was asked beside the drafts goes with them. */
export function withoutDrafts(model: ReportModel, why = "好的"): ReportModel {
  const count = model.sections.filter(({ is }) => is === "draft").length;
  const { leftOut: _, ...rest } = model;
  const told = model.sections.filter((section) => section.is !== "draft" && section.is !== "asked");
  return {
    ...rest,
    page: 1,
    sections: [...told, { is: "refused", sentence: `${why}，${count}个项目都没有记。` }],
  };
}

/** Writes what was not dropped, as the words of the message; null when nothing is left to write. */
export async function saved(turn: Turn, model: ReportModel): Promise<ReportModel | null> {
  const items = model.sections.filter(isOpenDraft).flatMap((section) => section.items);
  if (items.length === 0) return null;
  const written = await writeItems(asSaid(turn, model), items);
  const others = model.sections.filter(({ is }) => is !== "draft");
  const dropped = model.sections.flatMap((section) =>
    section.is === "draft" && section.isDropped ? [section.project] : [],
  );
  const note: Section[] =
    dropped.length > 0 ? [{ is: "refused", sentence: `按您说的没有记：${dropped.join("、")}。` }] : [];
  return { ...model, page: 1, sections: [...written, ...others, ...note] };
}

/** What was chosen joins the drafts, to be written with them; the project's line is weighed anew. */
export async function redrafted(
  turn: Turn,
  model: ReportModel,
  asked: number,
  chosen: readonly Item[],
): Promise<ReportModel> {
  const projects = new Set(chosen.map((item) => ("project" in item ? item.project : undefined)));
  const isTouched = (section: Section) => isOpenDraft(section) && projects.has(section.project);
  const before = model.sections.filter(isOpenDraft).filter(isTouched);
  const items = [...before.flatMap((section) => section.items), ...chosen];
  const drafts = await draftItems(asSaid(turn, model), items);
  const sections = model.sections.flatMap((section, index) => {
    if (index === asked) return drafts;
    return isTouched(section) ? [] : [section];
  });
  return { ...model, sections };
}

/** The click's turn, with the message that the card answers in its place. */
export function asSaid(turn: Turn, model: ReportModel): Turn {
  const { words, saidAt, messageId, handedOnSince, saidBy, saidByName, dataMonth } = model;
  return {
    ...turn,
    words,
    saidAt,
    messageId,
    ...(dataMonth === undefined ? {} : { forMonth: dataMonth }),
    ...(handedOnSince === undefined ? {} : { handedOnSince }),
    ...(saidBy === undefined ? {} : { author: { openId: saidBy, name: saidByName } }),
  };
}
