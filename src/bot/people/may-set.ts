import { maySee, notHere, type Refusal, refusedAct } from "../permissions.js";
import type { Turn } from "../turn.js";

/** Whether the speaker stands for the unit: 联络员 or 副手. */
export async function isContactOf({ speaker, tx }: Pick<Turn, "speaker" | "tx">, unit: string | null) {
  if (unit === null || unit !== speaker.unit) return false;
  const contacts = await tx.teams.unitContacts();
  return contacts.some((one) => one.unit === unit && one.part !== "负责人" && one.openId === speaker.openId);
}

/** Who sets teams: the office, and a unit's contact for the unit's own projects. */
export async function refusedTeam(
  turn: Turn,
  { code, unit }: { code: string; unit: string | null },
): Promise<Refusal | null> {
  if (!maySee(turn, code)) return notHere(turn);
  return refusedAct(turn, "team.set", await isContactOf(turn, unit));
}
