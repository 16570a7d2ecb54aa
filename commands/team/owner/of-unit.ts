import type { Answer } from "../../../src/bot/command.js";
import { contactsOf } from "../../../src/bot/people/contacts.js";
import { dutiesOf } from "../../../src/bot/people/duties.js";
import { maySee, notHere, refusedAct } from "../../../src/bot/permissions.js";
import { refused } from "../../../src/bot/run-command.js";
import type { Turn } from "../../../src/bot/turn.js";
import { unitOwnerCard } from "../../../src/cards/people/owner-card.js";
import { typed } from "../../../src/cards/typed.js";
import { dayOf, formatDay } from "../../../src/domain/day.js";
import { awayOn, CONTACT_PARTS } from "../../../src/domain/team-contacts.js";

/** 谁负责 区建管委: a unit's contacts and projects; what it owes for those who may see it. */
export async function ofUnit(turn: Turn, unit: string): Promise<Answer> {
  const { tx, now, sight, chat } = turn;
  const today = dayOf(now);
  const own = (await tx.projects.all()).filter(
    (project) => project.unit === unit && maySee(turn, project.code),
  );
  if (chat.external && own.length === 0) return refused(turn, await notHere(turn), `谁负责 ${unit}`);
  const places = (await tx.teams.unitContacts()).filter((one) => one.unit === unit);
  const absences = await tx.teams.absences(today);
  const contacts = CONTACT_PARTS.flatMap((part) => places.filter((one) => one.part === part)).map((one) => {
    const away = awayOn(absences, one, today);
    return `**${one.part}**　${typed(one.name, 20)}${away ? `（请假到${formatDay(away.until, today)}）` : ""}`;
  });
  const isOwn = chat.external || turn.speaker.unit === unit;
  const mayOwe = (await refusedAct(turn, "duties.look", isOwn)) === null;
  return {
    card: unitOwnerCard({
      unit,
      contacts: contacts.join("\n") || "**联络员**　没有登记",
      asked: await contactsOf(tx, unit, today),
      projects: own.map(({ name }) => name),
      duties: mayOwe ? await dutiesOf(turn, { unit }) : null,
      today,
      hasMoney: sight.money,
    }),
  };
}
