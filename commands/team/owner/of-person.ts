import { brief } from "../../../src/bot/brief.js";
import type { Answer } from "../../../src/bot/command.js";
import { dutiesOf } from "../../../src/bot/people/duties.js";
import type { Who } from "../../../src/bot/people/who.js";
import { maySee, refusedAct } from "../../../src/bot/permissions.js";
import type { Turn } from "../../../src/bot/turn.js";
import { personCard } from "../../../src/cards/people/owner-card.js";
import { typed } from "../../../src/cards/typed.js";
import { dayOf, formatDay } from "../../../src/domain/day.js";
import { TEAM_PARTS } from "../../../src/domain/team.js";
import { awayOn } from "../../../src/domain/team-contacts.js";

/** A person's places and what is open with them, of the projects that may be seen here; null: nobody known. */
export async function ofPerson(turn: Turn, who: Who): Promise<Answer | null> {
  const { tx, now, sight } = turn;
  const today = dayOf(now);
  const isTheirs = (one: { name: string; openId: string | null }) =>
    who.openId !== null && one.openId !== null ? one.openId === who.openId : one.name === who.name;
  const projects = new Map((await tx.projects.all()).map((project) => [project.code, project.name]));
  const places = (await tx.teams.places()).filter((one) => isTheirs(one) && maySee(turn, one.code));
  const contacts = turn.chat.external ? [] : (await tx.teams.unitContacts()).filter(isTheirs);
  if (places.length === 0 && contacts.length === 0 && (turn.chat.external || who.unit === null)) return null;
  const roles = [
    ...contacts.map(({ unit, part }) => `${unit} ${part}`),
    ...TEAM_PARTS.flatMap((part) => {
      const names = places.flatMap((one) => (one.part === part ? (projects.get(one.code) ?? []) : []));
      return names.length > 0 ? [`${part}（${names.length}个）：${names.join("、")}`] : [];
    }),
  ];
  const away = awayOn(await tx.teams.absences(today), who, today);
  const codes = [...new Set(places.map(({ code }) => code))];
  const isOwn = turn.chat.external || who.openId === turn.speaker.openId || who.unit === turn.speaker.unit;
  const mayOwe = (await refusedAct(turn, "duties.look", isOwn)) === null;
  return {
    card: personCard({
      name: who.name,
      unit: who.unit,
      roles: roles.length > 0 ? roles : ["没有登记在任何项目的班子里"],
      away: away ? `请假到${formatDay(away.until, today)}` : null,
      duties: mayOwe ? await dutiesOf(turn, { codes, person: who.name }) : null,
      today,
      hasMoney: sight.money,
    }),
  };
}

export function nobody(name: string): Answer {
  const sentence = `“${typed(name, 20)}”不在登记的人和班子里。要看一个项目找谁，请说“603谁负责”。`;
  return brief("没有登记", sentence);
}
