import { maySee } from "./permissions.js";
import { isReportModel } from "./report/sections.js";
import type { Part } from "./send.js";
import type { Turn } from "./turn.js";

/**
 * 回复: the project that the message replied to is about, by its full name. Null where it is about none or
 * about several: who is meant is then for the person to say.
 */
export async function projectRepliedTo(turn: Turn, parentId: string | undefined): Promise<string | null> {
  if (parentId === undefined) return null;
  const { tx, chat, speaker } = turn;
  const card = await tx.cards.ofMessage(parentId);
  if (!card || (card.chatId !== chat.chatId && card.chatId !== speaker.openId)) return null;
  const faces = card.model as Part[];
  const names = await Promise.all(faces.map(({ model }) => projectsOf(turn, model)));
  const [name, ...others] = new Set(names.flat());
  const project = name && others.length === 0 ? await tx.projects.byName(name) : null;
  return project && maySee(turn, project.code) ? project.name : null;
}

/** The projects a face speaks of; of one that was refused its card does not tell the name. */
async function projectsOf({ tx }: Turn, model: unknown): Promise<string[]> {
  if (isReportModel(model))
    return model.sections.map((section) => ("project" in section && section.project) || "");
  const code = model !== null && typeof model === "object" && "code" in model ? model.code : null;
  const project = typeof code === "string" ? await tx.projects.byCode(code) : null;
  return [project?.name ?? ""];
}
