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

/** Codes of the projects that posts in a chat speak of; null where they speak of all. */
export async function boundCodes(tx: Known, chat: Chat): Promise<ReadonlySet<string> | null> {
  const codes = new Set(await tx.chats.projects(chat.chatId));
  if (chat.external) return codes;
  const units = new Set(await boundUnits(tx, chat.chatId));
  if (units.size > 0)
    for (const { code, unit } of await tx.projects.all())
      if (unit !== null && units.has(unit)) codes.add(code);
  return codes.size > 0 || units.size > 0 ? codes : null;
}

/** A click on a post shows what the post shows, although one may ask for more in the group. */
export async function asPosted(turn: Turn): Promise<Turn> {
  const { chat, sight } = turn;
  if (chat.external) return turn;
  return { ...turn, sight: { ...sight, codes: await boundCodes(turn.tx, chat) } };
}
