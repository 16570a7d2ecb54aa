import { buttons, text } from "../../cards/card.js";
import { typed } from "../../cards/typed.js";
import type { Answer } from "../command.js";
import type { Refusal } from "../permissions.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";

/** 谁最慢 in an open group: no figure and no name, and what may be seen here instead. */
export async function refusedRanking(turn: Turn, refusal: Refusal): Promise<Answer> {
  await logRefusal(turn, refusal, turn.words || "排名");
  return {
    card: {
      title: "排名不在这里看",
      tone: "grey",
      blocks: [
        text(`${typed(refusal.sentence, 300)}想知道哪些项目慢、差多少、为什么，可以看滞后清单。`),
        buttons({ label: "看滞后清单", does: "lagging" }),
      ],
    },
  };
}
