import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";

/** Somebody who is spoken of. */
export interface Who {
  name: string;
  /** null: no account in the chat, or none that is known */
  openId: string | null;
  unit: string | null;
}

/** A name as people write one, with or without @: 张三, 王工, 欧阳锋. */
export const NAME = /^@?[\u4e00-\u9fa5·]{2,5}$/;

/** Whether a word names somebody: as names are written, or one that was mentioned. */
export const namesSomebody = (word: string, { mentions }: Pick<Turn, "mentions">): boolean =>
  NAME.test(word) || mentions.some(({ name }) => `@${folded(name)}` === word);

/**
 * Who is meant by a word: somebody mentioned, else the one person of that name who is registered or on a
 * team; of two with an account none is taken, and the name stands alone.
 */
export async function whoIs(turn: Turn, word: string): Promise<Who> {
  const name = word.replace(/^@/, "").trim();
  const mention = turn.mentions.find((one) => one.name === name || folded(one.name) === folded(name));
  if (mention) {
    const known = await turn.tx.people.find(mention.openId);
    return { name: known?.name ?? mention.name, openId: mention.openId, unit: known?.unit ?? null };
  }
  const alike = (await turn.tx.people.all()).filter((person) => person.name === name);
  const [only, other] = alike;
  if (only && !other) return { name, openId: only.openId, unit: only.unit };
  const places = (await turn.tx.teams.places()).filter((place) => place.name === name);
  const accounts = new Set(places.flatMap(({ openId }) => openId ?? []));
  const [openId = null] = accounts.size === 1 && alike.length === 0 ? accounts : [];
  return { name, openId, unit: places[0]?.unit ?? null };
}

/** In one piece: a name as the platform has it may hold spaces. */
const folded = (name: string): string => normalise(name).text.replace(/\s/g, "");

/** A message as it is read, with each mention in one piece. */
export const foldedWords = (said: string, { mentions }: Pick<Turn, "mentions">): string =>
  mentions.reduce(
    (text, { name }) => text.replaceAll(`@${normalise(name).text.trim()}`, `@${folded(name)}`),
    normalise(said).text,
  );

/** Words with each `@name` of somebody mentioned covered, so that no name in it is read as a project's. */
export function withoutMentions(text: string, turn: Pick<Turn, "mentions">): string {
  return turn.mentions
    .map(({ name }) => `@${folded(name)}`)
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, " ".repeat(name.length)), text);
}
