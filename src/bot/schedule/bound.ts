import { onceFor } from "../../domain/once-for.js";
import type { Project } from "../../domain/project.js";
import type { Chat } from "../../store/chats.js";
import { decodeOrNull, encode } from "../../store/codec.js";
import type { Repositories } from "../../store/store.js";
import type { Turn } from "../turn.js";

type Known = Pick<Repositories, "chats" | "projects" | "settings">;

/** Names of the units an inside group is bound to. */
export const boundUnits = async ({ settings }: Pick<Known, "settings">, chatId: string): Promise<string[]> =>
  decodeOrNull<string[]>(await settings.get(`units ${chatId}`)) ?? [];

export const bindUnits = (
  { settings }: Pick<Known, "settings">,
  chatId: string,
  units: readonly string[],
): Promise<void> => settings.set(`units ${chatId}`, encode(units));

/** Units and projects that a chat is bound to, by name. */
export async function boundNames({ tx, chat: { chatId } }: Pick<Turn, "tx" | "chat">): Promise<string[]> {
  const codes = new Set(await tx.chats.projects(chatId));
  const projects = (await tx.projects.all()).filter(({ code }) => codes.has(code));
  return [...(await boundUnits(tx, chatId)), ...projects.map(({ name }) => name)];
}

/** An inside group that is bound to nothing, or the office's own: what is of the whole district is for it. */
export async function isUnbound(
  tx: Pick<Known, "chats" | "settings">,
  { chatId, type, external, office }: Chat,
): Promise<boolean> {
  if (type !== "group" || external) return false;
  if (office) return true;
  return (await tx.chats.projects(chatId)).length === 0 && (await boundUnits(tx, chatId)).length === 0;
}

/** Codes of the projects that posts in a chat speak of; null where they speak of all. */
export async function boundCodes(tx: Known, chat: Chat): Promise<ReadonlySet<string> | null> {
  const own = await tx.chats.projects(chat.chatId);
  if (chat.external) return new Set(own);
  const units = await boundUnits(tx, chat.chatId);
  return own.length > 0 || units.length > 0 ? codesOf(await tx.projects.all())(units, own) : null;
}

/** The same set for the same bindings, so that what is found of it is found once for all chats. */
const codesOf = onceFor((projects: readonly Pick<Project, "code" | "unit">[]) => {
  const byUnit = new Map<string | null, string[]>();
  for (const { code, unit } of projects) {
    const same = byUnit.get(unit);
    if (same) same.push(code);
    else byUnit.set(unit, [code]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (units: readonly string[], own: readonly string[]): ReadonlySet<string> => {
    const key = encode([units, own]);
    const found = known.get(key) ?? new Set([...own, ...units.flatMap((unit) => byUnit.get(unit) ?? [])]);
    known.set(key, found);
    return found;
  };
});

/** A click on a post shows what the post shows, although one may ask for more in the group. */
export async function asPosted(turn: Turn): Promise<Turn> {
  const { chat, sight } = turn;
  if (chat.external) return turn;
  return { ...turn, sight: { ...sight, codes: await boundCodes(turn.tx, chat) } };
}
