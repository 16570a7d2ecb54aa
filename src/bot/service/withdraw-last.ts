import { SERVICE_STATES } from "../../cards/service/service-words.js";
import type { RegisterWrite } from "../../store/register.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
import type { Turn } from "../turn.js";
import { takeBackService } from "./step.js";

/** 撤销, said after a 诉求 or a step with it; null where somebody has gone on since, or may not be taken back. */
export async function withdrawService(
  turn: Turn,
  { writeId }: Pick<RegisterWrite, "writeId">,
): Promise<Answer | null> {
  const [number] = await turn.tx.services.ofWrite(writeId);
  const taken = number === undefined ? null : await takeBackService(turn, number, writeId);
  if (number === undefined || !taken) return null;
  const left = taken.left ? `现在是${SERVICE_STATES[taken.left.state]}。` : "登记已经撤销，编号不再用。";
  return brief(`已撤销 诉${number}`, left, "green");
}
