import { handedOver, namesIn, type TeamPart } from "../../domain/team.js";
import { type Change, recordChanges } from "../record-change.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import type { Held, Holder } from "./held-by.js";

/** Moves what is in one person's name to another: what was reported stays with who reported it. */
export async function handOver(
  turn: Turn,
  held: Held,
  from: Holder,
  to: Holder & { unit: string | null },
): Promise<void> {
  const { tx } = turn;
  const changes: Change[] = [];
  const reason = `交接：${from.name} → ${to.name}`;
  const codes = new Set(held.places.map((place) => place.code));
  await tx.ledger.hold([...codes]);
  for (const code of codes) {
    const was = await tx.teams.team(code);
    const team = handedOver(was, from, to);
    await tx.teams.keepTeam(code, team);
    const parts = new Set(held.places.filter((place) => place.code === code).map(({ part }) => part));
    for (const part of parts as Set<TeamPart>)
      changes.push({
        subject: "team",
        subjectId: code,
        what: part,
        from: namesIn(was, part),
        to: namesIn(team, part),
        reason,
      });
  }
  for (const { unit, part } of held.contacts) {
    await tx.teams.keepContact({ unit, part }, to);
    changes.push({ subject: "team", subjectId: unit, what: part, from: from.name, to: to.name, reason });
  }
  for (const number of held.problems) {
    const change = { is: "assign", words: reason, person: to.name } as const;
    await tx.problems.add(number, { change, ...spoken(turn) }, turn.now);
    changes.push({
      subject: "problem",
      subjectId: String(number),
      what: "责任人",
      from: from.name,
      to: to.name,
      reason,
    });
  }
  for (const number of held.actions) {
    const action = await tx.actions.find(number);
    if (!action) continue;
    const change = { is: "assign", words: reason, unit: action.unit, person: to.name } as const;
    await tx.actions.add(number, { change, ...spoken(turn) }, turn.now);
    changes.push({
      subject: "action",
      subjectId: `议${number}`,
      what: "责任人",
      from: from.name,
      to: to.name,
      reason,
    });
  }
  await recordChanges(turn, ...changes);
}
