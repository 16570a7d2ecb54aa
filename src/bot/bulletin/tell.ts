import type { BulletinRecord } from "../../store/bulletins.js";
import type { Person, Role } from "../../store/people.js";
import { labelOf } from "../bot-parts.js";
import { partOf, sendCard } from "../send.js";
import type { Turn } from "../turn.js";
import { drawDraft } from "./draw.js";
import { BULLETIN } from "./name.js";

/** All of a role who may be told of what is inside. */
export async function insiders({ tx }: Pick<Turn, "tx">, role: Role): Promise<Person[]> {
  const found: Person[] = [];
  for (const person of await tx.people.all())
    if (person.role === role && !(await tx.outsiders.has(person.openId))) found.push(person);
  return found;
}

/** Hands a draft on in private to people, but not to who speaks; their names. */
export async function tellPrivately(
  turn: Turn,
  people: readonly Person[],
  draft: BulletinRecord,
  said: string,
): Promise<string[]> {
  const { tx, speaker, chat, now } = turn;
  const names: string[] = [];
  for (const person of people) {
    if (person.openId === speaker.openId) continue;
    const theirs: Turn = {
      ...turn,
      speaker: { ...person, isRegistered: true },
      chat: { ...chat, type: "p2p", office: false },
    };
    const cardId = await sendCard(
      tx,
      [partOf(BULLETIN, await drawDraft(theirs, draft, said))],
      { lane: person.openId, owner: person.openId, cause: `bulletin:${turn.writeId}`, label: labelOf(turn) },
      now,
    );
    await tx.bulletins.handOut(draft.id, cardId);
    names.push(person.name);
  }
  return names;
}
