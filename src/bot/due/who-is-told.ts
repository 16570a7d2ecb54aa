import { type DueStage, tellsHead, tellsOffice } from "../../domain/due-stage.js";
import type { Repositories } from "../../store/store.js";
import type { AskedFor } from "../people/asked-for-each.js";

/** Everybody who is told of something due at its stage, each once; without a contact, the head. */
export function whoIsTold(asked: AskedFor | undefined, stage: DueStage, office: readonly string[]): string[] {
  const contact = asked?.contact ?? null;
  const head = tellsHead(stage) ? (asked?.head ?? null) : null;
  const people = [contact, head, ...(tellsOffice(stage) ? office : [])];
  return [...new Set(people.filter((openId) => openId !== null))];
}

export const officePeople = async (tx: Pick<Repositories, "people">): Promise<string[]> =>
  (await tx.people.office()).map(({ openId }) => openId);
