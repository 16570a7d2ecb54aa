import type { Project } from "../../domain/project.js";
import { isOwnProject, refusedAct } from "../permissions.js";
import type { Turn } from "../turn.js";

type Reader = Pick<Turn, "tx" | "speaker" | "chat">;

/** Whether 成交价 of this plot may be shown here, to this person. */
export async function maySeePrice(turn: Reader, project: Project): Promise<boolean> {
  return (await refusedAct(turn, "land.price", await isOwnProject(turn, project))) === null;
}

/** The sum of several: whoever knows one of two prices, learns the other from it. */
export const maySeePrices = async (turn: Reader): Promise<boolean> =>
  (await refusedAct(turn, "land.price", false)) === null;
