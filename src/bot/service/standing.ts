import { mayStep, type Service, type ServiceChange, type ServiceStanding } from "../../domain/service.js";
import { mayOfAll, officeContact, type Refusal, refusedAct } from "../permissions.js";
import type { Turn } from "../turn.js";

export type ServiceAction = Exclude<ServiceChange["is"], "open">;

/** What the speaker is to a request. */
function standingTo(turn: Turn, service: Service): ServiceStanding {
  const { speaker } = turn;
  const isUnits = speaker.isRegistered && speaker.unit !== null && speaker.unit === service.unit;
  return {
    isOffice: mayOfAll(turn, "service.handle"),
    isAsker: speaker.openId === service.reportedBy,
    isAnswering: isUnits && speaker.role === "reporter",
    hasAnswered: service.answer?.by === speaker.openId,
  };
}

/** Why this person may not take this step with a request here; null when they may. */
export async function refusedToStep(
  turn: Turn,
  service: Service,
  action: ServiceAction,
): Promise<Refusal | null> {
  const standing = standingTo(turn, service);
  // Whoever brought it in says whether the answer will do, a leader too: that is no handling of it.
  const isAsking = standing.isAsker && !standing.isAnswering && !standing.isOffice;
  const refusal = await refusedAct(turn, isAsking ? "service.ask" : "service.handle");
  if (refusal) return refusal;
  const name = `诉${service.number}`;
  const contact = await officeContact(turn.tx);
  switch (mayStep(action, standing)) {
    case "yes":
      return null;
    case "own-answer":
      return {
        code: "own-problem",
        sentence: `${name}是您自己答复的，不能自己办结，没有动。请登记人${service.reportedByName}或推进办另一位同事来办。`,
      };
    case "not-yours":
      return {
        code: "not-yours",
        sentence: `${name}${service.unit ? `由${service.unit}答复` : "还没有定答复单位"}，${service.reportedByName}登记，您登记在${turn.speaker.unit ?? "（未填单位）"}，没有动。请找${contact}。`,
      };
  }
}
