import type { Person, Role } from "../../store/people.js";
import type { Mention } from "../events.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

export const ROLE_NAMES: Record<Role, string> = {
  office: "推进办",
  reporter: "填报",
  leader: "领导",
  guest: "访客（只看）",
};

/** What is registered of somebody, or to be. */
export interface Registration {
  unit?: string;
  role?: Role;
  section?: string;
}

export interface Registered {
  person: Person;
  was: Person | null;
}

/** Registers people or changes what is registered; each change is kept with what it was. */
export async function registerPeople(
  turn: Turn,
  asked: readonly Mention[],
  { unit, role, section }: Registration & { role: Role },
): Promise<Registered[]> {
  const done: Registered[] = [];
  for (const { openId, name } of asked) {
    const was = await turn.tx.people.find(openId);
    const person: Person = {
      openId,
      name,
      unit: unit ?? (role === "office" ? "区推进办" : (was?.unit ?? null)),
      section: section ?? was?.section ?? null,
      role,
    };
    await turn.tx.people.register(person, turn.speaker.openId, turn.now);
    const [from, to] = [was && personWords(was), personWords(person)];
    if (from !== to)
      await recordChanges(turn, { subject: "person", subjectId: name, what: "登记", from, to });
    done.push({ person, was });
  }
  return done;
}

/** Takes people off the list; who was not on it is left out. */
export async function writeOut(turn: Turn, asked: readonly Mention[], reason: string): Promise<Person[]> {
  const gone: Person[] = [];
  for (const { openId } of asked) {
    const was = await turn.tx.people.find(openId);
    if (!was) continue;
    await turn.tx.people.writeOut(openId);
    await endPrivatePosts(turn, openId);
    const from = personWords(was);
    await recordChanges(turn, {
      subject: "person",
      subjectId: was.name,
      what: "登记",
      from,
      to: null,
      reason,
    });
    gone.push(was);
  }
  return gone;
}

/** What they had subscribed to in private ends: once registered again, they choose anew. */
async function endPrivatePosts({ tx }: Turn, openId: string): Promise<void> {
  for (const chatId of await tx.chats.privateOf(openId))
    for (const chosen of await tx.schedule.ofChat(chatId))
      if (chosen.active) await tx.schedule.subscribe({ ...chosen, active: false });
}

/** `区建设管理委 填报` */
export const personWords = ({ unit, section, role }: Omit<Person, "openId" | "name">): string =>
  [unit, section, ROLE_NAMES[role]].filter(Boolean).join(" ");
