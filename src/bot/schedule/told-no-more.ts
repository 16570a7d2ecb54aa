import type { Repositories } from "../../store/store.js";

/**
 * Who is told nothing unasked any more: whoever was written out, and people of other organisations whom nobody
 * has registered. What they ask is another matter.
 */
export async function isToldNoMore(
  { people, outsiders }: Pick<Repositories, "people" | "outsiders">,
  openId: string,
): Promise<boolean> {
  if (await people.hasLeft(openId)) return true;
  return (await outsiders.has(openId)) && (await people.find(openId)) === null;
}

/** Posts in private show what only insiders may see. */
export async function getsNoPosts(
  tx: Pick<Repositories, "chats" | "people" | "outsiders">,
  privateChat: string,
): Promise<boolean> {
  const person = await tx.chats.personOf(privateChat);
  return person !== null && ((await tx.people.hasLeft(person)) || (await tx.outsiders.has(person)));
}
