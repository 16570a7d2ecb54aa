import type { Item } from "../language/items.js";
import type { Write } from "../store/ledger.js";
import { maySee } from "./permissions.js";
import { isReportModel, isStandingProblem } from "./report/sections.js";
import type { Part } from "./send.js";
import type { Turn } from "./turn.js";

/**
 * 回复: the project that the message replied to is about, by its full name. Null where it is about none or
 * about several: who is meant is then for the person to say.
 */
export async function projectRepliedTo(turn: Turn): Promise<string | null> {
  const { tx } = turn;
  const faces = await facesRepliedTo(turn);
  const names = await Promise.all(faces.map(({ model }) => projectsOf(turn, model)));
  const [name, ...others] = new Set(names.flat());
  const project = name && others.length === 0 ? await tx.projects.byName(name) : null;
  return project && maySee(turn, project.code) ? project.name : null;
}

/**
 * 刚才说错了，是66%, said of the project's card: what is put right belongs to that project. Without it the
 * speaker's last report would be taken, whatever that was about.
 */
export function ofProject(items: readonly Item[], name: string | null): readonly Item[] {
  if (name === null) return items;
  return items.map((item) =>
    item.intent === "correct" && item.project === undefined ? { ...item, project: name } : item,
  );
}

/**
 * 撤销, said of a report or of the card that echoes it: the writes of it that still stand. Null when the
 * message replies to nothing of the kind.
 */
export async function writesRepliedTo(turn: Turn): Promise<Write[] | null> {
  const models = (await facesRepliedTo(turn)).flatMap(({ model }) => (isReportModel(model) ? [model] : []));
  if (models.length === 0) return null;
  const ids = models.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      (section.is === "written" && !section.undone) || isStandingProblem(section) ? [section.writeId] : [],
    ),
  );
  const writes: Write[] = [];
  for (const id of new Set(ids)) {
    const write = await turn.tx.ledger.write(id);
    if (write) writes.push(write);
  }
  return writes;
}

/** What the card shows that the message replies to, or that answered the message replied to. */
export async function facesRepliedTo({ tx, chat, speaker, repliedTo }: Turn): Promise<Part[]> {
  const card = repliedTo === undefined ? null : await tx.cards.ofMessage(repliedTo);
  if (!card || (card.chatId !== chat.chatId && card.chatId !== speaker.openId)) return [];
  return card.model as Part[];
}

/** The projects a face speaks of; of one that was refused its card does not tell the name. */
async function projectsOf({ tx }: Turn, model: unknown): Promise<string[]> {
  if (isReportModel(model))
    return model.sections.map((section) => ("project" in section && section.project) || "");
  const code = model !== null && typeof model === "object" && "code" in model ? model.code : null;
  const project = typeof code === "string" ? await tx.projects.byCode(code) : null;
  return [project?.name ?? ""];
}
